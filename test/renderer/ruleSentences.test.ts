import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { membershipRules, pointsTerms, tierBenefits } from '../../db/contract/membershipRules.ts';
import { pointsRules } from '../../db/contract/pointsRules.ts';
import type { RuleKey, Settings } from '../../db/contract/settings.ts';
import { categories } from '../../db/domain/category.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';
import { membershipRulesForm, readMembershipRules } from '../../renderer/features/settings/membershipRulesForm.ts';
import {
  newBonus,
  type PointsRulesForm,
  pointsRulesForm,
  ratioKey,
  readPointsRules,
} from '../../renderer/features/settings/pointsRulesForm.ts';
import { pointsTermsForm, readPointsTerms } from '../../renderer/features/settings/pointsTermsForm.ts';
import { ruleSentences } from '../../renderer/features/settings/ruleSentences.ts';
import { newService, readTierBenefits, tierBenefitsForm } from '../../renderer/features/settings/tierBenefitsForm.ts';
import { textsIn } from '../e2e/texts.ts';

const today = '2026-11-22';
const { tiers } = defaultSettings;
const say = <K extends RuleKey>(key: K, rule: Settings[K], day = today, language: 'zh-CN' | 'en' = 'zh-CN') =>
  ruleSentences(key, rule, { t: textsIn(language), tiers, day, today });
const shipped = defaultSettings;

describe('积分规则 in words', () => {
  test('as shipped', () => {
    expect(say('pointsRules', shipped.pointsRules)).toEqual([
      '所有会员：保养工时、维修工时、配件、精品、钣喷每实收 ¥1 得 1 分；事故理赔、保险、购车每实收 ¥10 得 1 分。',
      '积分在 24 个月后的月底失效（今天得的用到 2028-11-30）。',
    ]);
  });

  test('a tier with a ratio of its own is told by itself, the others together; what gives nothing is said', () => {
    const ratios = [
      ...shipped.pointsRules.ratios.filter(({ category }) => category !== 'carPurchase'),
      { category: 'maintenanceLabour' as const, tier: 'gold', points: 3, perFen: 250 },
      { category: 'insurance' as const, tier: 'gold', points: 0, perFen: 100 },
    ];
    expect(say('pointsRules', { ...shipped.pointsRules, ratios }, '2026-12-01')).toEqual([
      '银卡、钻石卡会员：保养工时、维修工时、配件、精品、钣喷每实收 ¥1 得 1 分；事故理赔、保险每实收 ¥10 得 1 分；购车不积分。',
      '金卡会员：保养工时每实收 ¥2.50 得 3 分；维修工时、配件、精品、钣喷每实收 ¥1 得 1 分；事故理赔每实收 ¥10 得 1 分；保险、购车不积分。',
      '积分在 24 个月后的月底失效（2026-12-01 得的用到 2028-12-31）。',
    ]);
  });

  test('bonus days and birthdays, what they count for, and which wins; days that are over are left out', () => {
    const bonus = {
      name: '店庆',
      fromDay: '2026-12-20',
      toDay: '2026-12-31',
      weekdays: [7, 6],
      categories: ['parts' as const],
      percent: 250,
    };
    const over = { ...bonus, name: '国庆', fromDay: '2026-10-01', toDay: '2026-10-07' };
    expect(
      say('pointsRules', {
        ...shipped.pointsRules,
        bonusDays: [over, bonus],
        birthdayPercent: 200,
        bonusIsCumulative: false,
      }).slice(1, -1),
    ).toEqual([
      '“店庆”：2026-12-20 至 2026-12-31 的周六、周日，配件按 2.5 倍积分。',
      '生日当月按 2 倍积分。',
      '几种加倍碰在一起，只取最高的一种。',
      '加倍多得的部分只能兑换，不算进累计积分。',
    ]);
  });
});

describe('会籍规则 in words', () => {
  test('as shipped', () => {
    expect(say('membershipRules', shipped.membershipRules)).toEqual([
      '交会费入会 ¥100；会籍和每次续卡都管 12 个月（今天入会的到 2027-11-21）。',
      '起始卡级按过去的消费排名建议：前 4% 钻石卡、前 20% 金卡，其余银卡；由店员确认。',
      '到期前 60 天起可以续卡，过期 90 天内仍可续：交 ¥100，或扣 500 分，或本会籍年度在店投保满 ¥3,000。',
      '升金卡：累计积分满 10,000，或扣 2,000 分，或入会后一次维修满 ¥5,000，或连续 2 年每年在店投保满 ¥7,000。',
      '升钻石卡：累计积分满 30,000，或扣 2,000 分，或入会后一次维修满 ¥5,000，或连续 2 年每年在店投保满 ¥7,000。',
      '续卡时不降级。',
    ]);
  });

  test('what is not offered is said', () => {
    const rules = {
      ...shipped.membershipRules,
      starting: { by: 'profit' as const, tiers: [] },
      renewal: { ...shipped.membershipRules.renewal, feeFen: null, points: null, insuranceFen: null },
      upgrades: [],
      downgrade: { on: true, keep: [{ tier: 'gold', cumulativePoints: 2000 }] },
      pointsFreeTiers: ['silver', 'gold', 'diamond'],
    };
    expect(say('membershipRules', rules, '2024-02-29')).toEqual([
      '交会费入会 ¥100；会籍和每次续卡都管 12 个月（2024-02-29 入会的到 2025-02-28）。',
      '新会员都从银卡开始。',
      '没有续卡方式，到期后只能重新入会。',
      '不能升到金卡，只由经理决定。',
      '不能升到钻石卡，只由经理决定。',
      '续卡时，一年里新得的累计积分不够就降一级：金卡要 2,000 分。',
      '所有会员不积分。',
    ]);
  });
});

describe('积分条款 and 会员权益 in words', () => {
  test('as shipped', () => {
    expect(say('pointsTerms', shipped.pointsTerms)).toEqual([
      '1 分值 ¥0.01。',
      '估计有 20% 的积分不会被使用：100,000 分未兑换，算作负债 ¥800.00。',
      '一次调整超过 1,000 分，要经理批准。',
      '送出的券超过 ¥500（送很多人时按合计），要经理批准。',
      '到店的积分在登记时马上入账。',
    ]);
    expect(say('tierBenefits', shipped.tierBenefits)).toEqual([
      '银卡：免费洗车每年 2 次。',
      '金卡：免费洗车每年 4 次；免费全车检测每年 1 次；保养工时、维修工时减 5%。',
      '钻石卡：免费洗车每年 12 次；免费全车检测每年 2 次；免费道路救援每年 2 次；保养工时、维修工时减 10%。',
    ]);
  });

  test('without a limit, for nothing, and nothing at all', () => {
    const services = [{ code: 'wash', tier: 'gold', name: '洗车', timesPerYear: null }];
    const discounts = [{ tier: 'gold', category: 'repairLabour' as const, percentOff: 100 }];
    expect(say('tierBenefits', { services, discounts })).toEqual([
      '银卡：没有服务包和折扣。',
      '金卡：洗车不限次数；维修工时免费。',
      '钻石卡：没有服务包和折扣。',
    ]);
  });
});

test('each rule is told in English too, with no Chinese but the store’s own names', () => {
  for (const key of ['pointsRules', 'membershipRules', 'pointsTerms', 'tierBenefits'] as const) {
    const said = say(key, shipped[key], today, 'en').join(' ');
    const own = [...tiers.map(({ name }) => name), ...shipped.tierBenefits.services.map(({ name }) => name)];
    const rest = own.sort((a, b) => b.length - a.length).reduce((words, name) => words.replaceAll(name, ''), said);
    expect(rest).not.toMatch(/\p{Script=Han}/u);
  }
});

describe('a form of a rule', () => {
  test('gives back what went in, for the shipped rules', () => {
    expect(readMembershipRules(membershipRulesForm(shipped.membershipRules, tiers), tiers)).toEqual({
      value: shipped.membershipRules,
      problems: {},
    });
    expect(readPointsTerms(pointsTermsForm(shipped.pointsTerms)).value).toEqual(shipped.pointsTerms);
    const benefits = readTierBenefits(tierBenefitsForm(shipped.tierBenefits, tiers), tiers).value;
    expect(new Set(benefits?.services)).toEqual(new Set(shipped.tierBenefits.services));
    expect(new Set(benefits?.discounts)).toEqual(new Set(shipped.tierBenefits.discounts));
  });

  test('gives back any ratios, amounts to the fen', () => {
    const codes = [null, ...tiers.map(({ code }) => code)];
    const rows = codes.flatMap((tier) => categories.map((category) => ({ tier, category })));
    const one = fc.option(
      fc.record({ points: fc.integer({ min: 0, max: 10_000 }), perFen: fc.integer({ min: 1, max: 100_000_000 }) }),
    );
    fc.assert(
      fc.property(fc.array(one, { minLength: rows.length, maxLength: rows.length }), (found) => {
        const ratios = rows.flatMap((row, at) => {
          const ratio = found[at];
          return ratio ? [{ category: row.category, tier: row.tier, ...ratio }] : [];
        });
        const rules = { ...shipped.pointsRules, ratios };
        const { value } = readPointsRules(pointsRulesForm(rules, tiers), tiers);
        expect(value).toEqual(rules);
        expect(pointsRules.safeParse(value).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  const points = (part: Partial<PointsRulesForm>) =>
    readPointsRules({ ...pointsRulesForm(shipped.pointsRules, tiers), ...part }, tiers);
  const labour = ratioKey('maintenanceLabour', null);

  test.each<readonly [string, Partial<PointsRulesForm>, string, string]>([
    ['half a ratio', { ratios: { [labour]: { yuan: '1', points: '' } } }, `ratios.${labour}`, 'half'],
    ['nothing received', { ratios: { [labour]: { yuan: '0', points: '1' } } }, `ratios.${labour}`, 'amount'],
    ['points in fractions', { ratios: { [labour]: { yuan: '1', points: '1.5' } } }, `ratios.${labour}`, 'whole'],
    ['points below nothing', { ratios: { [labour]: { yuan: '1', points: '-1' } } }, `ratios.${labour}`, 'whole'],
    ['beyond 2^53', { ratios: { [labour]: { yuan: '1', points: '9007199254740993' } } }, `ratios.${labour}`, 'whole'],
    ['words', { validMonths: '两年' }, 'validMonths', 'whole'],
    ['no month at all', { validMonths: '' }, 'validMonths', 'required'],
    ['once is no multiple', { birthday: '1' }, 'birthday', 'times'],
    [
      'bonus days that end before they start',
      { bonusDays: [{ ...newBonus(today), name: 'x', toDay: '2026-01-01' }] },
      'bonusDays.0.toDay',
      'ends-before-start',
    ],
    [
      'bonus days without a name',
      { bonusDays: [{ ...newBonus(today), toDay: today }] },
      'bonusDays.0.name',
      'required',
    ],
  ])('%s is said beside its field, and nothing can be saved', (_what, part, path, reason) => {
    const { value, problems } = points(part);
    expect(value).toBeNull();
    expect(problems[path]?.reason).toBe(reason);
  });

  test('full-width digits are digits', () => {
    expect(points({ validMonths: '３６', birthday: '１.５' }).value).toMatchObject({
      validMonths: 36,
      birthdayPercent: 150,
    });
  });

  test('a threshold that does not rise is said beside the higher tier', () => {
    const form = membershipRulesForm(shipped.membershipRules, tiers);
    const [gold, diamond] = [form.upgrades['gold'], form.upgrades['diamond']];
    if (!gold || !diamond) throw new Error('two tiers can be reached');
    const at = (cumulativePoints: string) =>
      readMembershipRules({ ...form, upgrades: { gold, diamond: { ...diamond, cumulativePoints } } }, tiers);
    expect(at('10000').problems).toEqual({ 'upgrades.diamond.cumulativePoints': { reason: 'threshold-order' } });
    expect(at('10,001').value?.upgrades[1]?.cumulativePoints).toBe(10_001);
    expect(at('').value?.upgrades[1]?.cumulativePoints).toBeNull();
  });

  test('percentages fall with the tier, a downgrade asks something, every figure is read by its own field', () => {
    const form = membershipRulesForm(shipped.membershipRules, tiers);
    const read = (part: Partial<typeof form>) => readMembershipRules({ ...form, ...part }, tiers).problems;
    expect(read({ starting: { gold: '4', diamond: '4' } })).toEqual({
      'starting.diamond': { reason: 'percent-order' },
    });
    expect(read({ downgrade: true })).toEqual({ downgrade: { reason: 'keep-missing' } });
    expect(read({ downgrade: true, keep: { gold: '500', diamond: '400' } })).toEqual({
      'keep.diamond': { reason: 'threshold-order' },
    });
    expect(Object.keys(read({ joinFee: 'x', renewFromDays: '367', renewPoints: '0' })).sort()).toEqual([
      'joinFee',
      'renewFromDays',
      'renewPoints',
    ]);
    expect(membershipRules.safeParse(readMembershipRules(form, tiers).value).success).toBe(true);
  });

  test('a service has a name of its own and is somebody’s', () => {
    const form = tierBenefitsForm(shipped.tierBenefits, tiers);
    const read = (services: typeof form.services) => readTierBenefits({ ...form, services }, tiers);
    expect(read([newService('a')]).problems).toEqual({ 'services.a.name': { reason: 'required' } });
    expect(read([{ ...newService('a'), name: '洗车' }]).problems).toEqual({
      'services.a.name': { reason: 'times-missing' },
    });
    const wash = { ...newService('a'), name: '洗车', tiers: { gold: { times: '', unlimited: true } } };
    expect(read([wash, { ...wash, code: 'b' }]).problems).toEqual({ 'services.b.name': { reason: 'name-twice' } });
    expect(read([wash]).value?.services).toEqual([{ code: 'a', tier: 'gold', name: '洗车', timesPerYear: null }]);
    expect(tierBenefits.safeParse(read([wash]).value).success).toBe(true);
  });

  test('terms: shares are whole percent, a point may be worth nothing', () => {
    const form = pointsTermsForm(shipped.pointsTerms);
    expect(readPointsTerms({ ...form, breakage: '20.5' }).problems['breakage']?.reason).toBe('whole');
    expect(readPointsTerms({ ...form, value: '10000.01' }).problems['value']?.reason).toBe('value');
    const { value } = readPointsTerms({ ...form, value: '0', voucherLimit: '99.50' });
    expect(value).toMatchObject({ valueFen: 0, voucherLimitFen: 9950 });
    expect(pointsTerms.safeParse(value).success).toBe(true);
  });
});
