import { type RawBuilder, sql } from 'kysely';
import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Statement } from '../../contract/pointsReports.ts';
import { type Movements, moved, nothingMoved } from '../../domain/points/liability.ts';
import { type StatementFigures, signedText, statementProof, storeMark } from '../../domain/points/statementProof.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { membershipOf } from '../members/livingMembership.ts';
import { tierNameOf } from '../members/tierNames.ts';
import { settingsOn } from '../settings/settings.ts';

type Kind = Statement['entries'][number]['kind'];

interface EntryRow {
  readonly id: string;
  readonly day: string;
  readonly kind: Kind;
  readonly redeemable: number;
  readonly label: string | null;
}

const one = async <T>(db: ReadDb, query: RawBuilder<T>): Promise<T | undefined> => (await query.execute(db)).rows[0];

/** 可兑换积分 and 累计积分 at the end of a day, by the days to which entries belong. */
export const balanceOn = async (
  db: ReadDb,
  membershipId: string,
  day: string,
): Promise<{ cumulative: number; redeemable: number }> =>
  (await one(
    db,
    sql<{ cumulative: number; redeemable: number }>`
      SELECT coalesce(sum(cumulative), 0) AS cumulative, coalesce(sum(redeemable), 0) AS redeemable
      FROM pointsEntry WHERE membershipId = ${membershipId} AND day <= ${day}`,
  )) ?? { cumulative: 0, redeemable: 0 };

const entriesBetween = async (
  db: ReadDb,
  membershipId: string,
  fromDay: string,
  toDay: string,
): Promise<EntryRow[]> => {
  const { rows } = await sql<EntryRow>`
    SELECT e.id, e.day, e.kind, e.redeemable,
      coalesce(
        (SELECT v.orderNo FROM visit v WHERE v.id = d.sourceId AND d.sourceKind = 'visit'),
        (SELECT v.name FROM voucher v WHERE v.id = d.sourceId AND d.sourceKind = 'voucher'),
        CASE WHEN d.sourceKind = 'compensation' THEN json_extract(d.detail, '$.complaint') END,
        CASE WHEN e.kind = 'adjust' THEN e.reason END) AS label
    FROM pointsEntry e JOIN pointsEntry d ON d.id = coalesce(e.reverses, e.id)
    WHERE e.membershipId = ${membershipId} AND e.day BETWEEN ${fromDay} AND ${toDay} AND e.redeemable <> 0
    ORDER BY e.day, e.at, e.id`.execute(db);
  return rows;
};

const debtOn = async (db: ReadDb, membershipId: string, day: string): Promise<number> =>
  (
    await one(
      db,
      sql<{
        debt: number;
      }>`SELECT coalesce(-sum(m.points), 0) AS debt FROM pointsEntry e JOIN pointsMove m ON m.entryId = e.id
        WHERE e.membershipId = ${membershipId} AND e.day <= ${day} AND m.lotId IS NULL`,
    )
  )?.debt ?? 0;

/** The next points to lapse, as things stand today. */
const nextLapse = async (db: ReadDb, membershipId: string, today: string) =>
  (await one(
    db,
    sql<{ day: string; points: number }>`SELECT lastDay AS day, sum(remaining) AS points FROM pointsLot
      WHERE membershipId = ${membershipId} AND remaining > 0 AND lastDay >= ${today}
      GROUP BY lastDay ORDER BY lastDay LIMIT 1`,
  )) ?? null;

/** The number by which the account is known: its main card's, else that of its newest card. */
const cardNumberOf = async (db: ReadDb, membershipId: string): Promise<string> =>
  (
    await one(
      db,
      sql<{ number: string }>`SELECT number FROM memberCard WHERE membershipId = ${membershipId} AND deletedAt IS NULL
        ORDER BY role = 'main' DESC, state IN ('active', 'frozen', 'lost') DESC, createdAt DESC, id DESC LIMIT 1`,
    )
  )?.number ?? '';

export const statementSecret = async (db: ReadDb): Promise<string> =>
  (await db.selectFrom('statementKey').select('secret').executeTakeFirstOrThrow()).secret;

/** 积分对账单: every movement of a span of days, and a code by which a changed figure is caught off-line. */
export const statement: QueryHandler<Contract['points']['statement']> = async (db, input, ctx) => {
  const { membershipId, fromDay, toDay } = input;
  if (fromDay > toDay) throw badField('toDay', 'ends-before-start');
  const membership = await membershipOf(db, membershipId);
  const store = await db.selectFrom('store').select(['storeId', 'name']).executeTakeFirstOrThrow();
  const holder = await db
    .selectFrom('customer')
    .select('name')
    .where('id', '=', membership.customerId)
    .executeTakeFirstOrThrow();
  const today = ctx.today();
  const { tiers } = await settingsOn(db, today);
  const rows = await entriesBetween(db, membershipId, fromDay, toDay);
  const end = await balanceOn(db, membershipId, toDay);
  const opening = end.redeemable - rows.reduce((sum, row) => sum + row.redeemable, 0);
  const movements = rows.reduce<Movements>((sum, row) => moved(sum, row.kind, row.redeemable), nothingMoved);
  let after = opening;
  const figures: StatementFigures = {
    store: storeMark(store.storeId),
    card: await cardNumberOf(db, membershipId),
    fromDay,
    toDay,
    madeDay: today,
    opening,
    closing: end.redeemable,
  };
  return {
    membershipId,
    holder: holder.name,
    cardNumber: figures.card,
    tierName: tierNameOf(tiers, membership.tier),
    storeName: store.name,
    fromDay,
    toDay,
    madeDay: today,
    opening,
    earned: movements.issued,
    used: movements.redeemed,
    lapsed: movements.lapsed,
    other: movements.other - movements.reversed || 0,
    closing: end.redeemable,
    cumulative: end.cumulative,
    debt: await debtOn(db, membershipId, toDay),
    nextLapse: await nextLapse(db, membershipId, today),
    entries: rows.map((row) => {
      after += row.redeemable;
      return { day: row.day, kind: row.kind, label: row.label, redeemable: row.redeemable, after };
    }),
    proof: statementProof(figures, ctx.sign(signedText(figures), await statementSecret(db))),
  };
};
