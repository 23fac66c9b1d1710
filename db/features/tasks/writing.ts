import type { Insertable, Selectable } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { TaskClosedReason } from '../../contract/taskTerms.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, ReadDb, WriteDb } from '../../store/handler.ts';

export type Task = Selectable<Tables['task']>;

/**
 * Tasks of a customer that are still open, in the order asked.
 *
 * @throws CareError NOT_FOUND `task-not-found` where one is none of that customer's; CONFLICT `task-not-open`
 */
export const openTasksOf = async (db: ReadDb, customerId: string, ids: readonly string[]): Promise<Task[]> => {
  const rows = await db
    .selectFrom('task')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .where('id', 'in', [...ids])
    .execute();
  return [...new Set(ids)].map((id) => {
    const task = rows.find((row) => row.id === id);
    if (!task) throw notFound('task');
    if (task.state !== 'open') throw new CareError('CONFLICT', { reason: 'task-not-open', current: task });
    return task;
  });
};

/** Closes a task: done, or given up and why. */
export const closeTask = async (
  ctx: CommandContext,
  task: Pick<Task, 'id' | 'customerId'>,
  how: {
    readonly state: 'done' | 'dropped';
    readonly reason: TaskClosedReason | null;
    readonly note?: string;
    /** UTC ms; now, where nobody says */
    readonly at?: number;
  },
): Promise<void> => {
  const patch = {
    state: how.state,
    endReason: how.reason,
    closedAt: how.at ?? ctx.now(),
    closedBy: ctx.actor.name,
    nextAt: null,
  };
  await ctx.rows.update(
    'task',
    { id: task.id, version: null },
    how.note === undefined ? patch : { ...patch, note: how.note },
    { owner: task.customerId },
  );
};

type NewContact = Pick<Insertable<Tables['contact']>, 'customerId' | 'channel' | 'outcome'> &
  Partial<Omit<Insertable<Tables['contact']>, 'at'>> & {
    /** UTC ms */
    readonly at?: number;
  };

/** The acting person where it is one of the staff: other software and the command line are none. */
const actingStaff = async (db: ReadDb, ctx: CommandContext): Promise<string | null> =>
  (await db.selectFrom('staff').select('id').where('id', '=', ctx.actor.id).executeTakeFirst())?.id ?? null;

/** Puts a contact on record, now or when it says that it was, with the tasks that it was about. */
export const writeContact = async (
  db: WriteDb,
  ctx: CommandContext,
  contact: NewContact,
  taskIds: readonly string[],
): Promise<string> => {
  const id = ctx.newId();
  const at = contact.at ?? ctx.now();
  const row = { ...contact, id, at, day: dayOf(at, ctx.timeZone), byName: ctx.actor.name };
  await ctx.rows.insert('contact', { ...row, staffId: await actingStaff(db, ctx) }, { owner: contact.customerId });
  if (taskIds.length > 0) {
    const links = taskIds.map((taskId) => ({ contactId: id, taskId }));
    await db.insertInto('contactTask').values(links).execute();
  }
  ctx.touch(`customer:${contact.customerId}`);
  return id;
};
