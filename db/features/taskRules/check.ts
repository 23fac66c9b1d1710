import { badField, CareError } from '../../contract/errors.ts';
import type { TaskRuleFields } from '../../contract/taskTerms.ts';
import { hitsEverybody } from '../../domain/tasks/hitsEverybody.ts';
import { taskRuleProblems } from '../../domain/tasks/ruleProblems.ts';
import { unknownFields } from '../../domain/tasks/scriptFields.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { questionnaireOf } from '../surveys/questionnaireRows.ts';
import { customersOnFile, matchesOf } from './matches.ts';

/** Paths as in the command's input. @throws CareError VALIDATION as `taskRuleProblems` names it */
export const checkWords = (rule: TaskRuleFields): void => {
  const problems = taskRuleProblems(rule);
  if (problems.length === 0) return;
  const [field] = unknownFields(rule.script);
  throw new CareError('VALIDATION', {
    fields: problems.map(({ path, reason }) => ({ path: `rule.${path}`, reason })),
    ...(field === undefined ? {} : { values: { field } }),
  });
};

/**
 * A rule that is switched off may wait for its questionnaire.
 *
 * @throws CareError NOT_FOUND `questionnaire-not-found`; VALIDATION of `rule.questionnaireId` `questionnaire-off`
 */
export const checkQuestionnaire = async (db: ReadDb, rule: TaskRuleFields): Promise<void> => {
  if (rule.questionnaireId === null) return;
  const { active } = await questionnaireOf(db, rule.questionnaireId);
  if (rule.active && active === 0) throw badField('rule.questionnaireId', 'questionnaire-off');
};

/**
 * A festival is meant for many, once a year, and what a day's cap holds back comes the next day; any other rule that finds more than
 * half of all customers on one day would bury the calls worth making.
 *
 * @throws CareError VALIDATION of `rule.audience` `rule-hits-everybody`, values count
 */
export const refuseEverybody = async (db: ReadDb, rule: TaskRuleFields, ctx: QueryContext): Promise<void> => {
  if (!rule.active || rule.trigger.kind === 'festival') return;
  const matched = new Set((await matchesOf(db, rule, ctx)).map(({ customerId }) => customerId)).size;
  if (!hitsEverybody(matched, await customersOnFile(db))) return;
  throw new CareError('VALIDATION', {
    fields: [{ path: 'rule.audience', reason: 'rule-hits-everybody' }],
    values: { count: matched },
  });
};
