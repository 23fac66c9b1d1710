import { type SqlBool, sql } from 'kysely';
import type { Settings } from '../../contract/settings.ts';
import type { Day } from '../../domain/day.ts';
import { offeredRules } from '../../domain/membership/upgradePaths.ts';
import type { ReadDb } from '../../store/handler.ts';
import { boughtHere, policyYear } from './insuranceItems.ts';
import { insuranceYearUsed, liftedBefore, ordinaryRepairFen } from './ordinaryRepair.ts';
import { rankOf } from './tierNames.ts';

type Fragment = ReturnType<typeof sql>;
type Criterion = 'cumulativePoints' | 'repairFen' | 'insuranceFen' | 'referrals' | 'participations';

/** What a tier asks by one criterion, and the tiers whose members it is offered to. */
interface Offer {
  readonly rank: number;
  readonly need: number;
  /** years running, of an insurance */
  readonly years: number;
  readonly from: readonly string[];
}

const offersOf = (settings: Settings, criterion: Criterion): Offer[] =>
  settings.membershipRules.upgrades.flatMap((rule) => {
    const from = settings.tiers.flatMap(({ code }) =>
      offeredRules(code, settings).some((offered) => offered.tier === rule.tier && offered[criterion] !== null)
        ? [code]
        : [],
    );
    const need = rule[criterion];
    const rank = rankOf(settings.tiers, rule.tier);
    return need === null || from.length === 0 ? [] : [{ rank, need, years: rule.insuranceYears, from }];
  });

const least = (offers: readonly Offer[]): number => Math.min(...offers.map(({ need }) => need));

const valid = (today: Day): Fragment =>
  sql<SqlBool>`m.deletedAt IS NULL AND m.state = 'active' AND coalesce(m.validThrough, '9999-12-31') >= ${today}`;

/** The highest rank that somebody of tier `m.tier` with so much is offered; null: none. */
const rankBy = (offers: readonly Offer[], have: Fragment): Fragment => {
  const highestFirst = offers.toSorted((a, b) => b.rank - a.rank);
  const cases = highestFirst.map(
    ({ rank, need, from }) => sql`WHEN ${have} >= ${need} AND tier IN (${sql.join([...from])}) THEN ${rank}`,
  );
  return sql`CASE ${sql.join(cases, sql` `)} END`;
};

/** Who has reached it is few beside all members, and found first: the membership is looked up after. */
const byPoints = (offers: readonly Offer[], today: Day): Fragment => sql`
  SELECT id, ${rankBy(offers, sql`have`)} AS rank FROM (
    SELECT m.id, m.tier, b.cumulative AS have FROM pointsBalance b CROSS JOIN membership m ON m.id = b.membershipId
    WHERE b.cumulative >= ${least(offers)} AND ${valid(today)})`;

/** Few visits are that large, and fewer of them a member's: their lines are added up last, as the CASE has it. */
const byRepair = (offers: readonly Offer[], today: Day): Fragment => sql`
  SELECT id, ${rankBy(offers, sql`have`)} FROM (
    SELECT m.id, m.tier, CASE WHEN m.id IS NOT NULL THEN ${ordinaryRepairFen} END AS have
    FROM visit v CROSS JOIN membership m ON m.customerId = v.customerId
    WHERE v.amountFen >= ${least(offers)} AND v.voidedAt IS NULL AND v.deletedAt IS NULL AND ${valid(today)}
      AND m.tier IN (${sql.join([...new Set(offers.flatMap(({ from }) => from))])})
      AND v.day > coalesce(m.joinDay, '') AND NOT ${liftedBefore(sql`m.id`)})`;

/**
 * As db/domain/membership/insuranceYears.ts has it: by holder and year what the best insured vehicle came to, by its policies or by
 * the lines of its visits, where that is `least` or more.
 */
const insuranceYears = (since: number, atLeast: number): Fragment => sql`
  SELECT customerId, year, max(fen) AS fen FROM (
    SELECT v.customerId, y.year, y.fen FROM (SELECT p.vehicleId, ${policyYear} AS year, sum(p.premiumFen) AS fen FROM policy p
        WHERE ${boughtHere} AND ${policyYear} >= ${String(since)}
        GROUP BY ${policyYear}, p.vehicleId HAVING sum(p.premiumFen) >= ${atLeast}) y
      CROSS JOIN vehicle v ON v.id = y.vehicleId AND v.deletedAt IS NULL
    UNION ALL
    SELECT t.customerId, substr(t.day, 1, 4), sum(l.amountFen) FROM visitLine l CROSS JOIN visit t ON t.id = l.visitId
      WHERE l.category = 'insurance' AND l.amountFen > 0 AND t.day >= ${`${since}-01-01`}
        AND t.voidedAt IS NULL AND t.deletedAt IS NULL
      GROUP BY t.customerId, t.vehicleId, substr(t.day, 1, 4) HAVING sum(l.amountFen) >= ${atLeast})
  GROUP BY customerId, year`;

const byInsurance = ({ rank, need, from, years }: Offer, last: number, today: Day): Fragment => sql`
  SELECT m.id, ${rank} FROM (SELECT customerId FROM insured
      WHERE fen >= ${need} AND year BETWEEN ${String(last - years + 1)} AND ${String(last)}
      GROUP BY customerId HAVING count(*) = ${years}) i
    CROSS JOIN membership m ON m.customerId = i.customerId
  WHERE ${valid(today)} AND m.tier IN (${sql.join([...from])}) AND coalesce(${insuranceYearUsed(sql`m.id`)}, 0) < ${last}`;

const byReferrals = (offers: readonly Offer[], today: Day): Fragment => sql`
  SELECT m.id, ${rankBy(offers, sql`r.have`)} FROM (SELECT referrerId, count(*) AS have FROM customer
      WHERE referrerId IS NOT NULL AND deletedAt IS NULL GROUP BY referrerId HAVING count(*) >= ${least(offers)}) r
    CROSS JOIN membership m ON m.customerId = r.referrerId WHERE ${valid(today)}`;

const byParticipations = (offers: readonly Offer[], today: Day): Fragment => sql`
  SELECT m.id, ${rankBy(offers, sql`p.have`)} FROM (SELECT customerId, count(*) AS have FROM participation
      WHERE deletedAt IS NULL GROUP BY customerId HAVING count(*) >= ${least(offers)}) p
    CROSS JOIN membership m ON m.customerId = p.customerId WHERE ${valid(today)}`;

/**
 * All who may rise without giving anything for it, with the rank of the highest tier (可升级会员): the same answer as `eligibleFor`
 * gives for each, found criterion by criterion. A SELECT of `id` and `rank`, to be asked within another.
 */
export const eligibleRows = (settings: Settings, today: Day): Fragment => {
  const year = Number(today.slice(0, 4));
  const insured = offersOf(settings, 'insuranceFen');
  const part = (criterion: Criterion, by: (offers: readonly Offer[], today: Day) => Fragment): Fragment[] => {
    const offers = offersOf(settings, criterion);
    return offers.length === 0 ? [] : [by(offers, today)];
  };
  const parts = [
    ...part('cumulativePoints', byPoints),
    ...part('repairFen', byRepair),
    ...insured.flatMap((offer) => [year - 1, year, year + 1].map((last) => byInsurance(offer, last, today))),
    ...part('referrals', byReferrals),
    ...part('participations', byParticipations),
  ];
  const union = parts.length === 0 ? sql`SELECT NULL AS id, NULL AS rank` : sql.join(parts, sql` UNION ALL `);
  const insurances =
    insured.length === 0
      ? sql`SELECT NULL AS customerId, NULL AS year, 0 AS fen WHERE 0`
      : insuranceYears(year - Math.max(...insured.map(({ years }) => years)), least(insured));
  return sql`WITH insured AS MATERIALIZED (${insurances})
    SELECT id, max(rank) AS rank FROM (${union}) WHERE rank IS NOT NULL GROUP BY id`;
};

/** Their ids. */
export const eligibleIds = async (db: ReadDb, settings: Settings, today: Day): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`SELECT id FROM (${eligibleRows(settings, today)})`.execute(db);
  return rows.map(({ id }) => id);
};
