import type { Selectable } from 'kysely';
import { notFound } from '../../contract/errors.ts';
import { fenOfPoints } from '../../domain/membership/pointsWorth.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settingsOn.ts';

export type Compensation = Selectable<Tables['compensation']>;

/** What is given to make up for it (补偿): fen; points; a voucher's name, worth in fen and days. */
export type Compensated =
  | { readonly kind: 'amount'; readonly amountFen: number }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'voucher'; readonly name: string; readonly valueFen: number; readonly validDays: number };

/** @throws CareError NOT_FOUND `compensation-not-found` */
export const compensationOf = async (db: ReadDb, id: string): Promise<Compensation> => {
  const row = await db
    .selectFrom('compensation')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('compensation');
  return row;
};

/** What it costs us, fen; points at their worth on that day. */
export const costOf = async (db: ReadDb, what: Compensated, today: string): Promise<number> => {
  switch (what.kind) {
    case 'amount':
      return what.amountFen;
    case 'voucher':
      return what.valueFen;
    case 'points':
      return fenOfPoints(what.points, (await settingsOn(db, today)).pointsTerms);
  }
};

/** What a complaint has cost so far, fen: what was given and what waits. */
export const costSoFar = async (db: ReadDb, complaintId: string): Promise<number> => {
  const { sum } = await db
    .selectFrom('compensation')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('amountFen'), eb.lit(0)).as('sum'))
    .where('complaintId', '=', complaintId)
    .where('state', 'in', ['given', 'waiting'])
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(sum);
};

/** What a line on record says of one: its kind, what it costs, its points or its voucher. */
export const valuesOf = (
  row: Pick<Compensation, 'kind' | 'amountFen' | 'points' | 'name'>,
  state: string,
): Record<string, string | number> => ({
  state,
  kind: row.kind,
  amountFen: row.amountFen,
  ...(row.points === null ? {} : { points: row.points }),
  ...(row.name === null ? {} : { name: row.name }),
});
