import { sql } from 'kysely';
import type { Settings } from '../../contract/settings.ts';
import type { Day } from '../../domain/day.ts';
import { insuranceByYear } from '../../domain/membership/insuranceYears.ts';
import { offeredRules, type UpgradeFacts } from '../../domain/membership/upgradePaths.ts';
import type { ReadDb } from '../../store/handler.ts';
import { balanceOf } from '../points/ledger.ts';
import { insuranceItemsOf } from './insuranceItems.ts';
import type { Membership } from './livingMembership.ts';
import { insuranceYearUsed, liftedBefore, ordinaryRepairFen } from './ordinaryRepair.ts';

/** What could be deducted today: lots that still hold, less a debt; below 0 where a debt is larger. */
export const deductiblePoints = async (db: ReadDb, membershipId: string, today: Day): Promise<number> => {
  const { debt } = await balanceOf(db, membershipId);
  const row = await db
    .selectFrom('pointsLot')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('remaining'), eb.val(0)).as('points'))
    .where('membershipId', '=', membershipId)
    .where('remaining', '>', 0)
    .where('lastDay', '>=', today)
    .executeTakeFirst();
  return (row?.points ?? 0) - debt;
};

/** The holder's largest ordinary repair on a day after joining that lifted nobody yet. */
const repairOf = async (db: ReadDb, { id, customerId, joinDay }: Membership) => {
  const { rows } = await sql<{ id: string; day: string; fen: number }>`
    SELECT v.id, v.day, ${ordinaryRepairFen} AS fen FROM visit v
    WHERE v.customerId = ${customerId} AND v.day > ${joinDay ?? ''} AND v.voidedAt IS NULL AND v.deletedAt IS NULL
      AND NOT ${liftedBefore(sql`${id}`)}
    ORDER BY fen DESC, v.day DESC, v.id LIMIT 1`.execute(db);
  return rows[0] && rows[0].fen > 0 ? rows[0] : null;
};

const insuranceOf = async (db: ReadDb, membership: Membership, years: number, today: Day) => {
  const { rows } = await sql<{
    year: number | null;
  }>`SELECT ${insuranceYearUsed(sql`${membership.id}`)} AS year`.execute(db);
  const since = `${Number(today.slice(0, 4)) - years}-01-01`;
  return {
    insurance: insuranceByYear(await insuranceItemsOf(db, membership.customerId, since)),
    insuranceUsed: rows[0]?.year ?? null,
  };
};

const countOf = async (db: ReadDb, query: ReturnType<typeof sql<{ count: number }>>): Promise<number> =>
  (await query.execute(db)).rows[0]?.count ?? 0;

/** What a member has that leads up; what no rule of a higher tier asks is not looked for. */
export const upgradeFactsOf = async (
  db: ReadDb,
  membership: Membership,
  settings: Pick<Settings, 'tiers' | 'membershipRules'>,
  today: Day,
): Promise<UpgradeFacts> => {
  const rules = offeredRules(membership.tier, settings);
  const { customerId } = membership;
  const asked = (key: 'repairFen' | 'insuranceFen' | 'referrals' | 'participations'): boolean =>
    rules.some((rule) => rule[key] !== null);
  const years = Math.max(0, ...rules.map((rule) => (rule.insuranceFen === null ? 0 : rule.insuranceYears)));
  return {
    cumulative: (await balanceOf(db, membership.id)).cumulative,
    redeemable: await deductiblePoints(db, membership.id, today),
    repair: asked('repairFen') ? await repairOf(db, membership) : null,
    ...(asked('insuranceFen')
      ? await insuranceOf(db, membership, years, today)
      : { insurance: new Map(), insuranceUsed: null }),
    referrals: asked('referrals')
      ? await countOf(
          db,
          sql`SELECT count(*) AS count FROM customer WHERE referrerId = ${customerId} AND deletedAt IS NULL`,
        )
      : 0,
    participations: asked('participations')
      ? await countOf(
          db,
          sql`SELECT count(*) AS count FROM participation WHERE customerId = ${customerId} AND deletedAt IS NULL`,
        )
      : 0,
  };
};
