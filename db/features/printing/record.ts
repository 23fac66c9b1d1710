import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler, WriteDb } from '../../store/handler.ts';

type Printing = Contract['printing'];

/** A row of the print log, as far as it says what was printed. */
interface What {
  readonly cardId?: string;
  readonly voucherId?: string;
  readonly membershipId?: string;
  readonly complaintId?: string;
  readonly vehicleId?: string;
  readonly subjectId?: string;
  readonly pieces?: number;
}

/**
 * Cards to be printed, in the order asked for, each once.
 * @throws NOT_FOUND `card-not-found`; CONFLICT `card-not-printable` (values number); VALIDATION of `reason` `reprint-reason`
 */
const cardsToPrint = async (db: WriteDb, ids: readonly string[], reason: string | null) => {
  const wanted = [...new Set(ids)];
  const found = await db
    .selectFrom('memberCard')
    .select(['id', 'number', 'state', 'printWanted'])
    .where('id', 'in', wanted)
    .where('deletedAt', 'is', null)
    .execute();
  if (found.length < wanted.length) throw notFound('card');
  const ended = found.find((card) => card.state !== 'active' && card.state !== 'frozen');
  if (ended) throw new CareError('CONFLICT', { reason: 'card-not-printable', values: { number: ended.number } });
  // a card that waits was issued, or made valid anew, since it was printed
  const unasked = found.filter((card) => card.printWanted === 0).map((card) => card.id);
  if (reason === null && unasked.length > 0) {
    const before = await db
      .selectFrom('printLog')
      .select('id')
      .where('cardId', 'in', unasked)
      .where('document', '=', 'card')
      .limit(1)
      .executeTakeFirst();
    if (before) throw badField('reason', 'reprint-reason');
  }
  const byId = new Map(found.map((card) => [card.id, card]));
  return wanted.flatMap((id) => byId.get(id) ?? []);
};

const checkVouchers = async (db: WriteDb, ids: readonly string[]): Promise<void> => {
  const found = await db
    .selectFrom('voucher')
    .select('id')
    .where('id', 'in', [...ids])
    .where('deletedAt', 'is', null)
    .execute();
  if (found.length < ids.length) throw notFound('voucher');
};

const checkExists = async (
  db: WriteDb,
  table: 'membership' | 'complaint' | 'vehicle' | 'printer' | 'agencyJob' | 'rescue' | 'claim',
  id: string,
): Promise<void> => {
  const found = await db
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!found) throw notFound(table === 'agencyJob' ? 'agency' : table);
};

/** Whose car it is says the log by the vehicle. @throws NOT_FOUND `policy-not-found` */
const vehicleOfPolicy = async (db: WriteDb, id: string): Promise<string> => {
  const found = await db
    .selectFrom('policy')
    .select('vehicleId')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!found) throw notFound('policy');
  await checkExists(db, 'vehicle', found.vehicleId);
  return found.vehicleId;
};

const paperOf = { complaintForm: 'complaint', signInSheet: 'signIn', surveyForm: 'survey' } as const;
const clubOf = { agencySlip: 'agencyJob', rescueSlip: 'rescue', claimSlip: 'claim' } as const;

/** Who prints what, before the printer has it. A card that waited for the printer waits no more. */
export const record: CommandHandler<Printing['record']> = async (db, input, ctx) => {
  const { document, printerId, reason } = input;
  if (printerId) await checkExists(db, 'printer', printerId);
  const write = async (rows: readonly What[]): Promise<{ batchId: string }> => {
    const batchId = ctx.newId();
    for (const row of rows) {
      await db
        .insertInto('printLog')
        .values({
          id: ctx.newId(),
          document,
          cardId: row.cardId ?? null,
          voucherId: row.voucherId ?? null,
          membershipId: row.membershipId ?? null,
          complaintId: row.complaintId ?? null,
          vehicleId: row.vehicleId ?? null,
          subjectId: row.subjectId ?? null,
          pieces: row.pieces ?? null,
          printerId,
          batchId,
          reason,
          day: ctx.today(),
          at: ctx.now(),
          byName: ctx.actor.name,
        })
        .execute();
    }
    ctx.about('printLog', batchId);
    return { batchId };
  };

  switch (document) {
    case 'card': {
      if (input.cardIds.length === 0) throw badField('cardIds', 'required');
      const cards = await cardsToPrint(db, input.cardIds, reason);
      for (const card of cards.filter((one) => one.printWanted === 1)) {
        await ctx.rows.update('memberCard', { id: card.id, version: null }, { printWanted: 0 }, { owner: null });
      }
      return write(cards.map((card) => ({ cardId: card.id })));
    }
    case 'slip': {
      const ids = [...new Set(input.voucherIds)];
      if (ids.length === 0) throw badField('voucherIds', 'required');
      await checkVouchers(db, ids);
      return write(ids.map((voucherId) => ({ voucherId })));
    }
    case 'statementA5':
    case 'statement80': {
      const { membershipId } = input;
      if (!membershipId) throw badField('membershipId', 'required');
      await checkExists(db, 'membership', membershipId);
      return write([{ membershipId }]);
    }
    case 'complaint': {
      const { complaintId } = input;
      if (!complaintId) throw badField('complaintId', 'required');
      await checkExists(db, 'complaint', complaintId);
      return write([{ complaintId }]);
    }
    case 'servicePlan': {
      const { vehicleId } = input;
      if (!vehicleId) throw badField('vehicleId', 'required');
      await checkExists(db, 'vehicle', vehicleId);
      return write([{ vehicleId }]);
    }
    case 'letter':
    case 'envelope':
      if (input.pieces === null) throw badField('pieces', 'required');
      return write([{ pieces: input.pieces }]);
    case 'callSheet': {
      const { callSheetId } = input;
      if (!callSheetId) throw badField('callSheetId', 'required');
      const rows = await db
        .selectFrom('callSheetRow')
        .select(db.fn.countAll<number>().as('count'))
        .where('sheetId', '=', callSheetId)
        .executeTakeFirstOrThrow();
      if (rows.count === 0) throw notFound('sheet');
      return write([{ pieces: rows.count }]);
    }
    case 'complaintForm':
    case 'signInSheet':
    case 'surveyForm': {
      const { subjectId } = input;
      if (!subjectId) throw badField('subjectId', 'required');
      const rows = await db
        .selectFrom('paperSheet as sheet')
        .innerJoin('paperRow as row', 'row.sheetId', 'sheet.id')
        .select(db.fn.countAll<number>().as('count'))
        .where('sheet.id', '=', subjectId)
        .where('sheet.kind', '=', paperOf[document])
        .executeTakeFirstOrThrow();
      if (rows.count === 0) throw notFound('sheet');
      return write([{ subjectId, pieces: rows.count }]);
    }
    case 'agencySlip':
    case 'rescueSlip':
    case 'claimSlip': {
      const { subjectId } = input;
      if (!subjectId) throw badField('subjectId', 'required');
      await checkExists(db, clubOf[document], subjectId);
      return write([{ subjectId }]);
    }
    case 'policySlip': {
      const { subjectId } = input;
      if (!subjectId) throw badField('subjectId', 'required');
      return write([{ subjectId, vehicleId: await vehicleOfPolicy(db, subjectId) }]);
    }
    case 'calibration':
      return write([{}]);
  }
};
