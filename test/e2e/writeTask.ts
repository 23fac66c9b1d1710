import type { Connection } from '../../db/store/connection.ts';

/** Rules as the store is shipped with them, by the end of their ids. */
export const shippedRules = {
  promise: 201,
  firstCall: 203,
  letter: 204,
  afterPurchase: 205,
  insurance: 209,
  birthday: 212,
  rating: 301,
  unhappy: 302,
} as const;

export interface WrittenTask {
  readonly rule: keyof typeof shippedRules;
  readonly customerId: string;
  readonly vehicleId: string | null;
  /** what it is about: the day of the delivery, the birthday */
  readonly day: string;
  /** UTC ms */
  readonly dueAt: number;
  /** the answers, of a bad answer */
  readonly subjectId?: string;
  /** another than its rule's */
  readonly purpose?: 'marketing';
}

const ruleId = (rule: WrittenTask['rule']): string =>
  `00000000-0000-7000-8000-${String(shippedRules[rule]).padStart(12, '0')}`;

/**
 * A task as the rules would make it, written beside the host, which asks them when it likes: the key is theirs, so that they find
 * nothing to add.
 */
export const writeTask = (
  connection: Connection,
  { rule, customerId, vehicleId, day, dueAt, subjectId, purpose }: WrittenTask,
): void => {
  connection
    .prepare(
      `INSERT OR IGNORE INTO task (id, ruleId, key, customerId, vehicleId, subjectId, channel, purpose, occasionDay, dueAt, lastDay, day, createdAt, updatedAt)
       SELECT @id, r.id, @key, @customerId, @vehicleId, @subjectId, r.channel, coalesce(@purpose, r.purpose), @day, @dueAt, date(@today, '+6 days'), @today, @now, @now
       FROM taskRule r WHERE r.id = @ruleId`,
    )
    .run({
      id: crypto.randomUUID(),
      ruleId: ruleId(rule),
      key: `${ruleId(rule)}:${subjectId ?? vehicleId ?? customerId}:${day}`,
      customerId,
      vehicleId,
      subjectId: subjectId ?? null,
      day,
      dueAt,
      purpose: purpose ?? null,
      today: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
      now: Date.now(),
    });
};
