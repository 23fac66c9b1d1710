import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { type FileMember, type FileRow, importMembers, reading, visitOf } from './memberFile.ts';
import { openTestStore, refusal, type TestStore } from './openTestStore.ts';

const day = 86_400_000;

const twoMembers = async (first: FileRow = {}, second: FileRow = {}) => {
  const test = await openTestStore();
  const [keep, drop] = await importMembers(test, [first, second]);
  if (!keep || !drop) throw new Error('no members');
  return { test, keep, drop };
};

const versionOf = async (test: TestStore, id: string): Promise<number> =>
  (await test.call('customers.get', { id })).customer.version;
const merge = async (test: TestStore, keep: FileMember, drop: FileMember): Promise<number> =>
  (
    await test.call('duplicates.merge', {
      keepId: keep.customerId,
      dropId: drop.customerId,
      keepVersion: await versionOf(test, keep.customerId),
      dropVersion: await versionOf(test, drop.customerId),
    })
  ).command;
const undo = (test: TestStore, command: number) => test.call('changes.undo', { command });

const adjust = (test: TestStore, member: FileMember, points: number) =>
  test.call('points.adjust', { membershipId: member.membershipId, cumulative: 0, redeemable: points, reason: '测试' });
const lapseAll = async (test: TestStore): Promise<void> => {
  while ((await test.call('points.lapse')).more);
};

interface Account {
  readonly cumulative: number;
  readonly redeemable: number;
  readonly debt: number;
  /** points that lapsed, less those whose lapsing was taken back */
  readonly lapsed: number;
}

const accountOf = (test: TestStore, { membershipId }: FileMember): Account => {
  const [row] = reading<Account>(
    test,
    `SELECT coalesce(sum(e.cumulative), 0) AS cumulative, coalesce(sum(e.redeemable), 0) AS redeemable,
      coalesce((SELECT debt FROM pointsBalance WHERE membershipId = @id), 0) AS debt,
      -coalesce(sum(e.redeemable) FILTER (WHERE e.kind = 'expire'
        OR EXISTS (SELECT 1 FROM pointsEntry o WHERE o.id = e.reverses AND o.kind = 'expire')), 0) AS lapsed
     FROM pointsEntry e WHERE e.membershipId = @id`,
    { id: membershipId },
  );
  if (!row) throw new Error('no sums');
  return row;
};
const membershipRow = (test: TestStore, { membershipId }: FileMember) =>
  reading<{ tier: string; validThrough: string; state: string; mergedInto: string | null; customerId: string }>(
    test,
    'SELECT tier, validThrough, state, mergedInto, customerId FROM membership WHERE id = ?',
    membershipId,
  )[0];
const cardsOf = (test: TestStore, { membershipId }: FileMember) =>
  reading<{ number: string; role: string }>(
    test,
    'SELECT number, role FROM memberCard WHERE membershipId = ? ORDER BY number',
    membershipId,
  );
const lotsOf = (test: TestStore, { membershipId }: FileMember) =>
  reading<{ lastDay: string; remaining: number }>(
    test,
    'SELECT lastDay, remaining FROM pointsLot WHERE membershipId = ? AND remaining > 0 ORDER BY lastDay, id',
    membershipId,
  );
const sound = async (test: TestStore): Promise<void> => expect((await verifyStore(test.dataDir)).findings).toEqual([]);

describe('two members become one', () => {
  it('with both balances, every lot, both cards, the better tier and the later last day', async () => {
    const { test, keep, drop } = await twoMembers(
      { points: [500, 200], validThrough: '2027-03-09' },
      { points: [12_000, 900], tier: '金卡', validThrough: '2027-08-01' },
    );
    test.clock.now += 40 * day;
    await visitOf(test, drop, 100);
    await merge(test, keep, drop);
    expect(accountOf(test, keep)).toMatchObject({ cumulative: 12_600, redeemable: 1200, debt: 0 });
    expect(accountOf(test, drop)).toMatchObject({ cumulative: 0, redeemable: 0, debt: 0 });
    expect(lotsOf(test, keep)).toEqual([
      { lastDay: '2028-11-30', remaining: 200 },
      { lastDay: '2028-11-30', remaining: 900 },
      { lastDay: '2029-01-31', remaining: 100 },
    ]);
    expect(membershipRow(test, keep)).toMatchObject({ tier: 'gold', validThrough: '2027-08-01', state: 'active' });
    expect(membershipRow(test, drop)).toMatchObject({ state: 'merged', mergedInto: keep.membershipId });
    expect(cardsOf(test, keep)).toEqual([
      { number: keep.card, role: 'main' },
      { number: drop.card, role: 'supplementary' },
    ]);
    const book = await test.call('points.explain', { card: drop.card });
    expect(book.balance).toMatchObject({ cumulative: 12_600, redeemable: 1200 });
    expect(book.proof.holds).toBe(true);
    await sound(test);
  });

  it('and a visit with either car goes to the one account', async () => {
    const { test, keep, drop } = await twoMembers();
    await merge(test, keep, drop);
    await visitOf(test, keep, 10);
    await visitOf(test, drop, 20);
    expect(accountOf(test, keep)).toMatchObject({ cumulative: 30, redeemable: 30 });
  });

  it('where one owes, the other’s points pay', async () => {
    const { test, keep, drop } = await twoMembers({ points: [300, 300] });
    const { id, version } = await visitOf(test, drop, 100);
    await adjust(test, drop, -80);
    await test.call('visits.void', { id, version, reason: '录错了' });
    expect(accountOf(test, drop)).toMatchObject({ redeemable: -80, debt: 80 });
    const command = await merge(test, keep, drop);
    expect(accountOf(test, keep)).toMatchObject({ redeemable: 220, debt: 0 });
    await undo(test, command);
    expect(accountOf(test, keep)).toMatchObject({ redeemable: 300, debt: 0 });
    expect(accountOf(test, drop)).toMatchObject({ redeemable: -80, debt: 80 });
    await sound(test);
  });

  it('where only the dropped file has a membership, it stays what it is', async () => {
    const test = await openTestStore();
    const [drop] = await importMembers(test, [{ points: [500, 200] }]);
    if (!drop) throw new Error('no member');
    const { id } = await test.call('customers.add', { name: '王伟' });
    const command = await merge(test, { ...drop, customerId: id }, drop);
    expect(membershipRow(test, drop)).toMatchObject({ state: 'active', customerId: id });
    expect(accountOf(test, drop)).toMatchObject({ cumulative: 500, redeemable: 200 });
    await undo(test, command);
    expect(membershipRow(test, drop)).toMatchObject({ state: 'active', customerId: drop.customerId });
    await sound(test);
  });

  it('and what comes back to the merged one later goes on to the account', async () => {
    const { test, keep, drop } = await twoMembers();
    const { id, version } = await visitOf(test, drop, 100);
    await merge(test, keep, drop);
    await test.call('visits.void', { id, version: version + 1, reason: '录错了' });
    expect(accountOf(test, keep)).toMatchObject({ cumulative: 0, redeemable: 0, debt: 0 });
    expect(accountOf(test, drop)).toMatchObject({ cumulative: 0, redeemable: 0, debt: 0 });
    await sound(test);
  });
});

describe('undoing the merge', () => {
  it('gives both accounts back as they were: entries, lots, cards, tier, days', async () => {
    const { test, keep, drop } = await twoMembers(
      { points: [500, 200], validThrough: '2027-03-09' },
      { points: [12_000, 900], tier: '金卡', validThrough: '2027-08-01' },
    );
    await visitOf(test, drop, 100);
    await visitOf(test, keep, 50);
    const state = () =>
      [keep, drop].map((member) => ({
        account: accountOf(test, member),
        row: membershipRow(test, member),
        cards: cardsOf(test, member),
        lots: lotsOf(test, member),
      }));
    const before = state();
    const command = await merge(test, keep, drop);
    test.clock.now += 40 * day;
    await undo(test, command);
    expect(state()).toEqual(before);
    const kinds = reading<{ kind: string }>(test, 'SELECT kind FROM membershipEvent ORDER BY id').map(
      ({ kind }) => kind,
    );
    expect(kinds.toSorted()).toEqual(['mergeIn', 'mergeOut', 'mergeUndone', 'mergeUndone']);
    await sound(test);
  });

  it('leaves what was earned and spent since with the kept customer; what is missing is its debt', async () => {
    const { test, keep, drop } = await twoMembers({ points: [100, 100] }, { points: [300, 300] });
    const command = await merge(test, keep, drop);
    await visitOf(test, keep, 50);
    await adjust(test, keep, -350);
    expect(accountOf(test, keep)).toMatchObject({ redeemable: 100 });
    await undo(test, command);
    expect(accountOf(test, drop)).toMatchObject({ redeemable: 300, debt: 0 });
    expect(accountOf(test, keep)).toMatchObject({ redeemable: -200, debt: 200 });
    await sound(test);
  });

  it('lets points lapse where they belong, though they lapsed in the joined account', async () => {
    const { test, keep, drop } = await twoMembers({ points: [100, 100] }, { points: [300, 300] });
    test.clock.now += 60 * day;
    await visitOf(test, keep, 70);
    const command = await merge(test, keep, drop);
    await adjust(test, keep, -150);
    // the opening lots are over on 2028-11-30
    test.clock.now = Date.UTC(2028, 11, 1);
    await lapseAll(test);
    expect(accountOf(test, keep)).toMatchObject({ redeemable: 70, lapsed: 250 });
    await undo(test, command);
    expect(accountOf(test, drop)).toMatchObject({ redeemable: 0, debt: 0, lapsed: 300 });
    // 150 were spent of its own 100 and 70
    expect(accountOf(test, keep)).toMatchObject({ redeemable: 20, debt: 0, lapsed: 0 });
    await sound(test);
  });

  it('gives the card that replaced one back with it', async () => {
    const { test, keep, drop } = await twoMembers();
    const command = await merge(test, keep, drop);
    const connection = openConnection(storeFileOf(test.dataDir));
    const next = randomUUID();
    connection
      .prepare(
        `INSERT INTO memberCard (id, customerId, membershipId, number, role, createdAt)
         SELECT ?, customerId, membershipId, '900000000001', role, createdAt FROM memberCard WHERE number = ?`,
      )
      .run(next, drop.card);
    connection
      .prepare("UPDATE memberCard SET state = 'replaced', replacedBy = ? WHERE number = ?")
      .run(next, drop.card);
    connection.close();
    await undo(test, command);
    expect(cardsOf(test, drop)).toEqual([
      { number: drop.card, role: 'main' },
      { number: '900000000001', role: 'main' },
    ]);
    expect(
      reading<{ customerId: string }>(test, 'SELECT customerId FROM memberCard WHERE id = ?', next)[0]?.customerId,
    ).toBe(drop.customerId);
    await sound(test);
  });

  it('of one of two merges leaves the other joined, in either order', async () => {
    const test = await openTestStore();
    const [keep, first, second] = await importMembers(test, [
      { points: [10, 10] },
      { points: [200, 200], tier: '金卡' },
      { points: [3000, 3000], tier: '钻石卡' },
    ]);
    if (!keep || !first || !second) throw new Error('no members');
    for (const order of [
      [first, second],
      [second, first],
    ] as const) {
      const commands = new Map<FileMember, number>();
      for (const each of [first, second]) commands.set(each, await merge(test, keep, each));
      expect(accountOf(test, keep)).toMatchObject({ cumulative: 3210, redeemable: 3210 });
      await undo(test, commands.get(order[0]) ?? 0);
      const left = order[1];
      expect(accountOf(test, keep).redeemable).toBe(left === first ? 210 : 3010);
      expect(membershipRow(test, keep)?.tier).toBe(left === first ? 'gold' : 'diamond');
      await undo(test, commands.get(left) ?? 0);
      expect([keep, first, second].map((each) => accountOf(test, each).redeemable)).toEqual([10, 200, 3000]);
      expect([keep, first, second].map((each) => membershipRow(test, each)?.tier)).toEqual([
        'silver',
        'gold',
        'diamond',
      ]);
    }
    await sound(test);
  });

  it('of a membership into which another was joined since asks for the later one first', async () => {
    const test = await openTestStore();
    const [first, second] = await importMembers(test, [{ points: [10, 10] }, { points: [200, 200] }]);
    if (!first || !second) throw new Error('no members');
    const { id } = await test.call('customers.add', { name: '王伟' });
    const keep = { ...first, customerId: id };
    const moved = await merge(test, keep, first);
    const joined = await merge(test, keep, second);
    expect(accountOf(test, first)).toMatchObject({ redeemable: 210 });
    expect((await refusal(undo(test, moved))).reason).toBe('undo-accounts-joined');
    await undo(test, joined);
    await undo(test, moved);
    expect([first, second].map((each) => accountOf(test, each).redeemable)).toEqual([10, 200]);
    await sound(test);
  });
});

type Step =
  | { readonly what: 'visit'; readonly of: 'keep' | 'drop'; readonly yuan: number }
  | { readonly what: 'void'; readonly which: number }
  | { readonly what: 'edit'; readonly which: number; readonly yuan: number }
  | { readonly what: 'spend'; readonly of: 'keep' | 'drop'; readonly points: number }
  | { readonly what: 'pass'; readonly days: number };

const of = fc.constantFrom('keep' as const, 'drop' as const);
const yuan = fc.integer({ min: 1, max: 400 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('visit' as const), of, yuan }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('void' as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('edit' as const), which: fc.nat(20), yuan }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('spend' as const), of, points: fc.integer({ min: 1, max: 500 }) }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 500 }) }) },
);
const steps = fc.array(step, { maxLength: 7 });

interface Entered {
  readonly id: string;
  version: number;
}

/** A visit, as the merged pair and its twin that never merged have it. */
interface Visits {
  readonly merged: Entered;
  readonly apart: Entered;
}

describe('any history with a merge in it', () => {
  const pairs = 50;

  it('loses and makes no point, and its undoing gives each account what it would have had', {
    timeout: 240_000,
  }, async () => {
    const test = await openTestStore();
    const opening = [{ points: [100, 60] as const }, { points: [300, 150] as const }];
    const members = await importMembers(
      test,
      Array.from({ length: pairs * 4 }, (_, index) => opening[index % 2] ?? {}),
    );
    let pair = 0;
    const history = async (before: readonly Step[], joined: readonly Step[], after: readonly Step[]): Promise<void> => {
      const [keep, drop, keepTwin, dropTwin] = members.slice((pair % pairs) * 4, (pair % pairs) * 4 + 4);
      pair++;
      if (!keep || !drop || !keepTwin || !dropTwin) throw new Error('no members');
      const visits: Visits[] = [];
      /** spent in the joined account beyond what the kept one alone had */
      let owed = 0;
      let merged = false;

      const enter = async (each: Extract<Step, { what: 'visit' }>): Promise<void> => {
        const twin = merged || each.of === 'keep' ? keepTwin : dropTwin;
        visits.push({
          merged: await visitOf(test, each.of === 'keep' ? keep : drop, each.yuan),
          apart: await visitOf(test, twin, each.yuan),
        });
      };
      const spend = async (each: Extract<Step, { what: 'spend' }>): Promise<void> => {
        const fromKept = merged || each.of === 'keep';
        const done = await refusal(adjust(test, fromKept ? keep : drop, -each.points));
        if (done.code !== 'TAKEN') return;
        const twin = await refusal(adjust(test, fromKept ? keepTwin : dropTwin, -each.points));
        if (twin.code !== 'TAKEN') owed += each.points;
      };
      const change = async (which: number, to: number | null): Promise<void> => {
        const at = which % Math.max(1, visits.length);
        const entered = visits[at];
        if (!entered) return;
        for (const visit of [entered.merged, entered.apart]) {
          // a merge and its undoing raise the version
          const { version } = await test.call('visits.get', { id: visit.id });
          const key = { id: visit.id, version };
          if (to === null) await test.call('visits.void', { ...key, reason: '录错了' });
          else await test.call('board.setLines', { ...key, lines: [{ category: 'parts', amountFen: to * 100 }] });
        }
        if (to === null) visits.splice(at, 1);
      };
      const live = async (all: readonly Step[]): Promise<void> => {
        for (const each of all) {
          if (each.what === 'visit') await enter(each);
          else if (each.what === 'spend') await spend(each);
          else if (each.what === 'void') await change(each.which, null);
          else if (each.what === 'edit') await change(each.which, each.yuan);
          else {
            test.clock.now += each.days * day;
            await lapseAll(test);
          }
        }
      };
      /** cumulative points, and what was given less what was spent: neither knows when a point lapses */
      const figures = (...accounts: readonly FileMember[]): [number, number] => {
        const all = accounts.map((each) => accountOf(test, each));
        return [
          all.reduce((sum, { cumulative }) => sum + cumulative, 0),
          all.reduce((sum, { redeemable, lapsed }) => sum + redeemable + lapsed, 0),
        ];
      };
      const less = ([cumulative, left]: [number, number], points: number): [number, number] => [
        cumulative,
        left - points,
      ];

      await live(before);
      const owesNothing = accountOf(test, dropTwin).debt === 0;
      const corrected = joined.some(({ what }) => what === 'void' || what === 'edit');
      const command = await merge(test, keep, drop);
      merged = true;
      expect(accountOf(test, drop)).toMatchObject({ cumulative: 0, redeemable: 0, debt: 0 });
      await live(joined);
      expect(accountOf(test, drop)).toMatchObject({ cumulative: 0, redeemable: 0, debt: 0 });
      expect(figures(keep, drop)).toEqual(less(figures(keepTwin, dropTwin), owed));
      await undo(test, command);
      merged = false;
      if (owesNothing && !corrected) expect(accountOf(test, drop)).toEqual(accountOf(test, dropTwin));
      expect(figures(drop)).toEqual(figures(dropTwin));
      expect(figures(keep)).toEqual(less(figures(keepTwin), owed));
      await live(after.filter(({ what }) => what !== 'visit' && what !== 'edit'));
      expect(figures(drop)).toEqual(figures(dropTwin));
      expect(figures(keep)).toEqual(less(figures(keepTwin), owed));
    };
    await fc.assert(fc.asyncProperty(steps, steps, steps, history), { numRuns: pairs, endOnFailure: true });
    await sound(test);
  });
});
