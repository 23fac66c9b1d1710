import { type SqlBool, sql } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler, WriteDb } from '../../store/handler.ts';
import { idsIn } from '../tasks/judge.ts';
import { refuseGivenOut } from './codes.ts';
import { sheetOf } from './sheets.ts';

type Paper = Contract['paper'];
type RowTable = 'paperRow' | 'callSheetRow';

/** 未使用: nobody wrote on these rows; what was entered, or marked already, stays. */
export const unused: CommandHandler<Paper['unused']> = async (db, input, ctx) => {
  const sheet = await sheetOf(db, input.sheetId);
  const table: RowTable = sheet.kind === 'call' ? 'callSheetRow' : 'paperRow';
  const wanted = input.rowIds === null ? sql<SqlBool>`TRUE` : sql<SqlBool>`id IN ${idsIn(input.rowIds)}`;
  const { rows } = await sql<{ id: string }>`SELECT id FROM ${sql.table(table)}
    WHERE sheetId = ${sheet.id} AND state = 'open' AND deletedAt IS NULL AND ${wanted} ORDER BY position`.execute(db);
  for (const { id } of rows) {
    await ctx.rows.update(table, { id, version: null }, { state: 'unused' }, { owner: null });
  }
  ctx.about('paperSheet', sheet.id);
  return { rows: rows.length };
};

const tableOf = async (db: WriteDb, id: string): Promise<RowTable> => {
  for (const table of ['paperRow', 'callSheetRow'] as const) {
    const row = await db
      .selectFrom(table)
      .select('id')
      .where('id', '=', id)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (row) return table;
  }
  throw notFound('row');
};

/** Something is written on it after all. */
export const reopen: CommandHandler<Paper['reopen']> = async (db, input, ctx) => {
  const { rowId: id, version } = input;
  const table = await tableOf(db, id);
  const row = await db.selectFrom(table).select(['state', 'code']).where('id', '=', id).executeTakeFirstOrThrow();
  if (row.state !== 'unused') throw new CareError('CONFLICT', { reason: 'row-not-unused' });
  await refuseGivenOut(db, table, { id, code: row.code });
  await ctx.rows.update(table, { id, version }, { state: 'open' }, { owner: null });
  ctx.about(table, id);
  return {};
};
