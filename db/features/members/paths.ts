import { sql } from 'kysely';
import type { MemberPaths } from '../../contract/members.ts';
import type { Settings } from '../../contract/settings.ts';
import { addDays, addMonths, type Day } from '../../domain/day.ts';
import { insuranceSum } from '../../domain/membership/insuranceYears.ts';
import { downgradeTo, type RenewalFacts, renewalPaths } from '../../domain/membership/renewalPaths.ts';
import { highestMet, upgradePaths } from '../../domain/membership/upgradePaths.ts';
import { membershipYear, type RenewalWindow, renewalWindow } from '../../domain/membership/validity.ts';
import type { ReadDb } from '../../store/handler.ts';
import { startsOf } from './events.ts';
import { insuranceItemsOf } from './insuranceItems.ts';
import { isExpired, type Membership } from './livingMembership.ts';
import { tierOf } from './tierNames.ts';
import { deductiblePoints, upgradeFactsOf } from './upgradeFacts.ts';

/** First day of the last year that a membership holds for: what is earned and insured from then on counts at its renewal. */
const lastYearFrom = async (db: ReadDb, membership: Membership, through: Day, months: number): Promise<Day> => {
  const starts = await startsOf(db, membership);
  return starts.length === 0 ? addMonths(addDays(through, 1), -months) : membershipYear(starts, through).from;
};

/** 累计积分 that were earned since a day; what came from an old system or another account was not. */
const earnedSince = async (db: ReadDb, membershipId: string, from: Day): Promise<number> => {
  const { rows } = await sql<{ points: number }>`
    SELECT coalesce(sum(e.cumulative), 0) AS points FROM pointsEntry e LEFT JOIN pointsEntry o ON o.id = e.reverses
    WHERE e.membershipId = ${membershipId} AND e.day >= ${from}
      AND coalesce(o.kind, e.kind) IN ('earn', 'bonus', 'adjust')`.execute(db);
  return rows[0]?.points ?? 0;
};

/** The day on which insurance renewed a membership last: it does so once. */
const insuranceRenewedDay = async (db: ReadDb, membershipId: string): Promise<Day | null> => {
  const row = await db
    .selectFrom('membershipEvent')
    .select((eb) => eb.fn.max('day').as('day'))
    .where('membershipId', '=', membershipId)
    .where('kind', '=', 'renew')
    .where('path', '=', 'insurance')
    .executeTakeFirst();
  return row?.day ?? null;
};

const insuranceFactsOf = async (
  db: ReadDb,
  membership: Membership,
  yearFrom: Day,
): Promise<RenewalFacts['insurance']> => {
  const renewed = await insuranceRenewedDay(db, membership.id);
  const since = renewed !== null && renewed >= yearFrom ? addDays(renewed, 1) : yearFrom;
  return insuranceSum(await insuranceItemsOf(db, membership.customerId, since));
};

export interface RenewalCase {
  readonly window: RenewalWindow | null;
  readonly rows: MemberPaths['renewal']['paths'];
  /** what the downgrade policy does, and by which figures */
  readonly down: { readonly tier: string; readonly asked: number; readonly earned: number; readonly from: Day } | null;
}

/** All that decides a renewal. */
export const renewalOf = async (
  db: ReadDb,
  membership: Membership,
  settings: Settings,
  today: Day,
): Promise<RenewalCase> => {
  const rules = settings.membershipRules;
  const window = renewalWindow(membership.validThrough, rules, today);
  if (!window || membership.validThrough === null) return { window: null, rows: [], down: null };
  const from = await lastYearFrom(db, membership, membership.validThrough, rules.validMonths);
  const facts: RenewalFacts = {
    redeemable: await deductiblePoints(db, membership.id, today),
    insurance: rules.renewal.insuranceFen === null ? insuranceSum([]) : await insuranceFactsOf(db, membership, from),
  };
  const earned = rules.downgrade.on ? await earnedSince(db, membership.id, from) : 0;
  const down = downgradeTo(membership.tier, earned, rules.downgrade, settings.tiers);
  return {
    window,
    rows: renewalPaths(membership.tier, settings, facts),
    down: down && { ...down, earned, from },
  };
};

/** 会员测算: every way to renew and to rise with what is missing. */
export const pathsOf = async (
  db: ReadDb,
  membership: Membership,
  settings: Settings,
  today: Day,
): Promise<MemberPaths> => {
  const { window, rows, down } = await renewalOf(db, membership, settings, today);
  const facts = await upgradeFactsOf(db, membership, settings, today);
  const upgrades = upgradePaths(membership.tier, settings, facts, today);
  const holds = membership.state === 'active' && !isExpired(membership, today);
  return {
    renewal: {
      fromDay: window?.fromDay ?? null,
      toDay: window?.toDay ?? null,
      open: membership.state === 'active' && (window?.open ?? false),
      newThrough: window?.newThrough ?? null,
      downgradeTo: down && tierOf(settings.tiers, down.tier),
      paths: rows,
    },
    upgrades,
    eligibleFor: holds ? highestMet(upgrades, settings) : null,
  };
};
