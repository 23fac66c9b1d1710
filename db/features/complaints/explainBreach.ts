import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler, ReadDb } from '../../store/handler.ts';
import { complaintAsSeen } from './asSeen.ts';
import { clockRound, clocksOf } from './clocks.ts';
import { writeDeed } from './record.ts';

/** @throws CareError VALIDATION of `managerId` where it names nobody who leads at present */
const managerOf = async (db: ReadDb, id: string): Promise<string> => {
  const row = await db
    .selectFrom('staff')
    .select('displayName')
    .where('id', '=', id)
    .where('active', '=', 1)
    .where('role', 'in', ['manager', 'admin'])
    .executeTakeFirst();
  if (!row) throw badField('managerId', 'not-a-manager');
  return row.displayName;
};

/** 超时说明: why, and which manager knows of it. Said again, the later word holds; both stay on record. */
export const explainBreach: CommandHandler<Contract['complaints']['explainBreach']> = async (db, input, ctx) => {
  const row = await complaintAsSeen(db, input);
  if (row.step === 'closed') throw new CareError('CONFLICT', { reason: 'complaint-closed', current: row });
  const managerName = await managerOf(db, input.managerId);
  const clock = (await clocksOf(db, [row], ctx)).get(row.id)?.[input.clock];
  if (!clock?.late && !clock?.reasonMissing) {
    throw new CareError('CONFLICT', { reason: 'clock-in-time', current: row });
  }
  // a round before this one may want its reason while the present one is in time
  const round = clock.late ? clockRound(row, input.clock) : row.round - 1;
  const said = { reason: input.reason, managerId: input.managerId, at: ctx.now(), byName: ctx.actor.name };
  await db
    .insertInto('complaintBreach')
    .values({ complaintId: row.id, clock: input.clock, round, ...said })
    .onConflict((conflict) => conflict.columns(['complaintId', 'clock', 'round']).doUpdateSet(said))
    .execute();
  return writeDeed(
    db,
    ctx,
    { complaint: row, version: input.version },
    {},
    { kind: 'breach', text: input.reason, values: { clock: input.clock, to: managerName } },
  );
};
