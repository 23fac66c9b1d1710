import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../db/domain/zonedTime.ts';
import type { Connection } from '../../db/store/connection.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { type Member, manager, openMemberDesk, reception } from './memberDesk.ts';
import { type MemoryDesk, openMemoryDesk } from './memoryDesk.ts';
import { testNow } from './openTestStore.ts';

/**
 * What desks do with points, in any order, each step through the store as a desk calls it: the book must add up after every one,
 * against a ledger of our own that knows nothing of lots.
 */
type Step = {
  readonly what:
    | 'visit'
    | 'visit'
    | 'void'
    | 'undo'
    | 'redeem'
    | 'redeem'
    | 'voidVoucher'
    | 'useVoucher'
    | 'adjust'
    | 'transfer'
    | 'pass'
    | 'lapse';
  readonly who: number;
  readonly which: number;
  readonly points: number;
  /** sent again by a desk that lost its connection */
  readonly twice: boolean;
};

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    ...([
      'visit',
      'visit',
      'visit',
      'void',
      'undo',
      'redeem',
      'redeem',
      'redeem',
      'voidVoucher',
      'useVoucher',
      'adjust',
      'transfer',
      'pass',
      'lapse',
    ] as const),
  ),
  who: fc.nat(1),
  which: fc.nat(30),
  points: fc.integer({ min: 1, max: 500 }),
  twice: fc.boolean(),
});

interface Sums {
  readonly cumulative: number;
  readonly redeemable: number;
  readonly debt: number;
  readonly entriesCumulative: number;
  readonly entriesRedeemable: number;
  readonly lots: number;
  readonly wrongEntries: number;
  readonly wrongLots: number;
  readonly twice: number;
  readonly unpaid: number;
  readonly unmirrored: number;
  readonly wrongKinds: number;
}

let desk: MemoryDesk;
let reward: string;
let book: Connection;

beforeAll(async () => {
  desk = await openMemoryDesk();
  book = desk.connection;
  reward = await desk.addReward({ kind: 'cash', name: '代金券', valueFen: 100, points: 70, validDays: 3000 });
});
afterAll(() => desk.connection.close());

const sums = (id: string): Sums | undefined =>
  book
    .prepare<{ id: string }, Sums>(
      `SELECT coalesce((SELECT cumulative FROM pointsBalance WHERE membershipId = @id), 0) AS cumulative,
        coalesce((SELECT redeemable FROM pointsBalance WHERE membershipId = @id), 0) AS redeemable,
        coalesce((SELECT debt FROM pointsBalance WHERE membershipId = @id), 0) AS debt,
        (SELECT coalesce(sum(cumulative), 0) FROM pointsEntry WHERE membershipId = @id) AS entriesCumulative,
        (SELECT coalesce(sum(redeemable), 0) FROM pointsEntry WHERE membershipId = @id) AS entriesRedeemable,
        (SELECT coalesce(sum(remaining), 0) FROM pointsLot WHERE membershipId = @id) AS lots,
        (SELECT count(*) FROM pointsEntry e WHERE membershipId = @id AND redeemable <>
          (SELECT coalesce(sum(points), 0) FROM pointsMove WHERE entryId = e.id)) AS wrongEntries,
        (SELECT count(*) FROM pointsLot l WHERE membershipId = @id AND remaining <>
          (SELECT coalesce(sum(points), 0) FROM pointsMove WHERE lotId = l.id)) AS wrongLots,
        (SELECT count(*) FROM (SELECT 1 FROM pointsEntry e WHERE membershipId = @id AND sourceId IS NOT NULL
          AND kind IN ('earn', 'bonus', 'redeem', 'donate')
          AND NOT EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id) GROUP BY sourceId, kind HAVING count(*) > 1)) AS twice,
        (SELECT count(*) FROM voucher v WHERE membershipId = @id AND points > 0 AND (state = 'void') <>
          EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = v.entryId)) AS unpaid,
        (SELECT count(*) FROM pointsEntry r JOIN pointsEntry e ON e.id = r.reverses WHERE r.membershipId = @id
          AND (r.cumulative <> -e.cumulative OR r.redeemable <> -e.redeemable)) AS unmirrored,
        (SELECT count(*) FROM pointsEntry e WHERE membershipId = @id AND NOT (CASE kind
          WHEN 'earn' THEN cumulative > 0 AND redeemable > 0
          WHEN 'redeem' THEN cumulative = 0 AND redeemable < 0
          WHEN 'expire' THEN cumulative = 0 AND redeemable < 0
          WHEN 'transferOut' THEN cumulative = 0 AND redeemable < 0
          WHEN 'transferIn' THEN cumulative = 0 AND redeemable > 0
          ELSE kind IN ('adjust', 'reverse') END)) AS wrongKinds`,
    )
    .get({ id });

/** What the two of them should have, by what was done. */
class Expected {
  readonly members: readonly Member[];
  readonly cumulative = [0, 0];
  /** redeemable as it would be if nothing ever lapsed, and what did lapse of it */
  readonly redeemable = [0, 0];
  readonly visits: { id: string; version: number; points: number; who: number; state: 'good' | 'void' | 'gone' }[] = [];
  readonly vouchers: { id: string; code: string; who: number; state: 'active' | 'used' | 'void' }[] = [];

  constructor(members: readonly Member[]) {
    this.members = members;
  }
  move(who: number, cumulative: number, redeemable: number): void {
    this.cumulative[who] = (this.cumulative[who] ?? 0) + cumulative;
    this.redeemable[who] = (this.redeemable[who] ?? 0) + redeemable;
  }
}

/** Every refusal must be one that the book justifies. */
const refusals: Readonly<Record<string, RegExp>> = {
  redeem: /^(points-debt|points-short)$/,
  adjust: /^(points-debt|points-short|cumulative-short)$/,
  transfer: /^(points-debt|points-short)$/,
  voidVoucher: /^(voucher-void|voucher-at-visit)$/,
  undo: /^(undo-changed-since|undone-already|undo-gone)$/,
};

const tried = async (what: string, call: Promise<unknown>): Promise<{ output: unknown } | null> => {
  try {
    return { output: await call };
  } catch (error) {
    const reason = (error as { data?: { reason?: string } }).data?.reason ?? String(error);
    expect(reason).toMatch(refusals[what] ?? /^never$/);
    return null;
  }
};

const run = async (expected: Expected, { what, who, which, points, twice }: Step): Promise<void> => {
  const member = expected.members[who];
  const other = expected.members[1 - who];
  if (!member || !other) return;
  const send = async (name: string, input: object) => {
    const request = { requestId: randomUUID(), ...input };
    const first = await desk.call(name, request, manager);
    if (twice) expect(await desk.call(name, request, manager)).toEqual(first);
    return first;
  };
  switch (what) {
    case 'visit': {
      const lines = [{ category: 'parts', amountFen: points * 100 + 99 }];
      const free = expected.vouchers.find((voucher) => voucher.state === 'active' && voucher.who === who);
      const vouchers = free && which % 2 === 0 ? [free.code] : [];
      const input = { vehicleId: member.vehicleId, arrivedAt: desk.clock.now, lines, vouchers };
      const { id, version } = await send('visits.add', input);
      if (free && vouchers.length > 0) free.state = 'used';
      expected.visits.push({ id, version, points, who, state: 'good' });
      expected.move(who, points, points);
      return;
    }
    case 'void': {
      const good = expected.visits.filter((each) => each.state === 'good');
      const visit = good[which % Math.max(1, good.length)];
      if (!visit) return;
      await send('visits.void', { id: visit.id, version: visit.version, reason: '录错了' });
      visit.version++;
      visit.state = 'void';
      expected.move(visit.who, -visit.points, -visit.points);
      return;
    }
    case 'undo': {
      const { rows } = await desk.call('changes.recent', { limit: 1 }, manager);
      const [last] = rows;
      const visit = expected.visits.findLast((each) => each.state !== 'gone');
      if (!last || !visit || !['visitAdd', 'visitVoid'].includes(last.kind)) return;
      const seen = book
        .prepare<[number], { entityId: string }>('SELECT entityId FROM auditLog WHERE seq = ?')
        .get(last.command);
      const about = expected.visits.find((each) => each.id === seen?.entityId);
      if (!about) return;
      const done = await tried('undo', send('changes.undo', { command: last.command }));
      if (!done) return;
      const back = last.kind === 'visitVoid';
      about.state = back ? 'good' : 'gone';
      about.version++;
      expected.move(about.who, back ? about.points : -about.points, back ? about.points : -about.points);
      return;
    }
    case 'redeem': {
      const count = 1 + (which % 3);
      const done = await tried('redeem', send('rewards.redeem', { card: member.number, rewardId: reward, count }));
      if (!done) return;
      const { vouchers } = done.output as { vouchers: { id: string; code: string }[] };
      for (const { id, code } of vouchers) expected.vouchers.push({ id, code, who, state: 'active' });
      expected.move(who, 0, -70 * count);
      return;
    }
    case 'voidVoucher': {
      const living = expected.vouchers.filter((each) => each.state !== 'void');
      const voucher = living[which % Math.max(1, living.length)];
      if (!voucher) return;
      const { version } = await desk.call('vouchers.get', { code: voucher.code });
      const done = await tried('voidVoucher', send('vouchers.void', { id: voucher.id, version, reason: '不要了' }));
      if (!done) return;
      voucher.state = 'void';
      expected.move(voucher.who, 0, 70);
      return;
    }
    case 'useVoucher': {
      const voucher = expected.vouchers.find((each) => each.state === 'active');
      if (!voucher) return;
      const { state } = await desk.call('vouchers.get', { code: voucher.code });
      if (state === 'active') await send('vouchers.use', { code: voucher.code });
      voucher.state = 'used';
      return;
    }
    case 'adjust': {
      const moved = { cumulative: (which % 3) - 1, redeemable: which % 2 ? points : -points };
      const done = await tried(
        'adjust',
        send('points.adjust', { membershipId: member.membershipId, ...moved, reason: '调整' }),
      );
      if (done) expected.move(who, moved.cumulative, moved.redeemable);
      return;
    }
    case 'transfer': {
      const input = { fromId: member.membershipId, toId: other.membershipId, points, reason: '家人' };
      if (!(await tried('transfer', send('points.transfer', input)))) return;
      expected.move(who, 0, -points);
      expected.move(1 - who, 0, points);
      return;
    }
    case 'pass':
      desk.clock.now += points * 86_400_000;
      return;
    case 'lapse':
      while ((await desk.call('points.lapse', {}, { ...manager, kind: 'system' })).more);
      return;
  }
};

/**
 * Whatever was taken just now came from the lots that lapse first: none before one of those has anything left. What was given is none
 * of it: that pays a debt from its own lot.
 */
const passedOver = (id: string): number =>
  book
    .prepare<{ id: string; now: number; today: string }, number>(
      `SELECT count(*) FROM pointsLot l WHERE l.membershipId = @id AND l.remaining > 0 AND l.lastDay >= @today AND EXISTS (
        SELECT 1 FROM pointsEntry e JOIN pointsMove m ON m.entryId = e.id JOIN pointsLot taken ON taken.id = m.lotId
        WHERE e.membershipId = @id AND e.at = @now AND e.kind IN ('redeem', 'transferOut', 'adjust') AND e.redeemable < 0
          AND m.points < 0
          AND (taken.lastDay, taken.id) > (l.lastDay, l.id))`,
    )
    .pluck(true)
    .get({ id, now: desk.clock.now, today: dayOf(desk.clock.now, 'Asia/Shanghai') }) ?? 0;

const lapsedOf = (id: string): number =>
  book
    .prepare<[string], number>(
      `SELECT coalesce(sum(e.redeemable), 0) FROM pointsEntry e WHERE e.membershipId = ? AND e.kind = 'expire'`,
    )
    .pluck(true)
    .get(id) ?? 0;

const compare = (expected: Expected): void => {
  for (const [who, { membershipId }] of expected.members.entries()) {
    const found = sums(membershipId);
    expect(passedOver(membershipId)).toBe(0);
    const cumulative = expected.cumulative[who] ?? 0;
    const redeemable = (expected.redeemable[who] ?? 0) + lapsedOf(membershipId);
    expect(found).toEqual({
      cumulative,
      redeemable,
      debt: found?.debt,
      entriesCumulative: cumulative,
      entriesRedeemable: redeemable,
      lots: redeemable + (found?.debt ?? 0),
      wrongEntries: 0,
      wrongLots: 0,
      twice: 0,
      unpaid: 0,
      unmirrored: 0,
      wrongKinds: 0,
    });
  }
};

describe('whatever desks do with points, in whatever order', () => {
  it('adds up after every step, and nothing counts twice', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        desk.clock.now = testNow;
        const members = [await desk.addMember({ through: null }), await desk.addMember({ through: null })];
        const [first, second] = members;
        await desk.call('customers.addRelation', {
          id: first?.customerId,
          kind: 'spouse',
          otherId: second?.customerId,
          name: '家人',
        });
        const expected = new Expected(members);
        for (const each of steps) {
          desk.clock.now += 1000;
          await run(expected, each);
          compare(expected);
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe('two desks at once', () => {
  it('never spend more than there is, and give no voucher without its points', { timeout: 60_000 }, async () => {
    const shared = await openMemberDesk({ threads: true });
    const member = await shared.addMember({ points: [0, 350] });
    const rewardId = await shared.addReward({ points: 100, stock: 10 });
    const calls = Array.from({ length: 24 }, (_, at) =>
      shared.call('rewards.redeem', { card: member.number, rewardId }, at % 2 ? reception : manager),
    );
    const done = await Promise.allSettled(calls);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const each of done) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ data: { reason: 'points-short' } });
    }
    expect(shared.balance(member.membershipId)).toEqual([0, 50, 0]);
    expect(shared.rows('SELECT id FROM voucher')).toHaveLength(3);
    expect((await verifyStore(shared.dataDir)).findings).toEqual([]);
  });

  it('never give the last of a stock twice, nor use a voucher twice', { timeout: 60_000 }, async () => {
    const shared = await openMemberDesk({ threads: true });
    const members = [await shared.addMember({ points: [0, 500] }), await shared.addMember({ points: [0, 500] })];
    const rewardId = await shared.addReward({ points: 10, stock: 3 });
    const taken = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) =>
        shared.call('rewards.redeem', { card: members[at % 2]?.number, rewardId }, reception),
      ),
    );
    const given = taken.flatMap((each) =>
      each.status === 'fulfilled' ? (each.value as { vouchers: { code: string }[] }).vouchers : [],
    );
    expect(given).toHaveLength(3);
    const [first] = given;
    const used = await Promise.allSettled(
      Array.from({ length: 6 }, () => shared.call('vouchers.use', { code: first?.code }, reception)),
    );
    expect(used.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await verifyStore(shared.dataDir)).findings).toEqual([]);
  });

  it('sending the same request do it once', { timeout: 60_000 }, async () => {
    const shared = await openMemberDesk({ threads: true });
    const member = await shared.addMember({ points: [0, 500] });
    const rewardId = await shared.addReward({ points: 100 });
    const requestId = randomUUID();
    const sent = await Promise.all(
      Array.from({ length: 8 }, () =>
        shared.call('rewards.redeem', { requestId, card: member.number, rewardId }, reception),
      ),
    );
    expect(new Set(sent.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(shared.balance(member.membershipId)).toEqual([0, 400, 0]);
  });
});
