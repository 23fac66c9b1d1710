import type { Selectable } from 'kysely';
import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { activeStaff } from '../staff/activeStaff.ts';
import { complaintOf } from './asSeen.ts';
import { announce, type Complaint, writeEvent } from './record.ts';

type Complaints = Contract['complaints'];
type Action = Selectable<Tables['complaintAction']>;

/** An action and its complaint; also of a closed one: whether it helped is seen months later. @throws CareError NOT_FOUND */
const actionOf = async (db: ReadDb, id: string): Promise<{ action: Action; complaint: Complaint }> => {
  const action = await db
    .selectFrom('complaintAction')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!action) throw notFound('action');
  return { action, complaint: await complaintOf(db, action.complaintId) };
};

const tell = async (
  db: WriteDb,
  ctx: CommandContext,
  complaint: Complaint,
  action: Pick<Action, 'kind' | 'text'>,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  await writeEvent(db, ctx, complaint.id, {
    kind: 'action',
    text: action.text,
    values: { kind: action.kind, ...values },
  });
  announce(ctx, complaint);
};

/** 措施 */
export const addAction: CommandHandler<Complaints['addAction']> = async (db, input, ctx) => {
  const { requestId: _requestId, ...action } = input;
  const complaint = await complaintOf(db, input.complaintId);
  if (input.checkDay !== null && input.checkDay < input.dueDay) throw badField('checkDay', 'check-before-due');
  if (input.ownerId !== null) await activeStaff(db, input.ownerId, 'ownerId');
  const id = ctx.newId();
  const made = { id, createdAt: ctx.now(), byName: ctx.actor.name };
  await ctx.rows.insert('complaintAction', { ...action, ...made }, { owner: null });
  await tell(db, ctx, complaint, input, { what: 'added', day: input.dueDay });
  return { id };
};

export const doAction: CommandHandler<Complaints['doAction']> = async (db, input, ctx) => {
  const { action, complaint } = await actionOf(db, input.id);
  if (input.day > ctx.today()) throw badField('day', 'day-future');
  const key = { id: input.id, version: input.version };
  await ctx.rows.update('complaintAction', key, { doneDay: input.day }, { owner: null });
  await tell(db, ctx, complaint, action, { what: 'done', day: input.day });
  return {};
};

/** Whether it helped (验证); looked at again, the later answer counts. */
export const checkAction: CommandHandler<Complaints['checkAction']> = async (db, input, ctx) => {
  const { action, complaint } = await actionOf(db, input.id);
  if (action.doneDay === null) throw new CareError('CONFLICT', { reason: 'action-not-done', current: action });
  const today = ctx.today();
  if (action.checkDay !== null && today < action.checkDay) {
    throw new CareError('CONFLICT', {
      reason: 'action-check-early',
      values: { day: action.checkDay },
      current: action,
    });
  }
  const { helped, note } = input;
  const key = { id: input.id, version: input.version };
  const patch = { helped, checkNote: note, checkedDay: today };
  await ctx.rows.update('complaintAction', key, patch, { owner: null });
  await tell(db, ctx, complaint, action, { what: 'checked', helped });
  return {};
};

export const removeAction: CommandHandler<Complaints['removeAction']> = async (db, input, ctx) => {
  const { action, complaint } = await actionOf(db, input.id);
  await ctx.rows.remove('complaintAction', { id: input.id, version: input.version }, { owner: null });
  await tell(db, ctx, complaint, action, { what: 'removed' });
  return {};
};
