import { sql } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { rowCodeOf } from '../../domain/tasks/rowCode.ts';
import { oneAfterTheOther, scriptText } from '../../domain/tasks/scriptText.ts';
import type { CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { callRowsOf } from './callRows.ts';
import { callsOf, isListed } from './calls.ts';
import { scriptFactsOf } from './facts.ts';
import { idsIn } from './judge.ts';

/** Rows on one sheet: as many as the screen's list shows. */
const mostRows = 200;

/** The first number of each, as the screen shows it masked. */
const phonesOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ customerId: string; number: string }>`
    SELECT customerId, number FROM customerPhone WHERE customerId IN ${idsIn(ids)} ORDER BY customerId, position DESC`.execute(
    db,
  );
  return new Map(rows.map(({ customerId, number }) => [customerId, number]));
};

/** Codes are given out in turn; an old row that still has one that comes round loses it. */
const newCodes = async (db: WriteDb, count: number): Promise<readonly { seq: number; code: string }[]> => {
  const last = await db.selectFrom('callSheetRow').select(db.fn.max<number | null>('seq').as('seq')).executeTakeFirst();
  const first = (last?.seq ?? 0) + 1;
  const given = Array.from({ length: count }, (_, at) => ({ seq: first + at, code: rowCodeOf(first + at) }));
  await db
    .updateTable('callSheetRow')
    .set({ state: 'lapsed' })
    .where('state', '=', 'open')
    .where('code', 'in', idsIn(given.map(({ code }) => code)) as never)
    .execute();
  return given;
};

/**
 * 打印回访单: the list of now on paper. It hands out whole numbers, so the audit row names it as an export of personal data (导出个人信息);
 * whose they are say its rows.
 */
export const printSheet: CommandHandler<Contract['tasks']['printSheet']> = async (db, input, ctx) => {
  const { sheetId, channel, mine, ruleId } = input;
  const before = await db.selectFrom('callSheet').select('id').where('id', '=', sheetId).executeTakeFirst();
  if (before) throw new CareError('CONFLICT', { reason: 'sheet-printed' });
  const listed = (await callsOf(db, { channel, mine, ruleId: ruleId ?? undefined }, ctx)).filter(isListed);
  if (listed.length === 0) throw notFound('task');
  const calls = listed.slice(0, mostRows);
  const rows = await callRowsOf(db, calls, ctx);
  const phones = await phonesOf(
    db,
    rows.map(({ customerId }) => customerId),
  );
  const { store, scriptOf, factsOf } = await scriptFactsOf(
    db,
    calls.flatMap(({ tasks }) => tasks),
    ctx,
  );
  const codes = await newCodes(db, rows.length);
  const sheet = { day: ctx.today(), at: ctx.now(), byName: ctx.actor.name };
  await db
    .insertInto('callSheet')
    .values({ id: sheetId, channel, mine: mine ? 1 : 0, ...sheet })
    .execute();
  const printed = rows.map((row, at) => {
    const [spoken] = oneAfterTheOther(
      (calls[at]?.tasks ?? []).map((task) => ({ text: scriptText(scriptOf(task), factsOf(task)) })),
    );
    const { seq = 0, code = '' } = codes[at] ?? {};
    const script = (spoken?.text ?? '').replace(/\s+/g, ' ');
    return { ...row, position: at + 1, seq, code, phone: phones.get(row.customerId) ?? null, script };
  });
  for (const { seq, code, position, customerId, reasons } of printed) {
    const taskIds = JSON.stringify(reasons.map(({ taskId }) => taskId));
    const row = { id: ctx.newId(), sheetId, seq, position, code, customerId, taskIds };
    await ctx.rows.insert('callSheetRow', row, { owner: null });
  }
  ctx.about('export', sheetId);
  return { sheetId, store, ...sheet, rows: printed.map(({ seq: _, ...row }) => row), count: listed.length };
};
