import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import { mayBeTexted } from '../../domain/tasks/consent.ts';
import type { CommandHandler, ReadDb } from '../../store/handler.ts';
import { countLeftOut } from './calls.ts';
import { consentsOf, idsIn } from './judge.ts';
import { textsOf } from './texts.ts';
import { closeTask, writeContact } from './writing.ts';

/** The first mobile number of each. */
const mobilesOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ customerId: string; number: string }>`
    SELECT customerId, number FROM customerPhone WHERE customerId IN ${idsIn(ids)} AND kind = 'mobile'
    ORDER BY customerId, position DESC`.execute(db);
  return new Map(rows.map(({ customerId, number }) => [customerId, number]));
};

/**
 * 发出: puts a batch on record and hands out whole numbers. The audit row names whose they are (导出个人信息). A letter needs no number; nor
 * does advertising for who agreed to WeChat alone.
 */
export const send: CommandHandler<Contract['tasks']['send']> = async (db, input, ctx) => {
  const { channel } = input;
  const { texts, calls } = await textsOf(db, channel, input.customerIds, ctx);
  const ids = texts.map(({ call }) => call.customerId);
  const mobiles = channel === 'message' ? await mobilesOf(db, ids) : new Map<string, string>();
  const consents = await consentsOf(db, ids);
  for (const { call } of texts) {
    for (const task of call.tasks) await closeTask(ctx, task, { state: 'done', reason: null });
    const contact = { customerId: call.customerId, channel, outcome: 'sent' };
    await writeContact(
      db,
      ctx,
      contact,
      call.tasks.map(({ id }) => id),
    );
  }
  ctx.about('export', ctx.newId());
  return {
    rows: texts.map(({ call: { customerId, tasks }, name, text }) => {
      const states = consents.get(customerId) ?? {};
      const isTexted = tasks.every(({ purpose }) => mayBeTexted(purpose, states));
      return { customerId, name, phone: isTexted ? (mobiles.get(customerId) ?? null) : null, text };
    }),
    leftOut: countLeftOut(calls),
  };
};
