import { z } from 'zod';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import { leftOutReason, taskRuleFields } from './taskTerms.ts';
import { day, id, instant, version } from './values.ts';

const topics = ['taskRules', 'tasks'] as const;

export const taskRuleRow = taskRuleFields.extend({
  id,
  version,
  updatedAt: instant,
  byName: z.string(),
  /** its tasks that are open now, and those of the last 30 days by how they ended */
  counts: z.object({
    open: z.number().int(),
    done: z.number().int(),
    ended: z.number().int(),
    lapsed: z.number().int(),
    dropped: z.number().int(),
  }),
});
export type TaskRuleRow = z.output<typeof taskRuleRow>;

/** 回访规则: from what happens to whom to call. */
export const taskRules = {
  list: query(everyone)
    .input(z.strictObject({}))
    .output(z.object({ rows: z.array(taskRuleRow) })),
  /** Whom a rule, saved or not, would hit on a day; nothing is written. matched = listed + the left-out of every reason. */
  preview: query(managers)
    .input(z.strictObject({ rule: taskRuleFields, day: day.optional() }))
    .output(
      z.object({
        day,
        matched: z.number().int(),
        listed: z.number().int(),
        leftOut: z.array(z.object({ reason: leftOutReason, count: z.number().int() })),
        /** of `matched`, those that a day's cap moves to later days */
        overCap: z.number().int(),
        /** all customers on file, to judge `matched` by */
        customers: z.number().int(),
        /** the first twenty */
        sample: z.array(
          z.object({
            customerId: id,
            name: z.string(),
            label: z.string(),
            occasionDay: day,
            leftOut: leftOutReason.nullable(),
          }),
        ),
      }),
    ),
  /**
   * @throws VALIDATION of `trigger` `lead-twice`, `date-invalid`, of `script` `field-unknown` (values field), of `purpose` `duty-not-owed` (only promises and
   * ask-backs and bad answers are), of `form` `form-needs-call`, of `questionnaireId` `questionnaire-needed`, `questionnaire-needless`, `questionnaire-off`, `audience` `rule-hits-everybody` (values count: more than half of all customers on one day, and over 200)
   */
  add: command(managers, topics)
    .input(commandInput({ rule: taskRuleFields }))
    .output(z.object({ id })),
  /** Open tasks keep what they were made with but for script, owner and term. @throws as `add`; CONFLICT `changed-meanwhile` */
  update: command(managers, topics)
    .input(commandInput({ id, version, rule: taskRuleFields }))
    .output(z.object({ version })),
  /** Its open tasks are given up with it. */
  remove: command(managers, topics).input(commandInput({ id, version })).output(z.object({})),
};
