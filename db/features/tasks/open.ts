import { sql } from 'kysely';
import type {
  ContactChannel,
  ContactPurpose,
  TaskReason,
  TaskRuleFields,
  TaskTriggerKind,
} from '../../contract/taskTerms.ts';
import type { ReadDb } from '../../store/handler.ts';
import { idsIn } from './judge.ts';

/** A task with the names that a list shows. */
export interface NamedTask {
  readonly id: string;
  readonly version: number;
  readonly ruleId: string;
  readonly ruleName: string;
  readonly kind: TaskTriggerKind;
  readonly channel: ContactChannel;
  readonly purpose: ContactPurpose;
  readonly customerId: string;
  readonly vehicleId: string | null;
  readonly membershipId: string | null;
  readonly subjectId: string | null;
  readonly occasionDay: string;
  readonly dueAt: number;
  readonly lastDay: string;
  readonly ownerId: string | null;
  /** of the rule: who does it where nobody is named */
  readonly role: string;
  readonly form: TaskRuleFields['form'];
  /** of form `survey` */
  readonly questionnaireId: string | null;
  readonly tries: number;
  readonly nextAt: number | null;
  readonly customerName: string;
  readonly plate: string | null;
  readonly series: string | null;
  readonly model: string | null;
  readonly relationName: string | null;
  readonly promiseText: string | null;
  readonly complaintTitle: string | null;
  /** the questionnaire to which a bad answer was given */
  readonly answeredName: string | null;
}

/** Tasks with what their rules, vehicles and subjects are called. */
export const namedTasks = (condition: ReturnType<typeof sql>) => sql<NamedTask>`
  SELECT t.id, t.version, t.ruleId, r.name AS ruleName, r.kind, t.channel, t.purpose, t.customerId, t.vehicleId, t.membershipId,
    t.subjectId, t.occasionDay, t.dueAt, t.lastDay, t.ownerId, r.owner AS role, r.form, r.questionnaireId, t.tries, t.nextAt, c.name AS customerName,
    v.plate, v.series, v.model, b.name AS relationName, p.text AS promiseText, k.title AS complaintTitle,
    q.name AS answeredName
  FROM task t
    JOIN customer c ON c.id = t.customerId
    JOIN taskRule r ON r.id = t.ruleId
    LEFT JOIN vehicle v ON v.id = t.vehicleId
    LEFT JOIN relation b ON b.id = t.subjectId
    LEFT JOIN promise p ON p.id = t.subjectId
    LEFT JOIN complaint k ON k.id = t.subjectId
    LEFT JOIN surveyResponse w ON w.id = t.subjectId
    LEFT JOIN questionnaire q ON q.id = w.questionnaireId
  WHERE ${condition}`;

/**
 * Open tasks of a channel that are not over, in order of their terms.
 *
 * @param customerIds of these alone; null: of all
 */
export const openTasks = async (
  db: ReadDb,
  channel: ContactChannel,
  today: string,
  customerIds: readonly string[] | null = null,
): Promise<NamedTask[]> => {
  const whose = customerIds ? sql` AND t.customerId IN ${idsIn(customerIds)}` : sql``;
  const { rows } = await namedTasks(
    sql`t.channel = ${channel} AND t.state = 'open' AND t.deletedAt IS NULL AND t.lastDay >= ${today} AND c.deletedAt IS NULL${whose}
    ORDER BY t.dueAt, t.id`,
  ).execute(db);
  return rows;
};

/** Plate or series, whose birthday it is, what was promised or complained of, what was answered badly. */
const labelOf = (task: NamedTask): string => {
  if (task.relationName !== null) return task.relationName;
  if (task.kind === 'birthday') return task.customerName;
  return task.plate ?? task.series ?? task.promiseText ?? task.complaintTitle ?? task.answeredName ?? '';
};

export const reasonOf = (task: NamedTask): TaskReason => ({
  taskId: task.id,
  version: task.version,
  ruleId: task.ruleId,
  ruleName: task.ruleName,
  kind: task.kind,
  channel: task.channel,
  purpose: task.purpose,
  occasionDay: task.occasionDay,
  dueAt: task.dueAt,
  lastDay: task.lastDay,
  tries: task.tries,
  vehicleId: task.vehicleId,
  label: labelOf(task),
});
