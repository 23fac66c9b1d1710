import type { TFunction } from 'i18next';
import type { MembershipRules, PointsTerms, TierBenefits, UpgradeRule } from '../../../db/contract/membershipRules.ts';
import type { BonusDays, PointsRules } from '../../../db/contract/pointsRules.ts';
import type { Settings, VersionedKey } from '../../../db/contract/settings.ts';
import type { Category } from '../../../db/contract/visits.ts';
import { categories } from '../../../db/domain/category.ts';
import { lastDayFrom } from '../../../db/domain/membership/validity.ts';
import { lastDayOf } from '../../../db/domain/points/lots.ts';
import { money, number } from '../../lib/formats.ts';
import { complaintSentences } from './complaintSentences.ts';
import { timesText } from './formReader.ts';
import { weekdayNames } from './hoursDraft.ts';
import { alike, listed, yuan } from './sentenceParts.ts';

export interface RuleContext {
  readonly t: TFunction;
  /** of the day from which the rule holds, lowest first */
  readonly tiers: Settings['tiers'];
  /** the first day on which the rule holds, or today where it does already */
  readonly day: string;
  readonly today: string;
  /** of the staff that a rule names, by id */
  readonly names?: ReadonlyMap<string, string>;
}

/** A tier's name; its code where that day has no such tier. */
const tierName = ({ tiers }: RuleContext, code: string): string =>
  tiers.find((tier) => tier.code === code)?.name ?? code;

const categoryNames = (names: readonly Category[], t: TFunction): string =>
  listed(
    names.map((name) => t(`visit.category.${name}`)),
    t,
  );

/** 银卡、金卡会员 · 所有会员 */
const members = (codes: readonly string[], context: RuleContext): string =>
  codes.length === context.tiers.length
    ? context.t('rules.say.allMembers')
    : context.t('rules.say.members', {
        tiers: listed(
          codes.map((code) => tierName(context, code)),
          context.t,
        ),
      });

const ratiosOf = (rules: PointsRules, tier: string, t: TFunction): string => {
  const phraseOf = (category: Category): string => {
    const ratio =
      rules.ratios.find((one) => one.category === category && one.tier === tier) ??
      rules.ratios.find((one) => one.category === category && one.tier === null);
    return ratio && ratio.points > 0
      ? t('rules.say.ratio', { per: yuan(ratio.perFen), points: number(ratio.points) })
      : t('rules.say.noPoints');
  };
  return [...alike(categories, phraseOf)]
    .map(([phrase, those]) => t('rules.say.ratioOf', { categories: categoryNames(those, t), phrase }))
    .join(t('rules.say.and'));
};

const bonusSentence = (bonus: BonusDays, t: TFunction): string => {
  const weekdays = bonus.weekdays.toSorted((a, b) => a - b).flatMap((at) => weekdayNames[at - 1] ?? []);
  return t('rules.say.bonus', {
    name: bonus.name,
    from: bonus.fromDay,
    to: bonus.toDay,
    weekdays:
      weekdays.length === 0
        ? ''
        : t('rules.say.onWeekdays', {
            days: listed(
              weekdays.map((day) => t(`common.weekdays.${day}`)),
              t,
            ),
          }),
    categories: bonus.categories.length === 0 ? t('rules.say.allCategories') : categoryNames(bonus.categories, t),
    times: timesText(bonus.percent),
  });
};

const pointsRules = (rules: PointsRules, context: RuleContext): readonly string[] => {
  const { t, tiers, day, today } = context;
  const codes = tiers.map(({ code }) => code);
  // days that are over when the rule begins say nothing of what will hold
  const bonuses = rules.bonusDays.filter((bonus) => bonus.toDay >= day);
  const multiples = bonuses.length + (rules.birthdayPercent === null ? 0 : 1);
  return [
    ...[...alike(codes, (code) => ratiosOf(rules, code, t))].map(([ratios, those]) =>
      t('rules.say.earn', { who: members(those, context), ratios }),
    ),
    ...bonuses.map((bonus) => bonusSentence(bonus, t)),
    ...(rules.birthdayPercent === null ? [] : [t('rules.say.birthday', { times: timesText(rules.birthdayPercent) })]),
    ...(multiples > 1 ? [t('rules.say.highest')] : []),
    ...(multiples > 0 ? [t(rules.bonusIsCumulative ? 'rules.say.bonusCounts' : 'rules.say.bonusNot')] : []),
    t('rules.say.lapse', {
      months: rules.validMonths,
      earned: day === today ? t('rules.say.earnedToday') : t('rules.say.earnedOn', { day }),
      until: lastDayOf(day, rules.validMonths),
    }),
  ];
};

const upgradeWays = (rule: UpgradeRule, t: TFunction): readonly string[] => [
  ...(rule.cumulativePoints === null ? [] : [t('rules.say.way.cumulative', { n: number(rule.cumulativePoints) })]),
  ...(rule.deductPoints === null ? [] : [t('rules.say.way.deduct', { n: number(rule.deductPoints) })]),
  ...(rule.repairFen === null ? [] : [t('rules.say.way.repair', { amount: yuan(rule.repairFen) })]),
  ...(rule.insuranceFen === null
    ? []
    : [
        rule.insuranceYears === 1
          ? t('rules.say.way.insuranceOnce', { amount: yuan(rule.insuranceFen) })
          : t('rules.say.way.insurance', { amount: yuan(rule.insuranceFen), years: rule.insuranceYears }),
      ]),
  ...(rule.referrals === null ? [] : [t('rules.say.way.referrals', { n: rule.referrals })]),
  ...(rule.participations === null ? [] : [t('rules.say.way.participations', { n: rule.participations })]),
];

const startingSentence = ({ starting }: MembershipRules, context: RuleContext): string => {
  const { t, tiers } = context;
  const lowest = tiers[0]?.name ?? '';
  const steps = tiers
    .toReversed()
    .flatMap(({ code }) => starting.tiers.find(({ tier }) => tier === code) ?? [])
    .map(({ tier, topPercent }) => t('rules.say.top', { percent: topPercent, tier: tierName(context, tier) }));
  if (steps.length === 0) return t('rules.say.startLowest', { tier: lowest });
  return t(starting.by === 'spend' ? 'rules.say.startBySpend' : 'rules.say.startByProfit', {
    steps: listed(steps, t),
    lowest,
  });
};

const membershipRules = (rules: MembershipRules, context: RuleContext): readonly string[] => {
  const { t, tiers, day, today } = context;
  const { renewal, downgrade, pointsFreeTiers } = rules;
  const renewalWays = [
    ...(renewal.feeFen === null ? [] : [t('rules.say.way.fee', { amount: yuan(renewal.feeFen) })]),
    ...(renewal.points === null ? [] : [t('rules.say.way.deduct', { n: number(renewal.points) })]),
    ...(renewal.insuranceFen === null
      ? []
      : [t('rules.say.way.insuranceYear', { amount: yuan(renewal.insuranceFen) })]),
  ];
  return [
    t('rules.say.join', {
      fee: yuan(rules.joinFeeFen),
      months: rules.validMonths,
      joined: day === today ? t('rules.say.joinedToday') : t('rules.say.joinedOn', { day }),
      until: lastDayFrom(day, rules.validMonths),
    }),
    startingSentence(rules, context),
    renewalWays.length === 0
      ? t('rules.say.renewNever')
      : t('rules.say.renew', {
          from: renewal.fromDays,
          late: renewal.lateDays,
          ways: renewalWays.join(t('rules.say.or')),
        }),
    ...tiers.slice(1).map(({ code, name }) => {
      const rule = rules.upgrades.find(({ tier }) => tier === code);
      return rule
        ? t('rules.say.upgrade', { tier: name, ways: upgradeWays(rule, t).join(t('rules.say.or')) })
        : t('rules.say.upgradeNever', { tier: name });
    }),
    downgrade.on
      ? t('rules.say.downgrade', {
          keep: listed(
            downgrade.keep.map(({ tier, cumulativePoints }) =>
              t('rules.say.keep', { tier: tierName(context, tier), n: number(cumulativePoints) }),
            ),
            t,
          ),
        })
      : t('rules.say.downgradeNever'),
    ...(pointsFreeTiers.length === 0 ? [] : [t('rules.say.pointsFree', { who: members(pointsFreeTiers, context) })]),
  ];
};

/** An example of so many points outstanding. */
const example = 100_000;

const pointsTerms = (terms: PointsTerms, { t }: RuleContext): readonly string[] => {
  const { valueFen, valuePoints, breakagePercent } = terms;
  const owed = Math.floor((example * valueFen * (100 - breakagePercent)) / (valuePoints * 100));
  return [
    t('rules.say.value', { points: number(valuePoints), value: money(valueFen) }),
    t('rules.say.breakage', { percent: breakagePercent, example: number(example), owed: money(owed) }),
    t('rules.say.adjustLimit', { n: number(terms.adjustLimit) }),
    t('rules.say.voucherLimit', { amount: yuan(terms.voucherLimitFen) }),
    t(terms.whenPaid ? 'rules.say.whenPaid' : 'rules.say.atOnce'),
  ];
};

const discountWords = (percentOff: number, t: TFunction): string =>
  percentOff === 100 ? t('rules.say.free') : t('rules.say.discount', { percent: percentOff });

const tierBenefits = ({ services, discounts }: TierBenefits, { t, tiers }: RuleContext): readonly string[] =>
  tiers.map(({ code, name }) => {
    const own = services
      .filter(({ tier }) => tier === code)
      .map(({ name: service, timesPerYear }) =>
        timesPerYear === null
          ? t('rules.say.serviceUnlimited', { service })
          : t('rules.say.service', { service, count: timesPerYear }),
      );
    const off = alike(
      discounts.filter(({ tier }) => tier === code),
      ({ percentOff }) => discountWords(percentOff, t),
    );
    const less = [...off].map(([phrase, rows]) =>
      t('rules.say.discountOf', {
        categories: categoryNames(
          rows.map(({ category }) => category),
          t,
        ),
        phrase,
      }),
    );
    const parts = [...own, ...less];
    return parts.length === 0
      ? t('rules.say.noBenefits', { tier: name })
      : t('rules.say.benefits', { tier: name, parts: parts.join(t('rules.say.and')) });
  });

const sentences: { readonly [K in VersionedKey]: (rule: Settings[K], context: RuleContext) => readonly string[] } = {
  pointsRules,
  membershipRules,
  pointsTerms,
  tierBenefits,
  ...complaintSentences,
};

/** What a rule says, in plain words, from a day on: what people read before they save it, and of every version. */
export const ruleSentences = <K extends VersionedKey>(
  key: K,
  rule: Settings[K],
  context: RuleContext,
): readonly string[] => sentences[key](rule, context);
