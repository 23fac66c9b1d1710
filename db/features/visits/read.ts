import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Category } from '../../contract/visits.ts';
import type { QueryContext, QueryHandler, ReadDb } from '../../store/handler.ts';

/** Costs are for those who answer for profit (S1: profit of a visit). */
const seesCost = (ctx: QueryContext): boolean => ctx.actor.role === 'manager' || ctx.actor.role === 'admin';

const visitSelection = (db: ReadDb) =>
  db
    .selectFrom('visit')
    .innerJoin('vehicle', 'vehicle.id', 'visit.vehicleId')
    .innerJoin('customer', 'customer.id', 'visit.customerId')
    .selectAll('visit')
    .select(['vehicle.plate', 'vehicle.series', 'customer.name as customerName'])
    .where('visit.deletedAt', 'is', null);

type Row = Awaited<ReturnType<ReturnType<typeof visitSelection>['execute']>>[number];

const withLines = async (db: ReadDb, rows: readonly Row[], ctx: QueryContext) => {
  const ids = rows.map((row) => row.id);
  const lines =
    ids.length === 0
      ? []
      : await db
          .selectFrom('visitLine')
          .selectAll()
          .where('visitId', 'in', ids)
          .orderBy('visitId')
          .orderBy('position')
          .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    orderNo: row.orderNo,
    vehicleId: row.vehicleId,
    customerId: row.customerId,
    customerName: row.customerName,
    plate: row.plate,
    series: row.series,
    arrivedAt: row.arrivedAt,
    day: row.day,
    mileage: row.mileage,
    adviser: row.adviser,
    note: row.note,
    amountFen: row.amountFen,
    void: row.voidedAt !== null,
    voidReason: row.voidReason,
    voidedBy: row.voidedBy,
    paidAt: row.paidAt,
    lines: lines
      .filter((line) => line.visitId === row.id)
      .map((line) => ({
        category: line.category as Category,
        description: line.description,
        amountFen: line.amountFen,
        listFen: line.listFen,
        costFen: seesCost(ctx) ? line.costFen : null,
      })),
  }));
};

export const get: QueryHandler<Contract['visits']['get']> = async (db, input, ctx) => {
  const row = await visitSelection(db).where('visit.id', '=', input.id).executeTakeFirst();
  if (!row) throw notFound('visit');
  const [visit] = await withLines(db, [row], ctx);
  if (!visit) throw notFound('visit');
  return visit;
};

const readCursor = (cursor: string): { at: number; id: string } => {
  const match = /^(\d{1,16}):([0-9a-f-]{36})$/.exec(cursor);
  if (!match?.[1] || !match[2]) throw badField('cursor', 'cursor-invalid');
  return { at: Number(match[1]), id: match[2] };
};

export const visitsOfDay = async (
  db: ReadDb,
  day: string,
  page: { readonly cursor: string | undefined; readonly limit: number },
  ctx: QueryContext,
) => {
  let selection = visitSelection(db).where('visit.day', '=', day);
  if (page.cursor) {
    const { at, id } = readCursor(page.cursor);
    selection = selection.where((eb) =>
      eb.or([eb('visit.arrivedAt', '<', at), eb.and([eb('visit.arrivedAt', '=', at), eb('visit.id', '<', id)])]),
    );
  }
  const rows = await selection
    .orderBy('visit.arrivedAt', 'desc')
    .orderBy('visit.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const sums = await db
    .selectFrom('visit')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | null>('amountFen').as('amountFen')])
    .where('day', '=', day)
    .where('voidedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    rows: await withLines(db, shown, ctx),
    next: rows.length > shown.length && last ? `${last.arrivedAt}:${last.id}` : null,
    count: sums.count,
    amountFen: sums.amountFen ?? 0,
  };
};

export const ofDay: QueryHandler<Contract['visits']['ofDay']> = (db, input, ctx) =>
  visitsOfDay(db, input.day, { cursor: input.cursor, limit: input.limit }, ctx);
