import { type SqlBool, sql } from 'kysely';
import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { PaperSheet } from '../../contract/paper.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { callPaperRows, everySheet, paperRows } from './rows.ts';

type Paper = Contract['paper'];

const readCursor = (cursor: string): { readonly at: number; readonly id: string } => {
  const match = /^(\d{1,16}):([0-9a-f-]{36})$/.exec(cursor);
  if (!match?.[1] || !match[2]) throw badField('cursor', 'cursor-invalid');
  return { at: Number(match[1]), id: match[2] };
};

/** Sheets with something left to enter: the few open rows are found by indexes of their own. */
const openSheetIds = sql`(SELECT sheetId FROM paperRow WHERE state = 'open' AND deletedAt IS NULL
  UNION SELECT sheetId FROM callSheetRow WHERE state = 'open' AND deletedAt IS NULL)`;

/** 打印过的单子, the latest first. */
export const sheets: QueryHandler<Paper['sheets']> = async (db, input) => {
  const after = input.cursor ? readCursor(input.cursor) : null;
  const conditions = [
    input.open ? sql<SqlBool>`id IN ${openSheetIds}` : sql<SqlBool>`TRUE`,
    after ? sql<SqlBool>`(at, id) < (${after.at}, ${after.id})` : sql<SqlBool>`TRUE`,
  ];
  const { rows: found } = await sql<PaperSheet>`SELECT * FROM ${everySheet} WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY at DESC, id DESC LIMIT ${input.limit + 1}`.execute(db);
  const rows = found.slice(0, input.limit);
  const last = rows.at(-1);
  const { rows: counted } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${openSheetIds}`.execute(db);
  return {
    rows,
    next: last && found.length > input.limit ? `${last.at}:${last.id}` : null,
    openSheets: counted[0]?.count ?? 0,
  };
};

/** @throws CareError NOT_FOUND `sheet-not-found` */
export const sheetOf = async (db: ReadDb, id: string): Promise<PaperSheet> => {
  const { rows } = await sql<PaperSheet>`SELECT * FROM ${everySheet} WHERE id = ${id}`.execute(db);
  if (!rows[0]) throw notFound('sheet');
  return rows[0];
};

/** What is on a sheet, in the order in which it was printed. */
export const rows: QueryHandler<Paper['rows']> = async (db, input) => {
  const sheet = await sheetOf(db, input.sheetId);
  const onSheet = sql<SqlBool>`r.sheetId = ${sheet.id}`;
  return { sheet, rows: await (sheet.kind === 'call' ? callPaperRows(db, onSheet) : paperRows(db, onSheet)) };
};
