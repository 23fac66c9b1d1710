import { describe, expect, it } from 'vitest';
import { membersDesk } from './membersDesk.ts';
import { refusal } from './openTestStore.ts';

/** Six members with known days, tiers and points. */
const six = async () => {
  const desk = await membersDesk();
  const members: Record<string, { id: string; membershipId: string; cardId: string; vehicleId: string }> = {};
  for (const [name, day, tier, points] of [
    ['安', '2025-12-05', 'silver', 100],
    ['白', '2025-11-25', 'gold', 12_000],
    ['陈', '2025-10-01', 'silver', 11_000],
    ['邓', '2026-11-01', 'diamond', 0],
    ['方', '2025-11-10', 'silver', 50],
    ['高', '2024-01-01', 'silver', 0],
  ] as const) {
    desk.at(day);
    const who = await desk.person(name);
    members[name] = { ...who, ...(await desk.join(who, { tier })) };
    if (points > 0) await desk.visit(who, { parts: points * 100 });
  }
  desk.at('2026-11-22');
  const names = async (input: object = {}): Promise<string> => {
    const { rows, count } = await desk.call('members.list', input);
    expect(count).toBe(rows.length);
    return rows.map(({ name }: { name: string }) => name).join('');
  };
  return { ...desk, members, names };
};

describe('the member list', () => {
  it('filters and sorts', async () => {
    const { names } = await six();
    expect(await names()).toBe('白安邓');
    expect(await names({ filter: { state: 'expired' } })).toBe('高陈方');
    expect(await names({ filter: { state: 'cancelled' } })).toBe('');
    expect(await names({ sort: 'joined' })).toBe('邓安白');
    expect(await names({ sort: 'points' })).toBe('白安邓');
    expect(await names({ sort: 'name' })).toBe('安白邓');
    expect(await names({ filter: { tiers: ['gold', 'diamond'] } })).toBe('白邓');
    expect(await names({ filter: { expiringDays: 1 } })).toBe('');
    expect(await names({ filter: { expiringDays: 2 } })).toBe('白');
    expect(await names({ filter: { joinMode: 'sale' } })).toBe('');
    expect(await names({ filter: { joinMode: 'fee', tiers: ['silver'] } })).toBe('安');
    // 陈 has the points and has run out
    expect(await names({ filter: { eligible: true } })).toBe('');
    expect(await names({ filter: { eligible: false } })).toBe('白安邓');
    // earned in November 2025, good through 2027-11-30
    expect(await names({ filter: { lapsingDays: 373 } })).toBe('白');
    expect(await names({ filter: { lapsingDays: 372 } })).toBe('');
  });

  it('pages by key in every order, each once', async () => {
    const desk = await six();
    for (const sort of ['expiry', 'points', 'joined', 'name']) {
      for (const state of ['active', 'expired']) {
        const whole = (await desk.call('members.list', { sort, filter: { state } })).rows;
        const paged = [];
        let cursor: string | null = null;
        do {
          const page: { rows: unknown[]; next: string | null } = await desk.call('members.list', {
            ...{ sort, filter: { state }, limit: 1 },
            ...(cursor ? { cursor } : {}),
          });
          paged.push(...page.rows);
          cursor = page.next;
        } while (cursor);
        expect(paged, `${sort} ${state}`).toEqual(whole);
      }
    }
    for (const cursor of ['x', 'e30', 'WzFd', Buffer.from('[{},1]').toString('base64url')]) {
      expect(await refusal(desk.call('members.list', { cursor }))).toMatchObject({
        fields: ['cursor: cursor-invalid'],
      });
    }
    for (const bad of [
      { limit: 0 },
      { limit: 201 },
      { sort: 'x' },
      { filter: { expiringDays: -1 } },
      { filter: { x: 1 } },
    ]) {
      expect((await refusal(desk.call('members.list', bad))).code).toBe('VALIDATION');
    }
  });

  it('home says what wants doing', async () => {
    const desk = await six();
    const names = (rows: { name?: string; holder?: string }[]) => rows.map((row) => row.name ?? row.holder).join('');
    const home = await desk.call('members.home');
    expect(home.counts).toEqual({ active: 3, expiringThisMonth: 2, eligible: 0, lapsing: 0, toPrint: 6, approvals: 0 });
    expect(names(home.expiring)).toBe('方白');
    expect(home.byTier).toEqual([
      { tier: 'silver', tierName: '银卡', members: 1 },
      { tier: 'gold', tierName: '金卡', members: 1 },
      { tier: 'diamond', tierName: '钻石卡', members: 1 },
    ]);
    expect(names(home.toPrint)).toBe('高陈方白安邓');
    const { membershipId, cardId } = desk.members['陈'] ?? { membershipId: '', cardId: '' };
    await desk.change('renew', membershipId, { path: 'fee', receiptNo: 'R' });
    const after = await desk.call('members.home');
    expect(after.eligible).toMatchObject([
      {
        member: { name: '陈' },
        eligibleFor: { tier: 'gold' },
        path: { path: 'cumulativePoints', met: true, have: 11_000 },
      },
    ]);
    expect((await desk.call('members.list', { filter: { eligible: true } })).rows).toMatchObject([{ name: '陈' }]);
    await desk.setCard(membershipId, cardId, 'lost');
    expect((await desk.call('members.home')).counts.toPrint).toBe(5);
  });
});

describe('who may rise, asked of all at once', () => {
  it('is the same as asked of each', async () => {
    const desk = await membersDesk();
    desk.at('2025-01-10');
    const [gold, diamond] = (await desk.call('settings.get')).values.membershipRules.upgrades;
    const upgrades = [
      { ...gold, cumulativePoints: 500, referrals: 1 },
      { ...diamond, cumulativePoints: 2000, insuranceFen: 800_000, participations: 2 },
    ];
    await desk.settings({
      membershipRules: { upgrades },
      pointsRules: { ratios: [{ category: 'parts', tier: null, points: 1, perFen: 100 }] },
    });
    const ids: string[] = [];
    for (let i = 0; i < 48; i++) {
      desk.at('2025-01-10');
      const who = await desk.person(`会员${i}`);
      const { membershipId } = await desk.join(who, { tier: i % 3 === 2 ? 'gold' : 'silver' });
      ids.push(membershipId);
      desk.at('2025-02-01');
      if (i % 4 === 1) await desk.visit(who, { repairLabour: 500_000 - (i % 8 === 1 ? 1 : 0) });
      if (i % 5 === 1) await desk.visit(who, { parts: (i % 10 === 1 ? 499 : 500) * 100 });
      if (i % 7 === 1) await desk.policy(who, '2025-03-01', 800_000 - (i % 2));
      if (i % 7 === 1 || i % 7 === 2) await desk.policy(who, '2024-03-01', 700_000);
      if (i % 7 === 2) await desk.visit(who, { insurance: 700_000 });
      if (i % 9 === 3) await desk.call('customers.add', { name: '友', referrerId: who.id });
      if (i % 9 === 4) {
        for (const name of ['甲', '乙']) {
          await desk.call('members.addParticipation', { customerId: who.id, name, day: '2025-01-20' });
        }
      }
      if (i % 11 === 5) await desk.change('cancel', membershipId, { reason: 'x' });
    }
    const each = async () => {
      const found: string[] = [];
      for (const id of ids) {
        const page = await desk.page(id);
        if (page.paths.eligibleFor) found.push(`${page.membership.holder} ${page.paths.eligibleFor.tier}`);
      }
      return found.sort();
    };
    const all = async () => {
      const found: string[] = [];
      const { rows, count } = await desk.call('members.list', { filter: { eligible: true }, limit: 200 });
      expect(count).toBe(rows.length);
      for (const { membershipId, name } of rows)
        found.push(`${name} ${(await desk.page(membershipId)).paths.eligibleFor?.tier}`);
      return found.sort();
    };
    const found = await each();
    expect(found.length).toBeGreaterThan(12);
    expect(new Set(found.map((row) => row.split(' ')[1]))).toEqual(new Set(['gold', 'diamond']));
    expect(await all()).toEqual(found);
    const home = await desk.call('members.home');
    expect(home.counts.eligible).toBe(found.length);
    expect(home.eligible).toHaveLength(Math.min(20, found.length));
    // everybody takes what is offered, once more and once more: what lifted once does not again
    for (let round = 0; round < 3; round++) {
      for (const id of ids) {
        const { paths } = await desk.page(id);
        const way = paths.upgrades.find(
          (row: { met: boolean; path: string; tier: string }) =>
            row.met && row.path !== 'deductPoints' && row.tier === paths.eligibleFor?.tier,
        );
        if (way) await desk.change('upgrade', id, { tier: way.tier, path: way.path });
      }
      expect(await all()).toEqual(await each());
    }
    expect(await each()).toEqual([]);
    desk.at('2026-01-10');
    expect((await desk.call('members.home')).counts.eligible).toBe(0);
  });
});
