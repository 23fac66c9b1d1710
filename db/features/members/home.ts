import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import type { PathRow } from '../../contract/members.ts';
import type { Settings } from '../../contract/settings.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { highestMet, upgradePaths } from '../../domain/membership/upgradePaths.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { eligibleRows } from './eligibleRows.ts';
import { lapsingDays } from './lapsing.ts';
import { endsThisMonth } from './list.ts';
import { membershipOf } from './livingMembership.ts';
import { lastDay } from './memberPages.ts';
import { memberRows } from './memberRows.ts';
import { rankOf, tierOf } from './tierNames.ts';
import { upgradeFactsOf } from './upgradeFacts.ts';

const listed = 20;

type Fragment = ReturnType<typeof sql>;
interface Found {
  readonly id: string;
  readonly count: number;
}

/** The first rows of a selection of membership ids, and how many there are in all. */
const firstOf = async (db: ReadDb, from: Fragment, order: Fragment): Promise<{ ids: string[]; count: number }> => {
  const { rows } =
    await sql<Found>`SELECT m.id, count(*) OVER () AS count ${from} ORDER BY ${order} LIMIT ${listed}`.execute(db);
  return { ids: rows.map(({ id }) => id), count: rows[0]?.count ?? 0 };
};

const active = sql`m.deletedAt IS NULL AND m.state = 'active'`;

/** 本月到期 */
const expiring = (db: ReadDb, today: Day) =>
  firstOf(db, sql`FROM membership m WHERE m.deletedAt IS NULL AND ${endsThisMonth(today)}`, sql`${lastDay}, m.id`);

/** Points that lapse within 60 days, what lapses first first. */
const lapsing = (db: ReadDb, today: Day) =>
  firstOf(
    db,
    sql`FROM (SELECT membershipId, min(lastDay) AS day FROM pointsLot WHERE remaining > 0
        AND lastDay BETWEEN ${today} AND ${addDays(today, lapsingDays)} GROUP BY membershipId) l
      CROSS JOIN membership m ON m.id = l.membershipId WHERE ${active} AND ${lastDay} >= ${today}`,
    sql`l.day, m.id`,
  );

const eligible = (db: ReadDb, settings: Settings, today: Day) =>
  firstOf(db, sql`FROM (${eligibleRows(settings, today)}) m`, sql`m.rank DESC, m.id`);

/** The way by which a member may rise, the first that is met. */
const eligibleOf = async (db: ReadDb, id: string, settings: Settings, today: Day) => {
  const membership = await membershipOf(db, id);
  const facts = await upgradeFactsOf(db, membership, settings, today);
  const paths = upgradePaths(membership.tier, settings, facts, today);
  const eligibleFor = highestMet(paths, settings);
  const path = paths.find((row: PathRow) => row.tier === eligibleFor?.tier && row.met && row.path !== 'deductPoints');
  return eligibleFor && path ? { eligibleFor, path } : null;
};

const toPrint = async (db: ReadDb, settings: Settings) => {
  const waiting = sql`FROM memberCard k JOIN membership m ON m.id = k.membershipId JOIN customer c ON c.id = k.customerId
    WHERE k.printWanted = 1 AND k.deletedAt IS NULL AND k.state IN ('active', 'frozen') AND ${active}`;
  const { rows } = await sql<{
    cardId: string;
    number: string;
    holder: string;
    tier: string;
    issuedAt: number;
    count: number;
  }>`
    SELECT k.id AS cardId, k.number, c.name AS holder, m.tier, k.createdAt AS issuedAt, count(*) OVER () AS count
    ${waiting} ORDER BY k.createdAt LIMIT ${listed}`.execute(db);
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ count: _, tier, ...row }) => ({ ...row, ...tierOf(settings.tiers, tier) })),
  };
};

const byTier = async (db: ReadDb, settings: Settings, today: Day) => {
  const { rows } = await sql<{ tier: string; members: number }>`SELECT m.tier, count(*) AS members FROM membership m
    WHERE ${active} AND ${lastDay} >= ${today} GROUP BY m.tier`.execute(db);
  return rows
    .toSorted((a, b) => rankOf(settings.tiers, a.tier) - rankOf(settings.tiers, b.tier))
    .map(({ tier, members }) => ({ ...tierOf(settings.tiers, tier), members }));
};

const approvals = async (db: ReadDb): Promise<number> => {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM approval
    WHERE state = 'waiting' AND deletedAt IS NULL`.execute(db);
  return rows[0]?.count ?? 0;
};

/** 会员首页: what wants doing. */
export const home: QueryHandler<Contract['members']['home']> = async (db, _input, ctx) => {
  const today = ctx.today();
  const settings = await settingsOn(db, today);
  const tiers = await byTier(db, settings, today);
  const ending = await expiring(db, today);
  const rising = await eligible(db, settings, today);
  const going = await lapsing(db, today);
  const cards = await toPrint(db, settings);
  const risers = [];
  for (const member of await memberRows(db, rising.ids, settings, today)) {
    const how = await eligibleOf(db, member.membershipId, settings, today);
    if (how) risers.push({ member, ...how });
  }
  return {
    day: today,
    counts: {
      active: tiers.reduce((sum, { members }) => sum + members, 0),
      expiringThisMonth: ending.count,
      eligible: rising.count,
      lapsing: going.count,
      toPrint: cards.count,
      approvals: await approvals(db),
    },
    byTier: tiers,
    expiring: await memberRows(db, ending.ids, settings, today),
    eligible: risers,
    lapsing: await memberRows(db, going.ids, settings, today),
    toPrint: cards.rows,
  };
};
