import type { FieldProblem } from '../../contract/errors.ts';
import type { TaskRuleFields, TaskTrigger } from '../../contract/taskTerms.ts';
import { daysInMonth } from '../day.ts';
import { unknownFields } from './scriptFields.ts';

/** Triggers of what is owed to the customer: a promise, and to be asked whether a complaint is truly solved. */
const owed: readonly TaskTrigger['kind'][] = ['promise', 'askBack'];

/** No lunar month has more days; one that has 29 keeps its 30th a day early. */
const longestLunarMonth = 30;
/** 29 February counts: where there is none it is kept a day early. */
const leapYear = 2000;

const isTwice = (numbers: readonly number[]): boolean => new Set(numbers).size < numbers.length;

const triggerReason = (trigger: TaskTrigger): string | null => {
  switch (trigger.kind) {
    case 'insuranceEnd':
    case 'inspectionDue':
    case 'licenceEnd':
    case 'cardEnd':
    case 'pointsLapse':
      return isTwice(trigger.leadDays) ? 'lead-twice' : null;
    case 'noVisit':
      return isTwice(trigger.months) ? 'lead-twice' : null;
    case 'festival': {
      const most = trigger.calendar === 'lunar' ? longestLunarMonth : daysInMonth(leapYear, trigger.month);
      return trigger.date > most ? 'date-invalid' : null;
    }
    case 'delivered':
    case 'visited':
    case 'serviceDue':
    case 'birthday':
    case 'tradeIn':
    case 'promise':
    case 'askBack':
      return null;
  }
};

/**
 * What is wrong with a rule of tasks beyond what its schema sees, by its own fields: `trigger` `lead-twice`, `date-invalid`; `script`
 * `field-unknown`; `purpose` `duty-not-owed`; `form` `form-needs-call`. Whether it hits everybody only the store can tell.
 */
export const taskRuleProblems = (
  rule: Pick<TaskRuleFields, 'trigger' | 'script' | 'purpose' | 'form' | 'channel'>,
): readonly FieldProblem[] => {
  const reason = triggerReason(rule.trigger);
  return [
    ...(reason ? [{ path: 'trigger', reason }] : []),
    ...(unknownFields(rule.script).length > 0 ? [{ path: 'script', reason: 'field-unknown' }] : []),
    ...(rule.purpose === 'duty' && !owed.includes(rule.trigger.kind)
      ? [{ path: 'purpose', reason: 'duty-not-owed' }]
      : []),
    ...(rule.form === 'firstCall' && rule.channel !== 'call' ? [{ path: 'form', reason: 'form-needs-call' }] : []),
  ];
};
