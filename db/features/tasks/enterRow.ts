import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { instantOf } from '../../domain/zonedTime.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { recordContact } from './record.ts';
import { recordRefusal } from './refuse.ts';
import { openOfRow, type PrintedRow, printedRow } from './sheetRow.ts';

/** A row that waits to be entered, and the tasks on it that are still open. */
const rowToEnter = async (
  db: WriteDb,
  { code, at }: { readonly code: string; readonly at: number },
  ctx: CommandContext,
): Promise<{ row: PrintedRow; taskIds: readonly string[] }> => {
  const row = await printedRow(db, code);
  if (row.state === 'entered') throw new CareError('CONFLICT', { reason: 'row-entered' });
  if (at < instantOf(row.day, '00:00', ctx.timeZone)) throw badField('at', 'row-before-print');
  if (at > ctx.now()) throw badField('at', 'row-future');
  return { row, taskIds: (await openOfRow(db, row)).map(({ id }) => id) };
};

const markEntered = (ctx: CommandContext, row: PrintedRow, contactId: string): Promise<unknown> =>
  ctx.rows.update('callSheetRow', { id: row.id, version: null }, { state: 'entered', contactId }, { owner: null });

/** 补录 a row of a call sheet, once. */
export const enterRow: CommandHandler<Contract['tasks']['enterRow']> = async (db, input, ctx) => {
  const { row, taskIds } = await rowToEnter(db, input, ctx);
  const { outcome, at, note, nextAt } = input;
  const { customerId } = row;
  const said = { channel: 'call' as const, purposes: [], complaintId: null, promise: null, survey: null };
  const { response: _none, ...recorded } = await recordContact(
    db,
    { ...said, customerId, taskIds: [...taskIds], outcome, at, note, nextAt },
    ctx,
  );
  await markEntered(ctx, row, recorded.id);
  return { ...recorded, closed: row.taskIds.length - taskIds.length };
};

/** 不再联系, as a sheet has it. */
export const enterRefusal: CommandHandler<Contract['tasks']['enterRefusal']> = async (db, input, ctx) => {
  const { row, taskIds } = await rowToEnter(db, input, ctx);
  const { customerId } = row;
  const refused = await recordRefusal(db, { customerId, taskIds, note: input.note, at: input.at }, ctx);
  await markEntered(ctx, row, refused.id);
  return refused;
};
