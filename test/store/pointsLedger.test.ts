import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import type { EntryKind, NewEntry } from '../../db/features/points/entries.ts';
import { balanceOf, give, lapse, openLots, reverse, take } from '../../db/features/points/ledger.ts';
import { type BareLedger, openBareLedger } from './bareLedger.ts';
import { refusal, testNow } from './openTestStore.ts';

let ledger: BareLedger;
beforeAll(async () => {
  ledger = await openBareLedger();
});
afterAll(() => ledger.connection.close());

const entry = (membershipId: string, kind: EntryKind, redeemable: number, part: Partial<NewEntry> = {}): NewEntry => ({
  membershipId,
  kind,
  cumulative: kind === 'earn' ? redeemable : 0,
  redeemable,
  tier: 'silver',
  day: ledger.ctx.today(),
  source: null,
  ruleDay: null,
  ...part,
});

const earn = (id: string, points: number, days: number): Promise<string> =>
  give(ledger.db, ledger.ctx, entry(id, 'earn', points), addDays(ledger.ctx.today(), days));
const redeem = (id: string, points: number): Promise<string> =>
  take(ledger.db, ledger.ctx, entry(id, 'redeem', -points));
const takeBack = (entryId: string) => reverse(ledger.db, ledger.ctx, entryId, 'test');
const lapseDue = async (id: string): Promise<void> => {
  for (const lot of await openLots(ledger.db, id)) {
    if (lot.lastDay < ledger.ctx.today()) await lapse(ledger.db, ledger.ctx, { ...lot, membershipId: id }, 'silver');
  }
};
const passDays = (days: number): void => {
  ledger.clock.now += days * 86_400_000;
};

/** What the book of one membership says, each figure added up from its rows. */
const sums = (id: string) =>
  ledger.connection
    .prepare<
      [string, string, string, string, string],
      { cumulative: number; redeemable: number; lots: number; debt: number; wrongEntries: number; wrongLots: number }
    >(
      `SELECT (SELECT coalesce(sum(cumulative), 0) FROM pointsEntry WHERE membershipId = ?) AS cumulative,
        (SELECT coalesce(sum(redeemable), 0) FROM pointsEntry WHERE membershipId = ?) AS redeemable,
        (SELECT coalesce(sum(remaining), 0) FROM pointsLot WHERE membershipId = ?) AS lots,
        (SELECT count(*) FROM pointsEntry e WHERE membershipId = ? AND redeemable <>
          (SELECT coalesce(sum(points), 0) FROM pointsMove WHERE entryId = e.id)) AS wrongEntries,
        (SELECT count(*) FROM pointsLot l WHERE membershipId = ? AND remaining <>
          (SELECT coalesce(sum(points), 0) FROM pointsMove WHERE lotId = l.id)) AS wrongLots`,
    )
    .get(id, id, id, id, id);

const expectSound = async (id: string): Promise<void> => {
  const balance = await balanceOf(ledger.db, id);
  expect(sums(id)).toEqual({
    cumulative: balance.cumulative,
    redeemable: balance.redeemable,
    lots: balance.redeemable + balance.debt,
    wrongEntries: 0,
    wrongLots: 0,
  });
};

type Step =
  | { readonly what: 'earn'; readonly points: number; readonly days: number }
  | { readonly what: 'redeem'; readonly points: number }
  | { readonly what: 'reverse'; readonly which: number }
  | { readonly what: 'pass'; readonly days: number }
  | { readonly what: 'lapse' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('earn' as const), points: fc.nat(900), days: fc.nat(60) }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('redeem' as const), points: fc.integer({ min: 1, max: 600 }) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('reverse' as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('lapse' as const) }) },
);

/** Runs a history; every refusal must be one that the book justifies. Gives the entries that still count. */
const live = async (id: string, steps: readonly Step[]): Promise<string[]> => {
  const living: string[] = [];
  for (const each of steps) {
    const today = ledger.ctx.today();
    const lots = await openLots(ledger.db, id);
    const usable = lots.filter((lot) => lot.lastDay >= today).reduce((sum, lot) => sum + lot.remaining, 0);
    const { debt } = await balanceOf(ledger.db, id);
    if (each.what === 'earn') living.push(await earn(id, each.points, each.days));
    else if (each.what === 'pass') passDays(each.days);
    else if (each.what === 'lapse') await lapseDue(id);
    else if (each.what === 'reverse') {
      const [entryId] = living.splice(each.which % Math.max(1, living.length), 1);
      if (entryId) await takeBack(entryId);
    } else {
      const done = redeem(id, each.points);
      if (debt > 0) expect(await refusal(done)).toMatchObject({ reason: 'points-debt' });
      else if (usable < each.points) expect(await refusal(done)).toMatchObject({ code: 'INSUFFICIENT_POINTS' });
      else living.push(await done);
    }
    await expectSound(id);
  }
  return living;
};

describe('the points ledger', () => {
  it('adds up after every step of any history', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
        ledger.clock.now = testNow;
        await live(await ledger.newMembership(), steps);
      }),
      { numRuns: 1500 },
    );
  });

  it('comes to nothing when everything is taken back, in whatever order', { timeout: 120_000 }, async () => {
    const noDays = step.filter((each) => each.what === 'earn' || each.what === 'redeem' || each.what === 'reverse');
    await fc.assert(
      fc.asyncProperty(fc.array(noDays, { maxLength: 14 }), fc.infiniteStream(fc.nat()), async (steps, order) => {
        ledger.clock.now = testNow;
        const id = await ledger.newMembership();
        const living = await live(id, steps);
        while (living.length > 0) {
          const [entryId = ''] = living.splice((order.next().value ?? 0) % living.length, 1);
          await takeBack(entryId);
          await expectSound(id);
        }
        expect(await balanceOf(ledger.db, id)).toMatchObject({ cumulative: 0, redeemable: 0 });
      }),
      { numRuns: 1000 },
    );
  });

  it('never lowers cumulative points by spending or lapsing', async () => {
    const id = await ledger.newMembership();
    await earn(id, 1000, 10);
    await redeem(id, 400);
    passDays(11);
    await lapseDue(id);
    expect(await balanceOf(ledger.db, id)).toEqual({ cumulative: 1000, redeemable: 0, debt: 0 });
  });

  it('makes a debt of what was spent before its earning was taken back; the next earning pays it, and nothing is redeemed meanwhile', async () => {
    const id = await ledger.newMembership();
    const first = await earn(id, 100, 10);
    await earn(id, 30, 20);
    await redeem(id, 80);
    expect(await takeBack(first)).toMatchObject({ debt: 80, lapsed: 0 });
    expect(await balanceOf(ledger.db, id)).toEqual({ cumulative: 30, redeemable: -50, debt: 80 });
    expect(await refusal(redeem(id, 1))).toEqual({ code: 'CONFLICT', reason: 'points-debt' });
    await earn(id, 100, 30);
    expect(await balanceOf(ledger.db, id)).toEqual({ cumulative: 130, redeemable: 50, debt: 0 });
    await redeem(id, 50);
    await expectSound(id);
  });

  it('gives back to the lots they came from; what lapsed meanwhile lapses at once', async () => {
    const id = await ledger.newMembership();
    await earn(id, 50, 5);
    await earn(id, 50, 50);
    const spent = await redeem(id, 70);
    passDays(6);
    expect(await takeBack(spent)).toMatchObject({ lapsed: 50, debt: 0 });
    expect(await openLots(ledger.db, id)).toMatchObject([{ remaining: 50 }]);
    expect(await balanceOf(ledger.db, id)).toEqual({ cumulative: 100, redeemable: 50, debt: 0 });
  });

  it('pays a debt with what comes back, before anything lapses', async () => {
    const id = await ledger.newMembership();
    const first = await earn(id, 100, 5);
    const spent = await redeem(id, 80);
    await takeBack(first);
    passDays(6);
    expect(await takeBack(spent)).toMatchObject({ lapsed: 0, debt: 0 });
    expect(await balanceOf(ledger.db, id)).toEqual({ cumulative: 0, redeemable: 0, debt: 0 });
  });

  it('can be spent on the last day, and not on the next', async () => {
    const id = await ledger.newMembership();
    await earn(id, 50, 3);
    passDays(3);
    await redeem(id, 20);
    passDays(1);
    expect(await refusal(redeem(id, 20))).toEqual({ code: 'INSUFFICIENT_POINTS', reason: 'points-short' });
  });

  it('takes an entry back once, and a taking back never', async () => {
    const id = await ledger.newMembership();
    const first = await earn(id, 10, 10);
    const { entryId } = await takeBack(first);
    for (const again of [first, entryId]) {
      expect(await refusal(takeBack(again))).toEqual({ code: 'CONFLICT', reason: 'points-reversed-already' });
    }
  });
});

describe('the tables themselves', () => {
  const source = { kind: 'visit', id: 'a-visit' } as const;

  it('take points of a kind for a document once, and again once those are reversed', async () => {
    const id = await ledger.newMembership();
    const award = (kind: 'earn' | 'bonus') =>
      give(ledger.db, ledger.ctx, entry(id, kind, 10, { source }), '2027-01-31');
    const first = await award('earn');
    await award('bonus');
    await expect(award('earn')).rejects.toThrow('source-twice');
    await takeBack(first);
    await award('earn');
    await expect(award('earn')).rejects.toThrow('source-twice');
    await expectSound(id);
  });

  it.each([
    'UPDATE pointsEntry SET redeemable = redeemable + 1',
    'DELETE FROM pointsEntry',
    'UPDATE pointsMove SET points = points + 1',
    'DELETE FROM pointsMove',
    "UPDATE pointsLot SET lastDay = '2099-12-31'",
    'DELETE FROM pointsLot',
  ])('only grow: %s', (statement) => {
    expect(() => ledger.connection.prepare(statement).run()).toThrow('append-only');
  });

  it.each([
    ['redeem', 0, 5],
    ['redeem', -1, -5],
    ['expire', 0, 5],
    ['earn', -1, 0],
    ['bonus', 0, -1],
    ['transferIn', 0, -1],
    ['reverse', 0, 0],
  ] as const)('refuse what a kind cannot move: %s %i / %i', async (kind, cumulative, redeemable) => {
    const id = await ledger.newMembership();
    const insert = ledger.connection.prepare(
      `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName)
       VALUES (?, ?, ?, ?, ?, 'silver', '2026-11-22', 0, 'test')`,
    );
    expect(() => insert.run(ledger.ctx.newId(), id, kind, cumulative, redeemable)).toThrow('CHECK');
  });
});
