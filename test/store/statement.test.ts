import { describe, expect, it } from 'vitest';
import { importMembers, visitOf } from './memberFile.ts';
import { openTestStore, refusal } from './openTestStore.ts';

const day = 86_400_000;

/** A year in the life of one member: opened with 200, earned, spent, taken back, lapsed. */
const aYear = async () => {
  const test = await openTestStore();
  await test.call('settings.updateStore', { version: 1, name: '示范店', city: '杭州', goLiveDay: null });
  const [member] = await importMembers(test, [{ points: [500, 200], tier: '金卡' }]);
  if (!member) throw new Error('no member');
  const adjust = (points: number, reason: string) =>
    test.call('points.adjust', { membershipId: member.membershipId, cumulative: 0, redeemable: points, reason });
  test.clock.now += 9 * day;
  // 2026-12-01
  await visitOf(test, member, 300);
  test.clock.now += 31 * day;
  // 2027-01-01
  const wrong = await visitOf(test, member, 50);
  await adjust(-120, '补扣');
  test.clock.now += 31 * day;
  await test.call('visits.void', { id: wrong.id, version: wrong.version, reason: '录错了' });
  const statement = (fromDay: string, toDay: string) =>
    test.call('points.statement', { membershipId: member.membershipId, fromDay, toDay });
  const check = (proof: string) => test.call('points.checkStatement', { proof });
  return { test, member, statement, check };
};

describe('a statement', () => {
  it('adds up from the opening to the closing balance, entry by entry', async () => {
    const { statement, member } = await aYear();
    const made = await statement('2026-12-01', '2027-01-31');
    expect(made).toMatchObject({
      holder: member.name,
      cardNumber: member.card,
      tierName: '金卡',
      storeName: '示范店',
      madeDay: '2027-02-01',
      opening: 200,
      earned: 350,
      used: 0,
      lapsed: 0,
      other: -120,
      closing: 430,
      cumulative: 850,
      debt: 0,
      nextLapse: { day: '2028-11-30', points: 80 },
    });
    expect(made.opening + made.earned + made.other - made.used - made.lapsed).toBe(made.closing);
    expect(made.entries.map((row: { redeemable: number; after: number }) => [row.redeemable, row.after])).toEqual([
      [300, 500],
      [50, 550],
      [-120, 430],
    ]);
    expect(made.entries.at(-1).label).toBe('补扣');
  });

  it('of one span begins where the one before it ended', async () => {
    const { statement } = await aYear();
    const [first, second] = [await statement('2026-11-01', '2026-12-31'), await statement('2027-01-01', '2027-02-28')];
    expect(first).toMatchObject({ opening: 0, earned: 500, closing: 500 });
    expect(second).toMatchObject({ opening: 500, earned: 50, other: -170, closing: 380 });
  });

  it('shows what was used and what lapsed', async () => {
    const { test, statement, member } = await aYear();
    const { id } = await test.call('rewards.add', { kind: 'gift', name: '雨伞', points: 90, validDays: 30 });
    await test.call('rewards.redeem', { card: member.card, rewardId: id });
    test.clock.now = Date.UTC(2029, 0, 1);
    await test.call('points.lapse');
    const made = await statement('2027-02-01', '2029-01-31');
    expect(made).toMatchObject({
      opening: 430,
      earned: 0,
      used: 90,
      lapsed: 290,
      other: -50,
      closing: 0,
      nextLapse: null,
    });
    expect(made.entries.find((row: { kind: string }) => row.kind === 'redeem').label).toBe('雨伞');
  });

  it('is refused backwards, and of nobody', async () => {
    const { statement, test } = await aYear();
    expect(await refusal(statement('2027-01-02', '2027-01-01'))).toEqual({
      code: 'VALIDATION',
      fields: ['toDay: ends-before-start'],
    });
    const nobody = { membershipId: '01980000-0000-7000-8000-000000000000', fromDay: '2027-01-01', toDay: '2027-01-01' };
    expect(await refusal(test.call('points.statement', nobody))).toMatchObject({ reason: 'membership-not-found' });
  });
});

describe('its code', () => {
  it('is genuine as printed, and says what the ledger says of that day now', async () => {
    const { test, statement, check, member } = await aYear();
    const { proof } = await statement('2026-12-01', '2027-01-31');
    expect(await check(proof)).toEqual({
      verdict: 'genuine',
      cardNumber: member.card,
      holder: member.name,
      fromDay: '2026-12-01',
      toDay: '2027-01-31',
      madeDay: '2027-02-01',
      opening: 200,
      closing: 430,
      closingNow: 430,
    });
    // a visit of that time that is entered later
    await visitOf(test, member, 10, Date.UTC(2027, 0, 15, 3));
    expect(await check(proof.toLowerCase())).toMatchObject({ verdict: 'genuine', closing: 430, closingNow: 440 });
  });

  it('is caught wherever one character of it is another', async () => {
    const { statement, check } = await aYear();
    const { proof } = await statement('2026-12-01', '2027-01-31');
    const verdicts = new Set<string>();
    for (let at = 0; at < proof.length; at++) {
      if (proof[at] === '.') continue;
      const other = proof[at] === '1' ? '2' : '1';
      const changed = `${proof.slice(0, at)}${other}${proof.slice(at + 1)}`;
      const done = check(changed);
      const refused = await refusal(done);
      // what is no code at all any more is refused
      if (refused.code !== 'TAKEN') expect(refused.fields).toEqual(['proof: scan-not-a-statement']);
      else verdicts.add((await done).verdict);
    }
    expect([...verdicts].toSorted()).toEqual(['changed', 'foreign']);
    const figure = proof.replace('.430.', '.4300.');
    expect(await check(figure)).toMatchObject({ verdict: 'changed', closing: 4300, closingNow: 430 });
  });

  it('of another store is foreign, even where the card has the number of one of ours', async () => {
    const [ours, theirs] = [await aYear(), await aYear()];
    const { proof } = await theirs.statement('2026-12-01', '2027-01-31');
    expect(await ours.check(proof)).toMatchObject({ verdict: 'foreign', holder: null, closingNow: null });
  });

  it('is not made by whoever knows everything that is printed', async () => {
    const { statement, check } = await aYear();
    const { proof } = await statement('2026-12-01', '2027-01-31');
    const parts = proof.split('.');
    for (const signature of ['0'.repeat(32), 'F'.repeat(32), parts.at(-1).slice(0, 31)]) {
      expect(await check([...parts.slice(0, -1), signature].join('.'))).toMatchObject({ verdict: 'changed' });
    }
  });

  it('is told from anything else that is scanned', async () => {
    const { check, member } = await aYear();
    for (const scanned of [member.card, 'V12345678903', '京A12345', 'CDS1']) {
      expect(await refusal(check(scanned))).toEqual({ code: 'VALIDATION', fields: ['proof: scan-not-a-statement'] });
    }
  });
});
