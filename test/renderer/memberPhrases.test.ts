import { describe, expect, test } from 'vitest';
import { closedWords } from '../../renderer/features/members/closedWords.ts';
import { eventWords, factWords, tierEvent } from '../../renderer/features/members/eventWords.ts';
import { byTier, missingWords, reachedWords, wayWords, whatIf } from '../../renderer/features/members/pathWords.ts';
import type { MembershipEvent, PathRow } from '../../renderer/features/members/shapes.ts';
import { textsIn } from '../e2e/texts.ts';

const zh = textsIn('zh-CN');
const en = textsIn('en');

const path = (change: Partial<PathRow>): PathRow => ({
  path: 'fee',
  tier: 'gold',
  tierName: '金卡',
  unit: 'fen',
  need: 10_000,
  have: 0,
  missing: 0,
  met: true,
  spendFen: null,
  costFen: 10_000,
  proof: null,
  ...change,
});
const fee = path({});
const points = path({
  path: 'points',
  unit: 'points',
  need: 500,
  have: 380,
  missing: 120,
  met: false,
  spendFen: 82_000,
  costFen: 82_500,
});
const enough = path({ ...points, have: 900, missing: 0, met: true, spendFen: 0, costFen: 500 });
const insurance = path({ path: 'insurance', need: 300_000, have: 218_000, missing: 82_000, met: false });

describe('会员测算 in a sentence', () => {
  test('what is missing, the cheapest way first', () => {
    expect(whatIf([points], 'renew', zh)).toBe('再消费 ¥820 或 120 分可续卡');
    expect(whatIf([points], 'renew', en)).toBe('To renew: ¥820 more spent or 120 more points');
  });

  test('with the way that is open already, where the cheapest is not', () => {
    expect(whatIf([points, fee], 'renew', zh)).toBe('再消费 ¥820 或 120 分可续卡；也可以现在交会费 ¥100');
    expect(whatIf([insurance, fee], 'renew', zh)).toBe('再投保 ¥820 的保险可续卡；也可以现在交会费 ¥100');
    expect(whatIf([points, fee], 'renew', en)).toBe(
      'To renew: ¥820 more spent or 120 more points; or right now a fee of ¥100',
    );
  });

  test('what is met says that it can be done now', () => {
    expect(whatIf([enough, fee], 'renew', zh)).toBe('现在就可以续卡：扣 500 分');
    expect(whatIf([enough, fee], 'renew', en)).toBe('Can be renewed now: 500 points deducted');
  });

  test('before its time nothing is said to be possible now', () => {
    expect(whatIf([enough, fee], 'renew', zh, false)).toBe('到时可以续卡：扣 500 分');
    expect(whatIf([points, fee], 'renew', zh, false)).toBe('再消费 ¥820 或 120 分可续卡');
  });

  test('a higher tier is named', () => {
    const cumulative = path({ ...points, path: 'cumulativePoints', need: 10_000, missing: 1_200, spendFen: 120_000 });
    expect(whatIf([cumulative], 'upgrade', zh)).toBe('再消费 ¥1,200 或 1,200 分，可升金卡');
    expect(whatIf([path({ ...cumulative, met: true })], 'upgrade', zh)).toBe('现在就可以升金卡：累计积分满 10,000');
    expect(whatIf([cumulative], 'upgrade', en)).toBe('To reach 金卡: ¥1,200 more spent or 1,200 more points');
  });

  test('who earns no points is told points alone', () => {
    expect(missingWords({ ...points, spendFen: null }, 'renew', zh)).toBe('再得 120 分');
  });

  test('nothing where no way is offered', () => {
    expect(whatIf([], 'renew', zh)).toBeNull();
  });

  test('one repair does not add up from several', () => {
    const repair = path({ path: 'repair', need: 500_000, have: 320_000, missing: 500_000, met: false });
    expect(missingWords(repair, 'upgrade', zh)).toBe('一次维修满 ¥5,000');
    expect(reachedWords(repair, zh)).toBe('¥3,200 / ¥5,000');
  });

  test('people and events are counted, in English by ones and more', () => {
    const friends = path({ path: 'referrals', unit: 'people', need: 3, have: 2, missing: 1, met: false });
    expect(missingWords(friends, 'upgrade', zh)).toBe('再介绍 1 位客户');
    expect(missingWords(friends, 'upgrade', en)).toBe('1 more referral');
    expect(wayWords({ ...friends, path: 'participations' }, 'upgrade', en)).toBe('3 events attended');
  });

  test('fen are shown where there are any', () => {
    expect(wayWords(path({ need: 9_950 }), 'renew', zh)).toBe('交会费 ¥99.50');
  });

  test('ways are put together by the tier that they lead to, in their order', () => {
    const rows = [fee, path({ path: 'repair' }), path({ tier: 'diamond' })];
    expect(byTier(rows).map(([tier, ofTier]) => [tier, ofTier.length])).toEqual([
      ['gold', 2],
      ['diamond', 1],
    ]);
  });
});

describe('when a card can be renewed', () => {
  const renewal = {
    fromDay: '2026-12-01',
    toDay: '2027-05-01',
    open: false,
    newThrough: '2028-01-31',
    downgradeTo: null,
    paths: [],
  };

  test('open: nothing stands against it', () => {
    expect(closedWords({ ...renewal, open: true }, '2026-12-05', zh)).toBeNull();
  });

  test('not yet, no more, never', () => {
    expect(closedWords(renewal, '2026-11-22', zh)).toContain('2026-12-01');
    expect(closedWords(renewal, '2027-05-02', zh)).toContain('重新入会');
    expect(closedWords({ ...renewal, fromDay: null, toDay: null }, '2026-11-22', zh)).toContain('长期有效');
  });
});

describe('what became of a membership', () => {
  const event = (change: Partial<MembershipEvent>): MembershipEvent => ({
    id: 'e1',
    kind: 'join',
    day: '2026-11-22',
    at: 0,
    byName: '周凯',
    cardNumber: '882004170036',
    tierFromName: null,
    tierToName: '金卡',
    validFrom: '2026-11-22',
    validTo: '2027-11-21',
    path: 'fee',
    reason: null,
    feeFen: 10_000,
    receiptNo: 'A-001',
    ruleDay: null,
    facts: {},
    ...change,
  });
  const tiers = [{ code: 'gold', name: '金卡' }];

  test('joining names the way, the tier, the time and the receipt', () => {
    expect(eventWords(event({}), zh)).toBe('金卡 · 交会费入会 · 有效期至 2027-11-21 · ¥100.00 · 收据 A-001');
  });

  test('a rise names both tiers, a card its number and the reason', () => {
    const rise = event({ kind: 'upgrade', tierFromName: '银卡', path: 'repair', validTo: null, feeFen: null });
    expect(eventWords({ ...rise, receiptNo: null }, zh)).toBe('银卡 → 金卡 · 一次维修');
    const lost = event({ ...rise, kind: 'cardLost', tierFromName: null, tierToName: null, path: null });
    expect(eventWords({ ...lost, receiptNo: null, reason: '客户来电挂失' }, zh)).toBe('8820 0417 0036 · 客户来电挂失');
  });

  test('the facts of joining, and nothing that is only a code', () => {
    const facts = { by: 'spend', totalFen: 4_820_000, rank: 123, of: 5000, proposed: 'gold', proofId: '01a2', x: 1 };
    expect(factWords(event({ facts }), tiers, zh)).toEqual([
      ['累计消费', '¥48,200.00'],
      ['名次', '123'],
      ['有消费的客户', '5,000'],
      ['建议卡级', '金卡'],
    ]);
  });

  test('figures in the unit of the way', () => {
    const facts = { need: 500_000, have: 520_000 };
    expect(factWords(event({ path: 'repair', facts }), tiers, zh)[0]).toEqual(['要求', '¥5,000.00']);
    expect(factWords(event({ path: 'cumulativePoints', facts }), tiers, zh)[0]).toEqual(['要求', '500,000']);
  });

  test('the tier is what it is by the latest event that set one', () => {
    const events = [event({ id: 'lost', kind: 'cardLost', tierToName: null }), event({ id: 'joined' })];
    expect(tierEvent(events)?.id).toBe('joined');
    expect(tierEvent([])).toBeNull();
  });
});
