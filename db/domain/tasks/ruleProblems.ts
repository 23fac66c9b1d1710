import type { FieldProblem } from '../../contract/errors.ts';
import type { TaskRuleFields, TaskTrigger } from '../../contract/taskTerms.ts';
import { daysInMonth } from '../day.ts';
import { unknownFields } from './scriptFields.ts';

/** Triggers of what is owed to the customer: a promise, to be asked whether a complaint is truly solved, a word on what they were not content with. */
const owed: readonly TaskTrigger['kind'][] = ['promise', 'askBack', 'detractor'];

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
    case 'detractor':
    case 'sample':
      return null;
  }
};

/** Spoken of, not written: the six purposes and a questionnaire are gone through in a call. */
const formProblems = ({
  form,
  channel,
  questionnaireId,
}: Pick<TaskRuleFields, 'form' | 'channel' | 'questionnaireId'>) => [
  ...(form !== 'none' && channel !== 'call' ? [{ path: 'form', reason: 'form-needs-call' }] : []),
  ...(form === 'survey' && questionnaireId === null
    ? [{ path: 'questionnaireId', reason: 'questionnaire-needed' }]
    : []),
  ...(form !== 'survey' && questionnaireId !== null
    ? [{ path: 'questionnaireId', reason: 'questionnaire-needless' }]
    : []),
];

/**
 * What is wrong with a rule of tasks beyond what its schema sees, by its own fields: `trigger` `lead-twice`, `date-invalid`; `script`
 * `field-unknown`; `purpose` `duty-not-owed`; `form` `form-needs-call`; `questionnaireId` `questionnaire-needed`, `questionnaire-needless`.
 * Whether it hits everybody, and whether its questionnaire is in use, only the store can tell.
 */
export const taskRuleProblems = (
  rule: Pick<TaskRuleFields, 'trigger' | 'script' | 'purpose' | 'form' | 'channel' | 'questionnaireId'>,
): readonly FieldProblem[] => {
  const reason = triggerReason(rule.trigger);
  return [
    ...(reason ? [{ path: 'trigger', reason }] : []),
    ...(unknownFields(rule.script).length > 0 ? [{ path: 'script', reason: 'field-unknown' }] : []),
    ...(rule.purpose === 'duty' && !owed.includes(rule.trigger.kind)
      ? [{ path: 'purpose', reason: 'duty-not-owed' }]
      : []),
    ...formProblems(rule),
  ];
};
