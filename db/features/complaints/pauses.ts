import type { Selectable } from 'kysely';
import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { complaintAsSeen, refuseOutOfStep } from './asSeen.ts';
import { writeDeed } from './record.ts';

type Complaints = Contract['complaints'];
export type Pause = Selectable<Tables['complaintPause']>;

/** The span in which its clock stands now; null: it runs or has stopped. There is one at most. */
export const openPause = async (db: ReadDb, complaintId: string): Promise<Pause | null> =>
  (await db
    .selectFrom('complaintPause')
    .selectAll()
    .where('complaintId', '=', complaintId)
    .where('toAt', 'is', null)
    .executeTakeFirst()) ?? null;

/** The clock stands from now on. */
export const beginPause = async (
  db: WriteDb,
  ctx: CommandContext,
  complaintId: string,
  pause: { readonly kind: 'waiting' | 'proposed'; readonly reason: string | null },
): Promise<void> => {
  await db
    .insertInto('complaintPause')
    .values({ id: ctx.newId(), complaintId, ...pause, fromAt: ctx.now(), toAt: null })
    .execute();
};

/** Ends the open span, if there is one; never before it began. */
export const endPause = async (db: WriteDb, ctx: CommandContext, complaintId: string): Promise<void> => {
  const pause = await openPause(db, complaintId);
  if (!pause) return;
  await db
    .updateTable('complaintPause')
    .set({ toAt: Math.max(pause.fromAt, ctx.now()) })
    .where('id', '=', pause.id)
    .execute();
};

/** 等客户 */
export const pause: CommandHandler<Complaints['pause']> = async (db, input, ctx) => {
  const row = await complaintAsSeen(db, input);
  refuseOutOfStep(row, 'pause');
  if (row.solvedAt !== null) throw new CareError('CONFLICT', { reason: 'clock-stopped', current: row });
  if (await openPause(db, row.id)) throw new CareError('CONFLICT', { reason: 'clock-stands', current: row });
  await beginPause(db, ctx, row.id, { kind: 'waiting', reason: input.reason });
  const told = { kind: 'paused' as const, text: input.text, values: { waitingFor: input.reason } };
  return writeDeed(db, ctx, { complaint: row, version: input.version }, {}, told);
};

/** The customer answered: the clock runs on. A clock that stands at a solution goes on by its answer alone. */
export const resume: CommandHandler<Complaints['resume']> = async (db, input, ctx) => {
  const row = await complaintAsSeen(db, input);
  refuseOutOfStep(row, 'resume');
  const open = await openPause(db, row.id);
  if (!open) throw new CareError('CONFLICT', { reason: 'clock-runs', current: row });
  if (open.kind !== 'waiting') throw new CareError('CONFLICT', { reason: 'clock-at-proposal', current: row });
  await endPause(db, ctx, row.id);
  const waited = Math.max(0, ctx.now() - open.fromAt);
  const told = { kind: 'resumed' as const, values: { waitingFor: open.reason ?? 'answer', waitedMs: waited } };
  return writeDeed(db, ctx, { complaint: row, version: input.version }, {}, told);
};
