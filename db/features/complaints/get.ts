import { notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { holidayTable } from '../../domain/holidays.ts';
import { maskPhone } from '../../domain/phone.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settingsOn.ts';
import { badgesOf } from './badges.ts';
import { type ClockContext, type ComplaintClocks, clocksOf } from './clocks.ts';
import { codeNames } from './codeNames.ts';
import { actionsOf, attachmentsOf, compensationsOf, eventsOf, promisesOf } from './parts.ts';
import { openPause } from './pauses.ts';
import { reachedOf } from './reached.ts';
import { complaintRowOf, complaintSelection, type SelectedComplaint } from './rows.ts';
import { termsByDay } from './termsByDay.ts';
import { twinsAround } from './twins.ts';

const maskedPhoneOf = async (db: ReadDb, customerId: string | null): Promise<string | null> => {
  if (customerId === null) return null;
  const row = await db
    .selectFrom('customerPhone')
    .select('number')
    .where('customerId', '=', customerId)
    .orderBy('position')
    .executeTakeFirst();
  return row ? maskPhone(row.number) : null;
};

const vehicleOf = async (db: ReadDb, row: SelectedComplaint) =>
  row.vehicleId === null
    ? undefined
    : db
        .selectFrom('vehicle')
        .select(['vin', 'deliveryDay', 'purchaseDay'])
        .where('id', '=', row.vehicleId)
        .executeTakeFirst();

const clocksOfOne = async (db: ReadDb, row: SelectedComplaint, ctx: ClockContext): Promise<ComplaintClocks> => {
  const clocks = (await clocksOf(db, [row], ctx)).get(row.id);
  if (!clocks) throw notFound('complaint');
  return clocks;
};

/** A complaint, whole (投诉页). */
export const get: QueryHandler<Contract['complaints']['get']> = async (db, input, ctx) => {
  const row = await complaintSelection(db).where('k.id', '=', input.id).executeTakeFirst();
  if (!row) throw notFound('complaint');
  const today = ctx.today();
  const names = await codeNames(db, today);
  const terms = (await termsByDay(db))(row.receivedDay);
  const clocks = await clocksOfOne(db, row, ctx);
  const vehicle = await vehicleOf(db, row);
  const twins = await twinsAround(db, { ...row, vin: vehicle?.vin ?? null }, terms.twinDays, names);
  const events = await eventsOf(db, row.id);
  const pause = row.step === 'closed' ? null : await openPause(db, row.id);
  const { holidayYears } = await settingsOn(db, today);
  return {
    complaint: {
      ...complaintRowOf(row, clocks, names, terms.askBackAfterDays),
      channel: row.channel as 'phone',
      what: row.what,
      remedy: row.remedy,
      part: row.part,
      about: row.about,
      visitId: row.visitId,
      strangerPhoneMasked: row.strangerPhone === null ? null : maskPhone(row.strangerPhone),
      phoneMasked: await maskedPhoneOf(db, row.customerId),
      cause: row.cause,
      causeName: names.cause(row.cause),
      causeNote: row.causeNote,
      outcome: row.outcome as 'solved' | null,
      authority: row.authority,
      authorityDay: row.authorityDay,
      round: row.round,
      createdAt: row.createdAt,
      byName: row.byName,
      waitingFor: pause?.kind === 'waiting' ? (pause.reason as 'answer' | null) : null,
    },
    clocks: [clocks.acknowledge, clocks.solve],
    badges: badgesOf(
      {
        receivedDay: row.receivedDay,
        round: row.round,
        authorityDay: row.authorityDay,
        isDefect: names.isDefect(row.category),
        deliveryDay: vehicle?.deliveryDay ?? vehicle?.purchaseDay ?? null,
        twins: twins.count,
      },
      terms,
      holidayTable(holidayYears),
      today,
    ),
    events,
    actions: await actionsOf(db, row.id),
    compensations: await compensationsOf(db, row.id),
    promises: await promisesOf(db, row.id, ctx.now()),
    attachments: await attachmentsOf(db, row.id),
    twins: twins.rows,
    reached: reachedOf(row, events),
  };
};
