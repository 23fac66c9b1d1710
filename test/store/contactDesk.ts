import { randomUUID } from 'node:crypto';
import type { CallRow } from '../../db/contract/tasks.ts';
import type { Actor } from '../../db/store/types.ts';
import { openMemoryDesk } from './memoryDesk.ts';
import { refusal, staffAs } from './openTestStore.ts';

/** ms */
export const hour = 3_600_000;
export const dayMs = 24 * hour;
/** The test clock's day: 2026-11-22, 10:30, a Sunday. */
export const today = '2026-11-22';

type Channel = 'call' | 'message' | 'letter';

/** Shipped rules by what sets them off, two of each channel and purpose as far as there are. */
export const rules = {
  promise: '00000000-0000-7000-8000-000000000201',
  askBack: '00000000-0000-7000-8000-000000000202',
  firstCall: '00000000-0000-7000-8000-000000000203',
  letter: '00000000-0000-7000-8000-000000000204',
  service: '00000000-0000-7000-8000-000000000208',
  insurance: '00000000-0000-7000-8000-000000000209',
  birthday: '00000000-0000-7000-8000-000000000212',
  family: '00000000-0000-7000-8000-000000000213',
  tradeIn: '00000000-0000-7000-8000-000000000220',
} as const;

/** A store in memory with an officer, a manager and 王伟 who has a car, and short ways to put tasks on the list and to call. */
export const openContactDesk = async () => {
  const desk = await openMemoryDesk();
  const { call, clock, connection } = desk;
  const hire = connection.prepare(
    'INSERT INTO staff (id, name, displayName, role, passwordHash, createdAt) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const person = (name: string, role: Actor['role']): Actor => {
    const id = randomUUID();
    hire.run(id, `${name}-${id}`, name, role, 'x'.repeat(40), clock.now);
    return { ...staffAs(role), id, name };
  };
  const officer = person('何静', 'service');
  const manager = person('周凯', 'manager');
  connection.prepare("UPDATE store SET name = '一汽大众'").run();
  const customer = async (input: object = {}): Promise<string> =>
    (
      await call('customers.add', {
        ...{ name: '王伟', gender: 'male', phones: [{ number: '13800138000' }], address: '甲路 1 号' },
        ...input,
      })
    ).id;
  const { id: customerId, vehicleId } = await call('customers.add', {
    ...{ name: '王伟', gender: 'male', phones: [{ number: '13800138000' }], address: '甲路 1 号' },
    vehicle: { plate: '京A3K927' },
  });

  const insert =
    connection.prepare(`INSERT INTO task (id, ruleId, key, customerId, vehicleId, membershipId, subjectId, channel, purpose,
      occasionDay, dueAt, lastDay, ownerId, day, createdAt, updatedAt)
    SELECT @id, id, @id, @customerId, @vehicleId, NULL, @subjectId, coalesce(@channel, channel), coalesce(@purpose, purpose),
      @occasionDay, @dueAt, @lastDay, @ownerId, @occasionDay, @now, @now FROM taskRule WHERE id = @ruleId`);
  /** An open task as a rule makes it; of 王伟's insurance where nobody says another. */
  const task = (input: Partial<Readonly<Record<string, unknown>>> & { channel?: Channel } = {}): string => {
    const id = randomUUID();
    insert.run({
      ...{ id, ruleId: rules.insurance, customerId, vehicleId: null, subjectId: null, channel: null, purpose: null },
      ...{
        occasionDay: '2026-12-01',
        dueAt: clock.now + 5 * hour,
        lastDay: '2026-12-31',
        ownerId: null,
        now: clock.now,
      },
      ...input,
    });
    return id;
  };
  const taskRow = (id: string) =>
    connection.prepare('SELECT * FROM task WHERE id = ?').get(id) as Readonly<Record<string, unknown>>;
  const consent = (purpose: string, state: string, id: string = customerId) =>
    call('customers.setConsent', { id, purpose, state, channel: 'counter' });
  const day = (input: object = {}, actor: Actor = officer) => call('tasks.day', input, actor);
  /** Who is on the list, and how many are left out under which reason. */
  const list = async (input: object = {}, actor: Actor = officer) => {
    const { rows, leftOut } = await day(input, actor);
    return {
      listed: rows.map((row: CallRow) => row.customerId) as string[],
      leftOut: Object.fromEntries(
        leftOut.map(({ reason, count }: { reason: string; count: number }) => [reason, count]),
      ) as Record<string, number>,
    };
  };
  const record = (outcome: string, taskIds: readonly string[], input: object = {}) =>
    call('tasks.record', { customerId, taskIds, outcome, ...input }, officer);
  const refused = async (made: Promise<unknown>): Promise<string> => {
    const { reason, fields, code } = await refusal(made);
    return fields?.[0] ?? reason ?? code;
  };
  const undo = async (): Promise<void> => {
    const [last] = (await call('changes.recent', { limit: 1 }, officer)).rows;
    await call('changes.undo', { command: last.command }, officer);
  };
  return {
    ...desk,
    ...{ officer, manager, customer, customerId, vehicleId: vehicleId as string },
    ...{ task, taskRow, consent, day, list, record, refused, undo },
  };
};
export type ContactDesk = Awaited<ReturnType<typeof openContactDesk>>;
