import { describe, expect, test } from 'vitest';
import {
  discountOn,
  noLine,
  typedLine,
  type VisitDraft,
  visitInputOf,
} from '../../renderer/features/customer/visitDraft.ts';
import { checkAdjust, movesOf, needsManager, newAdjust } from '../../renderer/features/rewards/adjustDraft.ts';
import { checkGrant, lastDayOf, newGrant } from '../../renderer/features/rewards/grantDraft.ts';
import { lastMonth, thisMonth } from '../../renderer/features/rewards/monthSpan.ts';
import { checkReward, newReward, rewardInputOf } from '../../renderer/features/rewards/rewardDraft.ts';
import { settlementCsv } from '../../renderer/features/rewards/settlementCsv.ts';
import type { Voucher } from '../../renderer/features/rewards/shapes.ts';
import { readWhole } from '../../renderer/lib/readWhole.ts';

describe('points as typed', () => {
  test('whole numbers only, full-width and with separators; never a fraction, a sign or beyond what is allowed', () => {
    expect(['1200', '1,200', '１２００', ' 1200 '].map((text) => readWhole(text, 1, 10_000))).toEqual(
      Array.from({ length: 4 }, () => 1200),
    );
    for (const wrong of ['', '1.5', '-5', '1e3', '12,00', '１．５', '9007199254740993', '十']) {
      expect(readWhole(wrong, 0, 1_000_000_000), wrong).toBeNull();
    }
  });
});

describe('a reward while it is typed', () => {
  const filled = { ...newReward, name: '工时券', points: '500' };

  test('each kind wants what belongs to it, and keeps nothing of another', () => {
    expect(checkReward(filled, 0)).toEqual({});
    expect(checkReward({ ...filled, kind: 'cash' }, 0)).toEqual({ value: 'required' });
    expect(checkReward({ ...filled, kind: 'cash', value: '0' }, 0)).toEqual({ value: 'amount' });
    expect(checkReward({ ...filled, kind: 'partner' }, 0)).toEqual({ partner: 'required' });
    expect(checkReward({ ...filled, kind: 'donation' }, 0)).toEqual({ cause: 'required' });
    const typed = { ...filled, partner: '影城', settle: '56', cause: '助学' };
    expect(rewardInputOf(typed)).toMatchObject({ partner: null, settleFen: null, cause: null });
    expect(rewardInputOf({ ...typed, kind: 'partner' })).toMatchObject({
      partner: '影城',
      settleFen: 5_600,
      cause: null,
    });
  });

  test('the stock is not below what was given; empty is without end', () => {
    expect(checkReward({ ...filled, stock: '4' }, 5)).toEqual({ stock: 'stockBelow' });
    expect(checkReward({ ...filled, stock: '5' }, 5)).toEqual({});
    expect(rewardInputOf(filled).stock).toBeNull();
  });

  test('points in fractions, days that are none, an end before its start', () => {
    expect(checkReward({ ...filled, points: '0.5' }, 0)).toEqual({ points: 'points' });
    expect(checkReward({ ...filled, points: '0' }, 0)).toEqual({ points: 'points' });
    expect(checkReward({ ...filled, fromDay: '2026-02-30' }, 0)).toEqual({ fromDay: 'day' });
    expect(checkReward({ ...filled, fromDay: '20260301', toDay: '20260228' }, 0)).toEqual({ toDay: 'dayOrder' });
  });
});

describe('a voucher without points', () => {
  test('wants somebody, a name and a reason; money off wants a sum', () => {
    expect(checkGrant(newGrant(null))).toEqual({
      customer: 'customer',
      name: 'required',
      value: 'required',
      reason: 'required',
    });
    const wash = { ...newGrant({ id: 'c', name: '王伟' }), kind: 'gift' as const, name: '洗车', reason: '等太久' };
    expect(checkGrant(wash)).toEqual({});
    expect(checkGrant({ ...wash, to: 'group' })).toEqual({ group: 'group' });
  });

  test('its last day is that many days from today', () => {
    expect(lastDayOf({ ...newGrant(null), validDays: '1' }, '2028-02-28')).toBe('2028-02-29');
    expect(lastDayOf({ ...newGrant(null), validDays: '0' }, '2028-02-28')).toBeNull();
  });
});

describe('积分调整 while it is typed', () => {
  const balance = { cumulative: 500, redeemable: 300 };

  test('moves either track, never more down than is there', () => {
    expect(movesOf({ ...newAdjust, redeemable: '100' })).toEqual({ redeemable: 100, cumulative: 0 });
    expect(movesOf({ ...newAdjust, way: 'take', redeemable: '100', cumulative: '0' })).toEqual({
      redeemable: -100,
      cumulative: 0,
    });
    const take = { ...newAdjust, way: 'take' as const, reason: '重复' };
    expect(checkAdjust({ ...take, redeemable: '300' }, balance)).toEqual({});
    expect(checkAdjust({ ...take, redeemable: '301' }, balance)).toEqual({ redeemable: 'short' });
    expect(checkAdjust({ ...take, cumulative: '501' }, balance)).toEqual({ cumulative: 'shortCumulative' });
    expect(checkAdjust({ ...newAdjust, reason: 'x' }, balance)).toEqual({ redeemable: 'nothing' });
    expect(checkAdjust({ ...newAdjust, redeemable: '1.5' }, balance)).toEqual({
      redeemable: 'whole',
      reason: 'required',
    });
  });

  test('exactly the limit needs nobody; one more, or lifetime points down, does', () => {
    expect(needsManager({ redeemable: 1000, cumulative: 1000 }, 1000)).toBe(false);
    expect(needsManager({ redeemable: -1001, cumulative: 0 }, 1000)).toBe(true);
    expect(needsManager({ redeemable: 0, cumulative: -1 }, 1000)).toBe(true);
  });
});

describe('会员折扣 on a line', () => {
  const discounts = { maintenanceLabour: 5 } as const;

  test('a list price as it is typed, key by key, brings the member’s price', () => {
    let line = noLine;
    for (const list of ['4', '48', '480', '480.', '480.5', '480.55']) line = typedLine(line, { list }, discounts);
    // 48,055 × 0.95 = 45,652.25 fen, rounded down once
    expect(line.amount).toBe('456.52');
    expect(discountOn(line, discounts)).toBe(5);
  });

  test('what is typed over it stands', () => {
    const line = typedLine(typedLine(noLine, { list: '480' }, discounts), { amount: '400' }, discounts);
    expect(typedLine(line, { list: '500' }, discounts).amount).toBe('400');
    expect(discountOn(line, discounts)).toBeNull();
  });

  test('another category takes its own; one without a discount the list price', () => {
    const line = typedLine(noLine, { list: '480' }, discounts);
    expect(typedLine(line, { category: 'parts' }, discounts).amount).toBe('480');
    expect(typedLine({ ...noLine, category: 'parts' }, { list: '480' }, discounts).amount).toBe('');
    expect(typedLine(noLine, { list: '480' }, {}).amount).toBe('');
  });

  test('what a voucher paid for stays on record as the list price', () => {
    const draft: VisitDraft = {
      vehicleId: 'v',
      day: '2026-11-22',
      time: '09:30',
      mileage: '',
      orderNo: '',
      adviser: '',
      note: '',
      lines: [noLine, { ...noLine, amount: '100' }, { ...noLine, amount: '50', list: '60' }],
    };
    const lines = visitInputOf(draft, 'Asia/Shanghai', false, [0, 3_000, 5_000])?.lines;
    expect(lines?.map(({ amountFen, listFen }) => [amountFen, listFen])).toEqual([
      [3_000, 10_000],
      [5_000, 6_000],
    ]);
  });
});

describe('合作商家结算', () => {
  test('months across a year’s end and a leap day', () => {
    expect(thisMonth('2026-11-22')).toEqual({ fromDay: '2026-11-01', toDay: '2026-11-22' });
    expect(lastMonth('2027-01-31')).toEqual({ fromDay: '2026-12-01', toDay: '2026-12-31' });
    expect(lastMonth('2028-03-31')).toEqual({ fromDay: '2028-02-01', toDay: '2028-02-29' });
  });

  test('a CSV that a spreadsheet reads and cannot run', () => {
    const row = { code: 'V12345678903', name: '=HYPERLINK("x")', customerName: '王, 伟', endedAt: 0, endedBy: '周凯' };
    const text = settlementCsv(
      [{ partner: '影城', count: 1, settleFen: 5_600, rows: [row as Voucher] }],
      ['商家', '券码', '奖品', '客户', '时间', '核销人', '应付'],
      'Asia/Shanghai',
    );
    expect(text).toBe(
      '\uFEFF商家,券码,奖品,客户,时间,核销人,应付\r\n影城,V12345678903,"\'=HYPERLINK(""x"")","王, 伟",1970-01-01 08:00,周凯,56.00\r\n',
    );
  });
});
