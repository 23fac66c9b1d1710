import type { Contract } from '../../contract/index.ts';
import { withdrawnByNever } from '../../domain/tasks/consent.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { consentsOf } from './judge.ts';
import { closeTask, writeContact } from './writing.ts';

interface Refusal {
  readonly customerId: string;
  readonly taskIds: readonly string[];
  readonly note: string | null;
  /** when the customer said so, UTC ms */
  readonly at: number;
}

/** Every word is kept: what was granted is withdrawn, what was never asked is refused, and what is refused already needs no second word. */
const withdraw = async (db: WriteDb, { customerId, note, at }: Refusal, ctx: CommandContext): Promise<void> => {
  const states = (await consentsOf(db, [customerId])).get(customerId) ?? {};
  for (const purpose of withdrawnByNever) {
    const before = states[purpose];
    if (before === 'refused' || before === 'withdrawn') continue;
    await db
      .insertInto('consent')
      .values({
        id: ctx.newId(),
        customerId,
        purpose,
        state: before === 'granted' ? 'withdrawn' : 'refused',
        channel: 'phone',
        at,
        byName: ctx.actor.name,
        note,
      })
      .execute();
  }
};

/** 不再联系. What is owed (a promise, an ask-back) stays: the customer is told what was promised, and nothing else. */
export const recordRefusal = async (
  db: WriteDb,
  input: Refusal,
  ctx: CommandContext,
): Promise<{ id: string; dropped: number }> => {
  const { customerId, note, at } = input;
  await refuseGoneCustomer(db, customerId);
  await withdraw(db, input, ctx);
  const open = await db
    .selectFrom('task')
    .select(['id', 'customerId'])
    .where('customerId', '=', customerId)
    .where('state', '=', 'open')
    .where('purpose', '<>', 'duty')
    .where('deletedAt', 'is', null)
    .execute();
  for (const task of open) await closeTask(ctx, task, { state: 'dropped', reason: 'never', at });
  // another desk may have closed one meanwhile: what the customer said holds all the same
  const spoken = await db
    .selectFrom('task')
    .select('id')
    .where('customerId', '=', customerId)
    .where('id', 'in', input.taskIds)
    .execute();
  const about = new Set([...spoken, ...open].map(({ id }) => id));
  const contact = { customerId, channel: 'call', outcome: 'never', note, at };
  const id = await writeContact(db, ctx, contact, [...about]);
  ctx.about('contact', id);
  return { id, dropped: open.length };
};

export const refuse: CommandHandler<Contract['tasks']['refuse']> = (db, input, ctx) =>
  recordRefusal(db, { ...input, at: ctx.now() }, ctx);
