import { sql } from 'kysely';
import { notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Explanation } from '../../contract/points.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { balanceOf, openLots } from './ledger.ts';

type Entry = Explanation['entries'][number];

const cardOf = async (db: ReadDb, number: string) => {
  const row = await db
    .selectFrom('memberCard as c')
    .innerJoin('membership as m', 'm.id', 'c.membershipId')
    .innerJoin('customer as h', 'h.id', 'c.customerId')
    .select(['c.id', 'c.number', 'c.state', 'h.name', 'm.id as membershipId', 'm.tier', 'm.validThrough'])
    .where('c.number', 'in', [number, number.replace(/\s/g, '').toUpperCase()])
    .where('c.deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('card');
  return row;
};

const linesOf = (detail: string): Entry['lines'] => (JSON.parse(detail) as { lines?: Entry['lines'] }).lines ?? [];

/**
 * What names an entry's document: a visit's order number, a voucher's code and name, a card's number, what a membership underwent, with
 * whom it was shared or joined, who approved it, the number of the complaint that it makes up for.
 */
const label = sql<
  string | null
>`coalesce(v.orderNo, vo.code || ' ' || vo.name, c.number, ev.kind, h.name, CASE e.sourceKind
  WHEN 'approval' THEN json_extract(e.detail, '$.approvedBy') WHEN 'compensation' THEN json_extract(e.detail, '$.complaint') END)`;

const entriesOf = async (db: ReadDb, membershipId: string): Promise<Entry[]> => {
  const rows = await db
    .selectFrom('pointsEntry as e')
    .leftJoin('visit as v', (join) => join.onRef('v.id', '=', 'e.sourceId').on('e.sourceKind', '=', 'visit'))
    .leftJoin('voucher as vo', (join) => join.onRef('vo.id', '=', 'e.sourceId').on('e.sourceKind', '=', 'voucher'))
    .leftJoin('memberCard as c', (join) => join.onRef('c.id', '=', 'e.sourceId').on('e.sourceKind', '=', 'card'))
    .leftJoin('membershipEvent as ev', (join) =>
      join.onRef('ev.id', '=', 'e.sourceId').on('e.sourceKind', '=', 'membershipEvent'),
    )
    .leftJoin('membership as m', (join) =>
      join.on(sql<boolean>`m.id = CASE e.sourceKind WHEN 'membership' THEN e.sourceId
        WHEN 'transfer' THEN json_extract(e.detail, '$.membershipId') END`),
    )
    .leftJoin('customer as h', 'h.id', 'm.customerId')
    .selectAll('e')
    .select(label.as('label'))
    .where('e.membershipId', '=', membershipId)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute();
  let cumulativeAfter = 0;
  let redeemableAfter = 0;
  return rows.map((row) => {
    cumulativeAfter += row.cumulative;
    redeemableAfter += row.redeemable;
    return {
      id: row.id,
      kind: row.kind as Entry['kind'],
      cumulative: row.cumulative,
      redeemable: row.redeemable,
      day: row.day,
      at: row.at,
      byName: row.byName,
      tier: row.tier,
      source: row.sourceKind && row.sourceId ? { kind: row.sourceKind, id: row.sourceId, no: row.label } : null,
      ruleDay: row.ruleDay,
      reverses: row.reverses,
      reason: row.reason,
      lines: linesOf(row.detail),
      cumulativeAfter,
      redeemableAfter,
    };
  });
};

/** 如何算出: the book of one card's account, and whether it adds up. */
export const explain: QueryHandler<Contract['points']['explain']> = async (db, input, ctx) => {
  const card = await cardOf(db, input.card);
  const { tiers } = await settingsOn(db, ctx.today());
  const balance = await balanceOf(db, card.membershipId);
  const entries = await entriesOf(db, card.membershipId);
  const lots = await openLots(db, card.membershipId);
  const entriesCumulative = entries.at(-1)?.cumulativeAfter ?? 0;
  const entriesRedeemable = entries.at(-1)?.redeemableAfter ?? 0;
  const lotsRemaining = lots.reduce((sum, lot) => sum + lot.remaining, 0);
  return {
    card: { id: card.id, number: card.number, holder: card.name, state: card.state },
    membership: {
      id: card.membershipId,
      tier: card.tier,
      tierName: tiers.find(({ code }) => code === card.tier)?.name ?? card.tier,
      validThrough: card.validThrough,
    },
    balance,
    entries,
    lots,
    proof: {
      entriesCumulative,
      entriesRedeemable,
      lotsRemaining,
      holds:
        entriesCumulative === balance.cumulative &&
        entriesRedeemable === balance.redeemable &&
        lotsRemaining - balance.debt === balance.redeemable,
    },
  };
};
