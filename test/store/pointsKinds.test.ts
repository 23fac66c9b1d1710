import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryKind } from '../../db/contract/entryKind.ts';
import { type BareLedger, openBareLedger } from './bareLedger.ts';
import { type MemberDesk, openMemberDesk, reception, redeem, shanghai } from './memberDesk.ts';
import { admin } from './openTestStore.ts';

type Kind = (typeof entryKind.options)[number];

/** What each kind may move, cumulative / redeemable (domain: points): up, down, not at all. */
const table: Readonly<Record<Kind, { readonly cumulative: string; readonly redeemable: string }>> = {
  earn: { cumulative: '0+', redeemable: '0+' },
  bonus: { cumulative: '0+', redeemable: '0+' },
  migrate: { cumulative: '-0+', redeemable: '-0+' },
  redeem: { cumulative: '0', redeemable: '-0' },
  renew: { cumulative: '0', redeemable: '-0' },
  upgrade: { cumulative: '0', redeemable: '-0' },
  donate: { cumulative: '0', redeemable: '-0' },
  expire: { cumulative: '0', redeemable: '-0' },
  transferIn: { cumulative: '0', redeemable: '0+' },
  transferOut: { cumulative: '0', redeemable: '-0' },
  mergeIn: { cumulative: '-0+', redeemable: '-0+' },
  mergeOut: { cumulative: '-0+', redeemable: '-0+' },
  adjust: { cumulative: '-0+', redeemable: '-0+' },
  // mirrors another entry, and is none without it
  reverse: { cumulative: '', redeemable: '' },
};
const signs = { '-': -5, '0': 0, '+': 5 } as const;

describe('the book takes of each kind what it may move, and nothing else', () => {
  let ledger: BareLedger;
  beforeAll(async () => {
    ledger = await openBareLedger();
  });
  afterAll(() => ledger.connection.close());

  it.each(entryKind.options)('%s', async (kind) => {
    const id = await ledger.newMembership();
    const insert = ledger.connection.prepare(
      `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName)
       VALUES (?, ?, ?, ?, ?, 'silver', '2026-11-22', 0, 'test')`,
    );
    for (const [up, cumulative] of Object.entries(signs)) {
      for (const [down, redeemable] of Object.entries(signs)) {
        const allowed = table[kind].cumulative.includes(up) && table[kind].redeemable.includes(down);
        const write = () => insert.run(ledger.ctx.newId(), id, kind, cumulative, redeemable);
        if (allowed) expect(write, `${kind} ${up}/${down}`).not.toThrow();
        else expect(write, `${kind} ${up}/${down}`).toThrow('CHECK');
      }
    }
  });
});

describe('what a desk does moves what domain: points says', () => {
  const moved = (desk: MemberDesk) =>
    desk
      .rows<{ kind: string; cumulative: number; redeemable: number }>(
        'SELECT kind, cumulative, redeemable FROM pointsEntry ORDER BY at, id',
      )
      .map(({ kind, cumulative, redeemable }) => [kind, cumulative, redeemable]);

  const doubledToday = async (desk: MemberDesk, bonusIsCumulative: boolean): Promise<void> => {
    const { values } = await desk.call('settings.get');
    const bonus = {
      name: '周年庆',
      fromDay: '2026-11-22',
      toDay: '2026-11-22',
      weekdays: [],
      categories: [],
      percent: 200,
    };
    const pointsRules = { ...values.pointsRules, bonusDays: [bonus], bonusIsCumulative };
    await desk.call('settings.update', { values: { pointsRules } });
  };

  it.each([
    [true, 300],
    [false, 0],
  ])('earn and bonus, the bonus cumulative: %s', async (bonusIsCumulative, cumulative) => {
    const desk = await openMemberDesk();
    await doubledToday(desk, bonusIsCumulative);
    const member = await desk.addMember();
    const { id, version } = await desk.visit(member.vehicleId, 30_000);
    await desk.call('visits.void', { id, version, reason: '录错了' });
    expect(moved(desk)).toEqual([
      ['earn', 300, 300],
      ['bonus', cumulative, 300],
      ['reverse', 0 - cumulative, -300],
      ['reverse', -300, -300],
    ]);
  });

  it('redeem, donate, adjust, transfer, expire', async () => {
    const desk = await openMemberDesk();
    const member = await desk.addMember();
    const child = await desk.addMember();
    const relation = { id: member.customerId, kind: 'child', otherId: child.customerId, name: '孩子' };
    await desk.call('customers.addRelation', relation);
    const later = () => {
      desk.clock.now += 1000;
    };
    await desk.call('points.adjust', {
      membershipId: member.membershipId,
      cumulative: 900,
      redeemable: 500,
      reason: '期初',
    });
    later();
    await redeem(desk, member, await desk.addReward({ points: 100 }));
    later();
    await redeem(desk, member, await desk.addReward({ kind: 'donation', cause: '助学', points: 50 }));
    later();
    const passed = { fromId: member.membershipId, toId: child.membershipId, points: 30, reason: '给孩子' };
    await desk.call('points.transfer', passed, reception);
    later();
    await desk.call('points.adjust', {
      membershipId: member.membershipId,
      cumulative: -100,
      redeemable: -20,
      reason: '多记了',
    });
    desk.clock.now = shanghai(2028, 12, 1);
    await desk.call('points.lapse', {}, admin);
    expect(moved(desk)).toEqual([
      ['adjust', 900, 500],
      ['redeem', 0, -100],
      ['donate', 0, -50],
      ['transferOut', 0, -30],
      ['transferIn', 0, 30],
      ['adjust', -100, -20],
      ['expire', 0, -300],
      ['expire', 0, -30],
    ]);
    expect(desk.balance(member.membershipId)).toEqual([800, 0, 0]);
    expect(desk.balance(child.membershipId)).toEqual([0, 0, 0]);
  });
});
