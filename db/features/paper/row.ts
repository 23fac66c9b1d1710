import { type SqlBool, sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import { readRowCode } from '../../domain/tasks/rowCode.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { questionnaireRows } from '../surveys/questionnaireRows.ts';
import { printedRow } from '../tasks/sheetRow.ts';
import { printedPaperRow } from './enter.ts';
import { paperRows } from './rows.ts';
import { sheetOf } from './sheets.ts';

/** 补录: what a code names, of whatever paper. */
export const row: QueryHandler<Contract['paper']['row']> = async (db, input) => {
  if (readRowCode(input.code) !== null) return { kind: 'call', code: (await printedRow(db, input.code)).code };
  const { id, code, kind, sheetId } = await printedPaperRow(db, input.code);
  const { questionnaireId } = await db
    .selectFrom('paperSheet')
    .select('questionnaireId')
    .where('id', '=', sheetId)
    .executeTakeFirstOrThrow();
  const [found] = await paperRows(db, sql<SqlBool>`r.id = ${id}`);
  if (!found) throw new Error(`paper row ${id} is gone while it is read`);
  return {
    kind,
    code,
    sheet: await sheetOf(db, sheetId),
    row: found,
    // removed meanwhile: nothing is asked any more
    questionnaire:
      questionnaireId === null ? null : ((await questionnaireRows(db, { id: questionnaireId }))[0] ?? null),
  };
};
