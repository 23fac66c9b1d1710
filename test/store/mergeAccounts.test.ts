import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { type FileMember, type FileRow, importMembers, reading, visitOf } from './memberFile.ts';
import { accountOf, adjust, expectSound, lapseAll, merge, undo } from './mergedAccounts.ts';
import { openTestStore, refusal, type TestStore } from './openTestStore.ts';

const day = 86_400_000;

const twoMembers = async (first: FileRow = {}, second: FileRow = {}) => {
  const test = await openTestStore();
  const [keep, drop] = await importMembers(test, [first, second]);
  if (!keep || !drop) throw new Error('no members');
  return { test, keep, drop };
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
    await expectSound(test);
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
    await expectSound(test);
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
    await expectSound(test);
  });

  it('and what comes back to the merged one later goes on to the account', async () => {
    const { test, keep, drop } = await twoMembers();
    const { id, version } = await visitOf(test, drop, 100);
    await merge(test, keep, drop);
    await test.call('visits.void', { id, version: version + 1, reason: '录错了' });
    expect(accountOf(test, keep)).toMatchObject({ cumulative: 0, redeemable: 0, debt: 0 });
    expect(accountOf(test, drop)).toMatchObject({ cumulative: 0, redeemable: 0, debt: 0 });
    await expectSound(test);
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
    await expectSound(test);
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
    await expectSound(test);
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
    await expectSound(test);
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
    await expectSound(test);
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
    await expectSound(test);
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
    await expectSound(test);
  });
});
