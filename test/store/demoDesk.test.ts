import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { buildDemo } from '../../db/store/demo/buildDemo.ts';
import { openStore } from '../../db/store/openStore.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { demoStore, desk, today } from './demoStore.ts';

const demo = demoStore();
const at = (time: string) => ({ create: false, now: () => Date.parse(`${today}T${time}:00+08:00`) });

interface Board {
  readonly columns: Record<
    'booked' | 'arrived' | 'inWork' | 'ready' | 'left',
    readonly { lineCount: number; bookedTime: string | null; lateMinutes: number; arrivedAt: number; time: string }[]
  >;
  readonly counts: Record<'booked' | 'arrived' | 'inWork' | 'ready' | 'left' | 'noShow' | 'longWaits', number>;
}

const boardAt = async (dir: string, time: string): Promise<Board> => {
  const store = await openStore(dir, at(time));
  try {
    return (await store.call('board.day', {}, desk)) as Board;
  } finally {
    await store.close();
  }
};

describe('the desk of a demo store', () => {
  it('has bookings today and in the week to come, of customers and strangers', async () => {
    const store = await openStore(demo.dir, at('11:00'));
    const week = (await store.call('appointments.ofRange', { fromDay: today, toDay: '2026-11-29' }, desk)) as {
      rows: { customerId: string | null }[];
      days: { booked: number; arrived: number }[];
    };
    await store.close();
    expect(week.days.map(({ booked }) => booked)).toEqual([4, 3, 3, 3, 3, 3, 3, 3]);
    expect(week.days[0]).toMatchObject({ arrived: 3 });
    expect(week.rows.some(({ customerId }) => customerId === null)).toBe(true);
    expect(week.rows.filter(({ customerId }) => customerId !== null).length).toBeGreaterThan(20);
  });

  it('has a board with a few cars in every step, of which some were booked and one waits too long', async () => {
    const board = await boardAt(demo.dir, '11:00');
    expect(board.counts).toMatchObject({
      booked: 4,
      arrived: 2,
      inWork: 3,
      ready: 2,
      left: 4,
      noShow: 0,
      longWaits: 1,
    });
    const cards = [...board.columns.inWork, ...board.columns.ready, ...board.columns.left];
    expect(cards.filter(({ bookedTime }) => bookedTime !== null)).toHaveLength(3);
    expect(board.columns.arrived.map(({ lineCount }) => lineCount)).toEqual([0, 0]);
  });

  it('has prospects with next steps and test drives, and lost ones with why', async () => {
    const store = await openStore(demo.dir, at('11:00'));
    const list = (state: string) => store.call('prospects.list', { filter: { state } }, desk);
    const open = (await list('open')) as {
      rows: { isNew: boolean; testDrives: number; tradeInSignal: boolean }[];
      counts: object;
    };
    const lost = (await list('lost')) as { rows: { lostReason: string | null }[] };
    await store.close();
    expect(open.rows).toHaveLength(11);
    expect(open.rows.filter(({ testDrives }) => testDrives > 0).length).toBeGreaterThan(4);
    expect(open.rows.filter(({ isNew, tradeInSignal }) => !isNew && tradeInSignal)).toHaveLength(2);
    expect(open.counts).toMatchObject({ open: 11, due: 2, overdue: 2 });
    expect(lost.rows.map(({ lostReason }) => lostReason !== null)).toEqual([true, true]);
  });

  it('has a recall with open vehicles and two plans for its fleets', async () => {
    const store = await openStore(demo.dir, at('11:00'));
    const recalls = (await store.call('recalls.list', {}, desk)) as { rows: { counts: object }[] };
    const plans = (await store.call('accounts.list', {}, desk)) as { rows: { kind: string }[]; counts: object };
    await store.close();
    expect(recalls.rows.map(({ counts }) => counts)).toEqual([{ listed: 19, ours: 14, open: 10, done: 4 }]);
    expect(plans.rows.map(({ kind }) => kind)).toEqual(['company', 'company']);
    expect(plans.counts).toEqual({ open: 1, due: 1, overdue: 0, reviewed: 1 });
  });

  it('has a few files twice, surer and less sure', async () => {
    const store = await openStore(demo.dir, at('11:00'));
    const { rows } = (await store.call('duplicates.list', {}, desk)) as {
      rows: { why: { by: string; against: boolean }[] }[];
    };
    await store.close();
    const signs = rows.map(({ why }) => why.filter(({ against }) => !against).map(({ by }) => by));
    const having = (...wanted: string[]) => signs.filter((by) => wanted.every((one) => by.includes(one))).length;
    expect(having('phone', 'nameSame')).toBe(2);
    expect(having('address', 'nameSame')).toBe(2);
    expect(having('nameSound', 'birthday')).toBeGreaterThanOrEqual(2);
  });

  it('is whole at any size, and has no more of it in a larger store', async () => {
    const counts: Record<string, number>[] = [];
    for (const customers of [1, 9, 40, 6000]) {
      const dir = join(demo.root, `desk-${customers}`);
      await buildDemo(dir, { customers, today });
      expect((await verifyStore(dir)).findings, `${customers}`).toEqual([]);
      const store = await openStore(dir, at('11:00'));
      const { rows } = (await store.call('prospects.list', {}, desk)) as { rows: [] };
      const { columns } = (await store.call('board.day', {}, desk)) as { columns: { booked: [] } };
      await store.close();
      counts.push({ prospects: rows.length, booked: columns.booked.length });
    }
    expect(counts.at(-1)).toEqual({ prospects: 11, booked: 4 });
  });

  it.each([
    ['00:00', { booked: 4, arrived: 2, inWork: 3, ready: 2, left: 4, noShow: 0, longWaits: 0 }],
    ['01:07', { booked: 4, arrived: 2, inWork: 3, ready: 2, left: 4, noShow: 0, longWaits: 0 }],
    ['06:30', { booked: 4, arrived: 2, inWork: 3, ready: 2, left: 4, noShow: 0, longWaits: 1 }],
    ['14:55', { booked: 4, arrived: 2, inWork: 3, ready: 2, left: 4, noShow: 0, longWaits: 1 }],
    ['16:05', { booked: 1, arrived: 2, inWork: 3, ready: 2, left: 4, noShow: 1, longWaits: 1 }],
    ['23:59', { booked: 0, arrived: 2, inWork: 3, ready: 2, left: 4, noShow: 1, longWaits: 1 }],
  ])('made at %s looks like that hour', async (time, counts) => {
    const dir = join(demo.root, `made-${time.replace(':', '')}`);
    const { now } = at(time);
    await buildDemo(dir, { customers: 400, now });
    expect((await verifyStore(dir)).findings).toEqual([]);
    const board = await boardAt(dir, time);
    expect(board.counts).toMatchObject(counts);
    expect(board.columns.booked.every(({ lateMinutes, time: begins }) => lateMinutes === 0 && begins > time)).toBe(
      true,
    );
    const store = openConnection(storeFileOf(dir), { readonly: true });
    const late =
      'SELECT (SELECT count(*) FROM visit WHERE arrivedAt > @now) + (SELECT count(*) FROM customer WHERE createdAt > @now)';
    const booked = "SELECT count(*) FROM appointment WHERE day = @today AND (state <> 'booked' OR startsAt > @now)";
    const value = (sql: string): unknown => store.prepare(sql).pluck(true).get({ now: now(), today });
    expect([value(late), value(booked)]).toEqual([0, 7]);
    store.close();
  });
});
