import { sql } from 'kysely';
import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { ContactOutcome } from '../../contract/taskTerms.ts';
import { readRowCode } from '../../domain/tasks/rowCode.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { idsIn } from './judge.ts';
import { namedTasks, reasonOf } from './open.ts';

/** A row of a call sheet with the sheet that it is on. */
export interface PrintedRow {
  readonly id: string;
  readonly code: string;
  readonly position: number;
  readonly customerId: string;
  readonly state: string;
  readonly contactId: string | null;
  /** as printed */
  readonly taskIds: readonly string[];
  readonly day: string;
  readonly printedAt: number;
  readonly printedBy: string;
}

/**
 * The row that a code names: the newest that was printed with it.
 *
 * @throws CareError VALIDATION of `code` `row-code-wrong`; NOT_FOUND `row-code-unknown`
 */
export const printedRow = async (db: ReadDb, typed: string): Promise<PrintedRow> => {
  const code = readRowCode(typed);
  if (code === null) throw badField('code', 'row-code-wrong');
  const row = await db
    .selectFrom('callSheetRow as row')
    .innerJoin('callSheet as sheet', 'sheet.id', 'row.sheetId')
    .select([
      'row.id',
      'row.code',
      'row.position',
      'row.customerId',
      'row.state',
      'row.contactId',
      'row.taskIds',
      'sheet.day',
      'sheet.at as printedAt',
      'sheet.byName as printedBy',
    ])
    .where('row.code', '=', code)
    .where('row.deletedAt', 'is', null)
    .orderBy('row.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new CareError('NOT_FOUND', { reason: 'row-code-unknown' });
  return { ...row, taskIds: JSON.parse(row.taskIds) as readonly string[] };
};

/** What was printed and is still to be done, as a list shows it. */
export const openOfRow = async (db: ReadDb, row: Pick<PrintedRow, 'taskIds' | 'customerId'>) => {
  const { rows } = await namedTasks(
    sql`t.id IN ${idsIn(row.taskIds)} AND t.customerId = ${row.customerId} AND t.state = 'open' AND t.deletedAt IS NULL
    ORDER BY t.dueAt, t.id`,
  ).execute(db);
  return rows;
};

const enteredAs = async (db: ReadDb, contactId: string) => {
  const contact = await db
    .selectFrom('contact')
    .select(['outcome', 'at', 'byName'])
    .where('id', '=', contactId)
    .executeTakeFirst();
  return contact ? { ...contact, outcome: contact.outcome as ContactOutcome } : null;
};

/** 补录: whom a row of a sheet names. */
export const sheetRow: QueryHandler<Contract['tasks']['sheetRow']> = async (db, input) => {
  const row = await printedRow(db, input.code);
  const open = await openOfRow(db, row);
  const customer = await db
    .selectFrom('customer')
    .select('name')
    .where('id', '=', row.customerId)
    .executeTakeFirstOrThrow();
  const { code, position, customerId, day, printedAt, printedBy } = row;
  return {
    ...{ code, position, customerId, name: customer.name, day, printedAt, printedBy },
    reasons: open.map(reasonOf),
    closed: row.taskIds.length - open.length,
    entered: row.contactId === null ? null : await enteredAs(db, row.contactId),
  };
};
