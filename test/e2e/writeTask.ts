import type { Connection } from '../../db/store/connection.ts';

/** Rules as the store is shipped with them, by their place among them. */
export const shippedRules = {
  promise: 1,
  firstCall: 3,
  letter: 4,
  afterPurchase: 5,
  insurance: 9,
  birthday: 12,
} as const;

export interface WrittenTask {
  readonly rule: keyof typeof shippedRules;
  readonly customerId: string;
  readonly vehicleId: string | null;
  /** what it is about: the day of the delivery, the birthday */
  readonly day: string;
  /** UTC ms */
  readonly dueAt: number;
  /** another than its rule's */
  readonly purpose?: 'marketing';
}

const ruleId = (rule: WrittenTask['rule']): string =>
  `00000000-0000-7000-8000-0000000002${String(shippedRules[rule]).padStart(2, '0')}`;

/**
 * A task as the rules would make it, written beside the host, which asks them when it likes: the key is theirs, so that they find
 * nothing to add.
 */
export const writeTask = (
  connection: Connection,
  { rule, customerId, vehicleId, day, dueAt, purpose }: WrittenTask,
): void => {
  connection
    .prepare(
      `INSERT OR IGNORE INTO task (id, ruleId, key, customerId, vehicleId, channel, purpose, occasionDay, dueAt, lastDay, day, createdAt, updatedAt)
       SELECT @id, r.id, @key, @customerId, @vehicleId, r.channel, coalesce(@purpose, r.purpose), @day, @dueAt, date(@today, '+6 days'), @today, @now, @now
       FROM taskRule r WHERE r.id = @ruleId`,
    )
    .run({
      id: crypto.randomUUID(),
      ruleId: ruleId(rule),
      key: `${ruleId(rule)}:${vehicleId ?? customerId}:${day}`,
      customerId,
      vehicleId,
      day,
      dueAt,
      purpose: purpose ?? null,
      today: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
      now: Date.now(),
    });
};
