import { randomUUID } from 'node:crypto';
import { type Connection, openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import type { OpenOptions } from '../../db/store/types.ts';
import { admin, openTestStore, staffAs, type TestStore } from './openTestStore.ts';

export const reception = staffAs('reception');
export const manager = staffAs('manager');

export interface Member {
  readonly customerId: string;
  readonly vehicleId: string;
  readonly membershipId: string;
  readonly cardId: string;
  readonly number: string;
}

export interface MemberFacts {
  readonly name?: string;
  readonly tier?: string;
  readonly number?: string;
  /** last usable day; null: without an end */
  readonly through?: string | null;
  readonly joinDay?: string;
  /** opening points, cumulative and redeemable */
  readonly points?: readonly [number, number];
}

const names = '伟敏静磊洋艳勇军杰娟涛超明刚平辉玲桂';

/** What such a desk needs of a store: a way to call it, a clock, and its tables. */
type Called = Pick<TestStore, 'call' | 'clock'>;
type Write = <T>(run: (connection: Connection) => T) => T;

/**
 * A store whose members are there without joining: their rows as a join leaves them, so that these tests stand by themselves. Points
 * come by an adjustment of the administrator's.
 */
export const openMemberDesk = async (options: OpenOptions & { dataDir?: string } = {}) => {
  const test = await openTestStore(options);
  const write: Write = (run) => {
    const connection = openConnection(storeFileOf(test.dataDir));
    try {
      return run(connection);
    } finally {
      connection.close();
    }
  };
  return { ...test, ...memberDesk(test, write) };
};
export type MemberDesk = Awaited<ReturnType<typeof openMemberDesk>>;

/** The same over any store. */
export const memberDesk = (test: Called, write: Write) => {
  let count = 0;

  const rows = <T>(statement: string, ...values: unknown[]): T[] =>
    write((connection) => connection.prepare<unknown[], T>(statement).all(...values));

  const addCard = (membershipId: string, customerId: string, number: string, role = 'supplementary'): string => {
    const id = randomUUID();
    write((connection) =>
      connection
        .prepare(
          'INSERT INTO memberCard (id, customerId, number, membershipId, role, createdAt) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(id, customerId, number, membershipId, role, test.clock.now),
    );
    return id;
  };

  const addCustomer = async (name?: string): Promise<{ customerId: string; vehicleId: string }> => {
    const at = count++;
    const added = await test.call('customers.add', {
      name: name ?? `王${names[at % names.length]}${at}`,
      vehicle: { plate: `京A${String(10_000 + at)}`, series: '轩逸' },
    });
    return { customerId: added.id, vehicleId: added.vehicleId };
  };

  const addMember = async (facts: MemberFacts = {}): Promise<Member> => {
    const { customerId, vehicleId } = await addCustomer(facts.name);
    const membershipId = randomUUID();
    const number = facts.number ?? String(81_000_000 + count);
    write((connection) =>
      connection
        .prepare(
          `INSERT INTO membership (id, customerId, tier, joinMode, joinDay, validThrough, createdAt, updatedAt)
           VALUES (?, ?, ?, 'fee', ?, ?, ?, ?)`,
        )
        .run(
          membershipId,
          customerId,
          facts.tier ?? 'silver',
          facts.joinDay ?? '2026-01-01',
          facts.through === undefined ? '2099-12-31' : facts.through,
          test.clock.now,
          test.clock.now,
        ),
    );
    const cardId = addCard(membershipId, customerId, number, 'main');
    const [cumulative, redeemable] = facts.points ?? [0, 0];
    if (cumulative !== 0 || redeemable !== 0) {
      await test.call('points.adjust', { membershipId, cumulative, redeemable, reason: '期初' }, admin);
    }
    return { customerId, vehicleId, membershipId, cardId, number };
  };

  const setCardState = (cardId: string, state: string): void => {
    write((connection) => connection.prepare('UPDATE memberCard SET state = ? WHERE id = ?').run(state, cardId));
  };

  const balance = (membershipId: string): readonly [cumulative: number, redeemable: number, debt: number] => {
    const [row] = rows<{ cumulative: number; redeemable: number; debt: number }>(
      'SELECT cumulative, redeemable, debt FROM pointsBalance WHERE membershipId = ?',
      membershipId,
    );
    return row ? [row.cumulative, row.redeemable, row.debt] : [0, 0, 0];
  };

  const lots = (membershipId: string) =>
    rows<{ lastDay: string; remaining: number }>(
      'SELECT lastDay, remaining FROM pointsLot WHERE membershipId = ? AND remaining > 0 ORDER BY lastDay, id',
      membershipId,
    );

  /** Everything that may not have moved where something was refused. */
  const everything = (): unknown =>
    [
      'pointsEntry',
      'pointsMove',
      'pointsLot',
      'pointsBalance',
      'voucher',
      'approval',
      'reward',
      'visit',
      'changeLog',
    ].map((table) => rows(`SELECT * FROM ${table}`));

  const addReward = async (fields: object = {}): Promise<string> =>
    (
      await test.call('rewards.add', {
        kind: 'gift',
        name: '车载香薰',
        points: 100,
        validDays: 30,
        ...fields,
      })
    ).id;

  const visit = async (
    vehicleId: string,
    amountFen: number,
    more: object = {},
  ): Promise<{ id: string; version: number }> =>
    test.call('visits.add', {
      vehicleId,
      arrivedAt: test.clock.now,
      lines: [{ category: 'maintenanceLabour', amountFen }],
      ...more,
    });

  /** A lot of its own: points earned so that they lapse on that day. */
  const addLot = (membershipId: string, points: number, lastDay: string): void => {
    write((connection) => {
      const entry = randomUUID();
      const lot = randomUUID();
      connection
        .prepare(
          `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName)
           VALUES (?, ?, 'earn', ?, ?, 'silver', '2026-11-22', ?, 'test')`,
        )
        .run(entry, membershipId, points, points, test.clock.now);
      connection
        .prepare('INSERT INTO pointsLot (id, membershipId, entryId, lastDay) VALUES (?, ?, ?, ?)')
        .run(lot, membershipId, entry, lastDay);
      connection.prepare('INSERT INTO pointsMove (entryId, lotId, points) VALUES (?, ?, ?)').run(entry, lot, points);
    });
  };

  const setTerms = async (terms: object): Promise<void> => {
    const { values } = await test.call('settings.get');
    await test.call('settings.update', { values: { pointsTerms: { ...values.pointsTerms, ...terms } } });
  };

  return {
    rows,
    write,
    addCard,
    addCustomer,
    addMember,
    setCardState,
    balance,
    lots,
    everything,
    addReward,
    visit,
    addLot,
    setTerms,
  };
};
/** The test clock moved to an hour of a day in Shanghai. */
export const shanghai = (year: number, month: number, day: number, hour = 12, minute = 0): number =>
  Date.UTC(year, month - 1, day, hour - 8, minute);

export const redeem = (test: Called, member: { readonly number: string }, rewardId: string, more: object = {}) =>
  test.call('rewards.redeem', { card: member.number, rewardId, ...more }, reception);
