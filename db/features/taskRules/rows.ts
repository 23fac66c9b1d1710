import type { Insertable, Selectable } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { TaskAudience, TaskRuleFields, TaskTrigger } from '../../contract/taskTerms.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb } from '../../store/handler.ts';

export type StoredRule = Selectable<Tables['taskRule']>;

/** A rule's columns as its fields; what stands there was checked when it was written. */
export const fieldsOf = (row: StoredRule): TaskRuleFields => ({
  name: row.name,
  trigger: JSON.parse(row.trigger) as TaskTrigger,
  audience: JSON.parse(row.audience) as TaskAudience,
  channel: row.channel as 'call',
  purpose: row.purpose as 'care',
  owner: row.owner as 'service',
  termHours: row.termHours,
  keepDays: row.keepDays,
  everyDays: row.everyDays,
  mostPerDay: row.mostPerDay,
  script: row.script,
  form: row.form as 'none',
  questionnaireId: row.questionnaireId,
  active: row.active === 1,
});

/** The columns of a rule's fields; `kind` stands beside the trigger so that rules can be found by it. */
export const columnsOf = ({ trigger, audience, active, ...plain }: TaskRuleFields) =>
  ({
    ...plain,
    kind: trigger.kind,
    trigger: JSON.stringify(trigger),
    audience: JSON.stringify(audience),
    active: active ? 1 : 0,
  }) satisfies Partial<Insertable<Tables['taskRule']>>;

/** @throws CareError NOT_FOUND `task-rule-not-found`; CONFLICT `changed-meanwhile` with the rule as it stands */
export const ruleAsSeen = async (
  db: ReadDb,
  key: { readonly id: string; readonly version: number },
): Promise<StoredRule> => {
  const row = await db
    .selectFrom('taskRule')
    .selectAll()
    .where('id', '=', key.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('task-rule');
  if (row.version !== key.version) {
    throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: fieldsOf(row) });
  }
  return row;
};
