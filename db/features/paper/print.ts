import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { QuestionnaireRow } from '../../contract/surveys.ts';
import type { CommandHandler, ReadDb } from '../../store/handler.ts';
import { questionnaireRows } from '../surveys/questionnaireRows.ts';
import { idsIn } from '../tasks/judge.ts';
import { newPaperCodes } from './codes.ts';
import { paperRows } from './rows.ts';

type Print = Contract['paper']['print'];
type Input = z.output<NonNullable<Print['~orpc']['inputSchema']>>;

/** Whom a row is printed for; an empty one is for anybody. */
interface Printed {
  readonly customerId: string | null;
  readonly vehicleId: string | null;
  readonly appointmentId: string | null;
}

const blank: Printed = { customerId: null, vehicleId: null, appointmentId: null };

/** The day's bookings that nobody has decided on, in the order of their times. */
const bookingsOf = async (db: ReadDb, day: string): Promise<Printed[]> => {
  const rows = await db
    .selectFrom('appointment')
    .select(['id as appointmentId', 'customerId', 'vehicleId'])
    .where('day', '=', day)
    .where('state', '=', 'booked')
    .where('deletedAt', 'is', null)
    .orderBy('time')
    .orderBy('id')
    .execute();
  return rows;
};

/** Each customer once, as asked; with the car where they have but one. */
const customersOf = async (db: ReadDb, ids: readonly string[]): Promise<Printed[]> => {
  const wanted = [...new Set(ids)];
  const { rows } = await sql<{ customerId: string; vehicleId: string | null; cars: number }>`
    SELECT c.id AS customerId, min(v.id) AS vehicleId, count(v.id) AS cars FROM customer c
      LEFT JOIN vehicle v ON v.customerId = c.id AND v.deletedAt IS NULL AND v.status = 'active'
    WHERE c.id IN ${idsIn(wanted)} AND c.deletedAt IS NULL GROUP BY c.id`.execute(db);
  if (rows.length < wanted.length) throw notFound('customer');
  const byId = new Map(rows.map((row) => [row.customerId, row]));
  return wanted.map((customerId) => {
    const own = byId.get(customerId);
    return { ...blank, customerId, vehicleId: own?.cars === 1 ? own.vehicleId : null };
  });
};

const askedQuestionnaire = async (db: ReadDb, { kind, questionnaireId }: Input): Promise<QuestionnaireRow | null> => {
  if (kind !== 'survey') return null;
  if (questionnaireId === null) throw badField('questionnaireId', 'required');
  const [questionnaire] = await questionnaireRows(db, { id: questionnaireId });
  if (!questionnaire) throw notFound('questionnaire');
  if (!questionnaire.active) throw new CareError('CONFLICT', { reason: 'questionnaire-off' });
  return questionnaire;
};

const printedOf = async (db: ReadDb, input: Input, day: string): Promise<Printed[]> => {
  const empty = Array.from({ length: input.blanks }, () => blank);
  switch (input.kind) {
    case 'complaint':
      return empty;
    case 'signIn':
      return [...(await bookingsOf(db, day)), ...empty];
    case 'survey':
      return [...(await customersOf(db, input.customerIds)), ...empty];
  }
};

const refusePrinted = async (db: ReadDb, id: string): Promise<void> => {
  for (const table of ['paperSheet', 'callSheet'] as const) {
    const before = await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
    if (before) throw new CareError('CONFLICT', { reason: 'sheet-printed' });
  }
};

/** 打印空白单 with codes of its own. */
export const print: CommandHandler<Print> = async (db, input, ctx) => {
  const { sheetId, kind } = input;
  await refusePrinted(db, sheetId);
  const questionnaire = await askedQuestionnaire(db, input);
  const today = ctx.today();
  const day = kind === 'signIn' ? (input.day ?? today) : today;
  const printed = await printedOf(db, input, day);
  if (printed.length === 0) throw badField('blanks', 'paper-empty');
  const sheet = { kind, day, at: ctx.now(), byName: ctx.actor.name };
  await db
    .insertInto('paperSheet')
    .values({ id: sheetId, questionnaireId: questionnaire?.id ?? null, ...sheet })
    .execute();
  const codes = await newPaperCodes(db, kind, printed.length);
  for (const [at, whom] of printed.entries()) {
    const { seq = 0, code = '' } = codes[at] ?? {};
    const row = { id: ctx.newId(), sheetId, kind, seq, position: at + 1, code, ...whom };
    await ctx.rows.insert('paperRow', row, { owner: null });
  }
  const store = await db.selectFrom('store').select('name').executeTakeFirstOrThrow();
  ctx.about('paperSheet', sheetId);
  return {
    sheetId,
    store: store.name,
    ...sheet,
    questionnaire,
    rows: await paperRows(db, sql<SqlBool>`r.sheetId = ${sheetId}`),
  };
};
