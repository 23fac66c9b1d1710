import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler } from '../../store/handler.ts';
import { checkDetails } from './details.ts';
import { appointmentAsSeen, appointmentOf } from './rows.ts';

type Appointments = Contract['appointments'];

const done = (ctx: CommandContext, id: string, customerId: string | null): void => {
  ctx.about('appointment', id);
  if (customerId) ctx.touch(`customer:${customerId}`);
};

/** 新建预约 */
export const add: CommandHandler<Appointments['add']> = async (db, input, ctx) => {
  const { requestId: _requestId, ...details } = input;
  const { columns, warnings } = await checkDetails(db, details, null, ctx);
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert(
    'appointment',
    { id, ...columns, bookedBy: ctx.actor.name, createdAt: at, updatedAt: at },
    { owner: columns.customerId },
  );
  done(ctx, id, columns.customerId);
  return { id, version: 1, warnings };
};

/** 改约 */
export const change: CommandHandler<Appointments['change']> = async (db, input, ctx) => {
  const { requestId: _requestId, id, version, ...details } = input;
  const present = await appointmentAsSeen(db, { id, version }, ['booked'], ctx);
  const { columns, warnings } = await checkDetails(db, details, present, ctx);
  const saved = await ctx.rows.update('appointment', { id, version }, columns, { owner: columns.customerId });
  if (present.customerId) ctx.touch(`customer:${present.customerId}`);
  done(ctx, id, columns.customerId);
  return { id, version: saved.version, warnings };
};

export const cancel: CommandHandler<Appointments['cancel']> = async (db, input, ctx) => {
  const present = await appointmentAsSeen(db, input, ['booked'], ctx);
  const saved = await ctx.rows.update(
    'appointment',
    { id: input.id, version: input.version },
    { state: 'cancelled', cancelReason: input.reason },
    { owner: present.customerId },
  );
  done(ctx, input.id, present.customerId);
  return { version: saved.version };
};

/** 未到店: nobody can be said not to have come before the time. */
export const noShow: CommandHandler<Appointments['noShow']> = async (db, input, ctx) => {
  const present = await appointmentAsSeen(db, input, ['booked'], ctx);
  if (present.startsAt > ctx.now()) throw new CareError('VALIDATION', { reason: 'booking-not-yet' });
  const saved = await ctx.rows.update(
    'appointment',
    { id: input.id, version: input.version },
    { state: 'noShow' },
    { owner: present.customerId },
  );
  done(ctx, input.id, present.customerId);
  return { version: saved.version, noShows: (await appointmentOf(db, input.id, ctx)).noShows };
};

export const reopen: CommandHandler<Appointments['reopen']> = async (db, input, ctx) => {
  const present = await appointmentAsSeen(db, input, ['cancelled', 'noShow'], ctx);
  const saved = await ctx.rows.update(
    'appointment',
    { id: input.id, version: input.version },
    { state: 'booked', cancelReason: null },
    { owner: present.customerId },
  );
  done(ctx, input.id, present.customerId);
  return { version: saved.version };
};

/** Whole numbers, for calling back: looking is on record. */
export const reveal: CommandHandler<Appointments['reveal']> = async (db, input, ctx) => {
  const present = await appointmentOf(db, input.id, ctx);
  ctx.about('appointment', input.id);
  if (present.customerId === null) return { phones: present.phone ? [present.phone] : [] };
  const phones = await db
    .selectFrom('customerPhone')
    .select('number')
    .where('customerId', '=', present.customerId)
    .orderBy('position')
    .execute();
  return { phones: phones.map((phone) => phone.number) };
};
