import { badField, CareError } from '../../contract/errors.ts';
import type { PaperKind } from '../../contract/paper.ts';
import { readPaperCode } from '../../domain/paper/paperCode.ts';
import type { CommandContext, ReadDb, WriteDb } from '../../store/handler.ts';

/**
 * The row that a code names: the newest that was printed with it.
 *
 * @param path of the field that it was typed in
 * @throws CareError VALIDATION of `path` `row-code-wrong`; NOT_FOUND `row-code-unknown`
 */
export const printedPaperRow = async (db: ReadDb, typed: string, path = 'code') => {
  const read = readPaperCode(typed);
  if (read === null) throw badField(path, 'row-code-wrong');
  const row = await db
    .selectFrom('paperRow')
    .selectAll()
    .where('code', '=', read.code)
    .where('deletedAt', 'is', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new CareError('NOT_FOUND', { reason: 'row-code-unknown' });
  return { ...row, kind: read.kind };
};

export type PrintedPaperRow = Awaited<ReturnType<typeof printedPaperRow>>;

/** What was entered of a row. */
export type EnteredPaper = { readonly code: string } & (
  | { readonly kind: 'complaint'; readonly complaintId: string }
  | { readonly kind: 'signIn'; readonly visitId: string }
  | { readonly kind: 'survey'; readonly responseId: string }
);

/**
 * A row of this kind that waits to be entered. One that was marked as unused (未使用) waits all the same: somebody found it written on.
 *
 * @throws CareError as `printedPaperRow`; VALIDATION of `path` `row-of-other-paper`; CONFLICT `row-entered`
 */
export const paperRowToEnter = async (
  db: ReadDb,
  { code, kind }: { readonly code: string; readonly kind: PaperKind },
  path: string,
): Promise<PrintedPaperRow> => {
  const row = await printedPaperRow(db, code, path);
  if (row.kind !== kind) throw badField(path, 'row-of-other-paper');
  if (row.state === 'entered') throw new CareError('CONFLICT', { reason: 'row-entered' });
  return row;
};

/** Answers are entered to the questions that stood on the paper. */
const refuseOtherQuestions = async (
  db: ReadDb,
  row: PrintedPaperRow,
  responseId: string,
  path: string,
): Promise<void> => {
  const same = await db
    .selectFrom('paperSheet as sheet')
    .innerJoin('surveyResponse as response', 'response.questionnaireId', 'sheet.questionnaireId')
    .select('sheet.id')
    .where('sheet.id', '=', row.sheetId)
    .where('response.id', '=', responseId)
    .executeTakeFirst();
  if (!same) throw badField(path, 'row-of-other-paper');
};

/**
 * 补录: a paper's row is what it became, once. Called in the command that puts that on record, after it: undone, the row waits again.
 *
 * @throws CareError as `paperRowToEnter`
 */
export const takePaperRow = async (
  db: WriteDb,
  ctx: CommandContext,
  entered: EnteredPaper,
  path = 'paperCode',
): Promise<void> => {
  const row = await paperRowToEnter(db, entered, path);
  if (entered.kind === 'survey') await refuseOtherQuestions(db, row, entered.responseId, path);
  await ctx.rows.update(
    'paperRow',
    { id: row.id, version: null },
    { state: 'entered', ...resultOf(entered), enteredAt: ctx.now(), enteredBy: ctx.actor.name },
    { owner: null },
  );
};

/** Answers that were entered from a paper by mistake are taken away: it waits again, unless its code names another one by now. */
export const freePaperRow = async (db: WriteDb, ctx: CommandContext, responseId: string): Promise<void> => {
  const row = await db
    .selectFrom('paperRow')
    .select(['id', 'code'])
    .where('responseId', '=', responseId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row || (await printedPaperRow(db, row.code)).id !== row.id) return;
  await ctx.rows.update(
    'paperRow',
    { id: row.id, version: null },
    { state: 'open', responseId: null, enteredAt: null, enteredBy: null },
    { owner: null },
  );
};

const resultOf = (entered: EnteredPaper): { complaintId: string } | { visitId: string } | { responseId: string } => {
  switch (entered.kind) {
    case 'complaint':
      return { complaintId: entered.complaintId };
    case 'signIn':
      return { visitId: entered.visitId };
    case 'survey':
      return { responseId: entered.responseId };
  }
};
