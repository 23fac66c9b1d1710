import type { FieldProblem } from '../contract/errors.ts';
import type { RuleKey, Settings } from '../contract/settings.ts';

/** What is wrong with a rule, beyond what its schema sees; paths as in the rule itself. */
type Problems = readonly FieldProblem[];
type Check<K extends RuleKey> = (rule: Settings[K], order: readonly string[]) => Problems;

interface OfTier {
  readonly tier: string | null;
}

/** Codes that no tier of that day has. */
const unknownTiers = (rows: readonly OfTier[], at: string, order: readonly string[]): Problems =>
  rows.flatMap(({ tier }, index) =>
    tier !== null && !order.includes(tier) ? [{ path: `${at}.${index}.tier`, reason: 'tier-unknown' }] : [],
  );

/** The second of two rows for the same thing. */
const repeated = <Row>(rows: readonly Row[], at: string, reason: string, keyOf: (row: Row) => string): Problems => {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row);
    if (seen.has(key)) return [{ path: `${at}.${index}`, reason }];
    seen.add(key);
    return [];
  });
};

/** Each tier named once, and known. */
const eachOnce = (rows: readonly OfTier[], at: string, order: readonly string[]): Problems => [
  ...unknownTiers(rows, at, order),
  ...repeated(rows, at, 'tier-twice', ({ tier }) => tier ?? ''),
];

/** The lowest tier is where one begins: nothing leads up to it, and nobody falls below it. */
const aboveLowest = (rows: readonly OfTier[], at: string, order: readonly string[]): Problems =>
  rows.flatMap(({ tier }, index) =>
    tier === order[0] ? [{ path: `${at}.${index}.tier`, reason: 'tier-lowest' }] : [],
  );

/** What a higher tier asks is more (`sign` 1) or less (−1) than what the one below asks. */
const rising = <Row extends OfTier>(
  rows: readonly Row[],
  order: readonly string[],
  amountOf: (row: Row) => number | null,
  wrong: (index: number) => FieldProblem,
  sign: 1 | -1,
): Problems => {
  const known = rows
    .map((row, index) => ({ index, place: order.indexOf(row.tier ?? ''), value: amountOf(row) }))
    .filter((row): row is { index: number; place: number; value: number } => row.place >= 0 && row.value !== null)
    .sort((a, b) => a.place - b.place);
  return known.flatMap(({ index, value }, at) => {
    const below = known[at - 1];
    return below && (value - below.value) * sign <= 0 ? [wrong(index)] : [];
  });
};

const points: Check<'pointsRules'> = ({ ratios }, order) => [
  ...unknownTiers(ratios, 'ratios', order),
  ...repeated(ratios, 'ratios', 'ratio-twice', ({ category, tier }) => `${category}|${tier ?? ''}`),
];

const membership: Check<'membershipRules'> = ({ starting, upgrades, downgrade, pointsFreeTiers }, order) => [
  ...eachOnce(starting.tiers, 'starting.tiers', order),
  ...rising(
    starting.tiers,
    order,
    ({ topPercent }) => topPercent,
    (index) => ({ path: `starting.tiers.${index}.topPercent`, reason: 'percent-order' }),
    -1,
  ),
  ...eachOnce(upgrades, 'upgrades', order),
  ...aboveLowest(upgrades, 'upgrades', order),
  ...upgrades.flatMap((rule, index) =>
    [
      rule.cumulativePoints,
      rule.deductPoints,
      rule.repairFen,
      rule.insuranceFen,
      rule.referrals,
      rule.participations,
    ].every((path) => path === null)
      ? [{ path: `upgrades.${index}`, reason: 'path-missing' }]
      : [],
  ),
  ...rising(
    upgrades,
    order,
    ({ cumulativePoints }) => cumulativePoints,
    (index) => ({ path: `upgrades.${index}.cumulativePoints`, reason: 'threshold-order' }),
    1,
  ),
  ...eachOnce(downgrade.keep, 'downgrade.keep', order),
  ...aboveLowest(downgrade.keep, 'downgrade.keep', order),
  ...rising(
    downgrade.keep,
    order,
    ({ cumulativePoints }) => cumulativePoints,
    (index) => ({ path: `downgrade.keep.${index}.cumulativePoints`, reason: 'threshold-order' }),
    1,
  ),
  ...(downgrade.on && downgrade.keep.length === 0 ? [{ path: 'downgrade.keep', reason: 'keep-missing' }] : []),
  ...pointsFreeTiers.flatMap((tier, index) =>
    order.includes(tier) ? [] : [{ path: `pointsFreeTiers.${index}`, reason: 'tier-unknown' }],
  ),
  ...repeated(pointsFreeTiers, 'pointsFreeTiers', 'tier-twice', (tier) => tier),
];

const benefits: Check<'tierBenefits'> = ({ services, discounts }, order) => [
  ...unknownTiers(services, 'services', order),
  ...repeated(services, 'services', 'service-twice', ({ code, tier }) => `${code}|${tier}`),
  ...services.flatMap(({ code, name }, index) =>
    services.find((other) => other.code === code)?.name === name
      ? []
      : [{ path: `services.${index}.name`, reason: 'service-name-differs' }],
  ),
  ...unknownTiers(discounts, 'discounts', order),
  ...repeated(discounts, 'discounts', 'discount-twice', ({ tier, category }) => `${tier}|${category}`),
];

const checks: { readonly [K in RuleKey]: Check<K> } = {
  pointsRules: points,
  membershipRules: membership,
  pointsTerms: () => [],
  tierBenefits: benefits,
};

/**
 * What is wrong with a rule among the tiers of its day (codes, lowest first).
 *
 * @returns none where it can be kept
 */
export const ruleProblems = <K extends RuleKey>(key: K, rule: Settings[K], order: readonly string[]): Problems =>
  checks[key](rule, order);

/** Codes of the tiers that a rule names. */
export const tiersNamed = (rules: Pick<Settings, Exclude<RuleKey, 'pointsTerms'>>): ReadonlySet<string> =>
  new Set([
    ...rules.pointsRules.ratios.flatMap(({ tier }) => tier ?? []),
    ...rules.membershipRules.starting.tiers.map(({ tier }) => tier),
    ...rules.membershipRules.upgrades.map(({ tier }) => tier),
    ...rules.membershipRules.downgrade.keep.map(({ tier }) => tier),
    ...rules.membershipRules.pointsFreeTiers,
    ...rules.tierBenefits.services.map(({ tier }) => tier),
    ...rules.tierBenefits.discounts.map(({ tier }) => tier),
  ]);
