import type { z } from 'zod';
import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { normaliseName } from '../../domain/personName.ts';
import { checkPhone } from '../../domain/phone.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settingsOn.ts';
import { activeStaff } from '../staff/activeStaff.ts';
import type { Complaint } from './record.ts';

type AddInput = z.output<NonNullable<Contract['complaints']['add']['~orpc']['inputSchema']>>;
export type Facts = Omit<AddInput, 'requestId' | 'receivedAt' | 'paperCode' | 'responseId'>;

type Present = Pick<
  Complaint,
  'customerId' | 'vehicleId' | 'visitId' | 'ownerId' | 'category' | 'department' | 'authorityDay'
>;

interface Whose {
  readonly customerId: string | null;
  readonly vehicleId: string | null;
  readonly visitId: string | null;
}

const visitOf = async (db: ReadDb, id: string) => {
  const row = await db
    .selectFrom('visit')
    .select(['id', 'vehicleId', 'customerId'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('visit');
  return row;
};

/** Who has a vehicle, and who had it: somebody may complain of a car after it was sold. */
const ownersOf = async (db: ReadDb, vehicleId: string): Promise<{ now: string; ever: ReadonlySet<string> }> => {
  const vehicle = await db
    .selectFrom('vehicle')
    .select('customerId')
    .where('id', '=', vehicleId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!vehicle) throw notFound('vehicle');
  const before = await db
    .selectFrom('vehicleOwner')
    .select('customerId')
    .where('vehicleId', '=', vehicleId)
    .where('deletedAt', 'is', null)
    .execute();
  return { now: vehicle.customerId, ever: new Set([vehicle.customerId, ...before.map((row) => row.customerId)]) };
};

const refuseUnknownCustomer = async (db: ReadDb, id: string): Promise<void> => {
  const row = await db
    .selectFrom('customer')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('customer');
};

/**
 * A visit brings its vehicle, a vehicle its owner, unless a stranger complains (the owner's driver): then it is of nobody's file. What
 * stays as it was is not asked again: the car may have been sold since.
 */
const whoseOf = async (db: ReadDb, input: Facts, present: Present | null): Promise<Whose> => {
  const isStranger = input.strangerName !== null || input.strangerPhone !== null;
  let { customerId, vehicleId } = input;
  if (input.visitId && input.visitId !== present?.visitId) {
    const visit = await visitOf(db, input.visitId);
    vehicleId ??= visit.vehicleId;
    if (!isStranger) customerId ??= visit.customerId;
    const fits = vehicleId === visit.vehicleId && (customerId === null || customerId === visit.customerId);
    if (!fits) throw badField('visitId', 'visit-of-another');
  }
  if (customerId && customerId !== present?.customerId) await refuseUnknownCustomer(db, customerId);
  const unchanged = present !== null && vehicleId === present.vehicleId && customerId === present.customerId;
  if (vehicleId && !unchanged) {
    const { now, ever } = await ownersOf(db, vehicleId);
    if (!isStranger) customerId ??= now;
    if (customerId !== null && !ever.has(customerId)) throw badField('vehicleId', 'vehicle-of-another');
  }
  return { customerId, vehicleId, visitId: input.visitId };
};

const strangerOf = (input: Facts) => {
  const phone = input.strangerPhone === null ? null : checkPhone(input.strangerPhone);
  if (phone && !phone.ok) throw badField('strangerPhone', phone.reason);
  const name = input.strangerName === null ? '' : normaliseName(input.strangerName);
  return { strangerName: name || null, strangerPhone: phone?.ok ? phone.number : null };
};

const refuseUnknownCodes = async (db: ReadDb, input: Facts, present: Present | null, today: string): Promise<void> => {
  const { complaintCategories, complaintDepartments } = await settingsOn(db, today);
  const codes = complaintCategories.flatMap(({ code, children }) => [
    code,
    ...children.map((child) => `${code}.${child.code}`),
  ]);
  if (input.category !== present?.category && !codes.includes(input.category)) {
    throw badField('category', 'category-unknown');
  }
  if (input.department === null || input.department === present?.department) return;
  if (!complaintDepartments.some(({ code }) => code === input.department)) {
    throw badField('department', 'department-unknown');
  }
};

/** 转办: which authority and when, both or neither. */
const refuseHalfReferral = (input: Facts, today: string): void => {
  if ((input.authority === null) !== (input.authorityDay === null)) {
    throw badField(input.authority === null ? 'authority' : 'authorityDay', 'authority-half');
  }
  if (input.authorityDay !== null && input.authorityDay > today) throw badField('authorityDay', 'day-future');
};

/**
 * The facts of a complaint as its columns hold them, checked.
 *
 * @param present the complaint that is changed; null: a new one
 * @throws CareError VALIDATION, NOT_FOUND
 */
export const factColumns = async (db: ReadDb, input: Facts, present: Present | null, ctx: QueryContext) => {
  const stranger = strangerOf(input);
  await refuseUnknownCodes(db, input, present, ctx.today());
  refuseHalfReferral(input, ctx.today());
  if (input.ownerId && input.ownerId !== present?.ownerId) await activeStaff(db, input.ownerId, 'ownerId');
  const whose = await whoseOf(db, { ...input, ...stranger }, present);
  if (!whose.customerId && !stranger.strangerName && !stranger.strangerPhone) {
    throw badField('name', 'complainant-missing');
  }
  return {
    channel: input.channel,
    title: input.title,
    what: input.what,
    remedy: input.remedy,
    severity: input.severity,
    category: input.category,
    part: input.part,
    about: input.about,
    department: input.department,
    ownerId: input.ownerId,
    authority: input.authority,
    authorityDay: input.authorityDay,
    ...stranger,
    ...whose,
  };
};
export type FactColumns = Awaited<ReturnType<typeof factColumns>>;
