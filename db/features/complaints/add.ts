import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { numberAfter, numberHead } from '../../domain/complaints/number.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { takePaperRow } from '../paper/enter.ts';
import { complainOf, responseToComplain } from '../surveys/follow.ts';
import { factColumns } from './facts.ts';
import { announce, stepValues, writeEvent } from './record.ts';

/** What was told longer ago belongs to an old book, not under a clock; days. */
const longestAgo = 366;

/** When the customer told us: may be set back, never forward (domain.md §4). */
const receivedOf = (asked: number | undefined, ctx: CommandContext): number => {
  const now = ctx.now();
  if (asked === undefined) return now;
  if (asked > now) throw badField('receivedAt', 'received-ahead');
  if (asked < now - longestAgo * 86_400_000) throw badField('receivedAt', 'received-too-long-ago');
  return asked;
};

/** Counted up within the month in which it was received; a number once given is never given again. */
const nextNumber = async (db: ReadDb, receivedDay: string): Promise<string> => {
  const head = numberHead(receivedDay);
  const last = await db
    .selectFrom('complaint')
    .select('number')
    .where('number', '>=', head)
    // the character after the dash
    .where('number', '<', `${head.slice(0, -1)}.`)
    .orderBy((eb) => eb.fn('length', ['number']), 'desc')
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return numberAfter(head, last?.number ?? null);
};

/** 受理 */
export const add: CommandHandler<Contract['complaints']['add']> = async (db, input, ctx) => {
  const { requestId: _requestId, receivedAt: asked, paperCode, responseId, ...facts } = input;
  const receivedAt = receivedOf(asked, ctx);
  const columns = await factColumns(db, facts, null, ctx);
  const response = await responseToComplain(db, responseId, columns.customerId);
  const receivedDay = dayOf(receivedAt, ctx.timeZone);
  const number = await nextNumber(db, receivedDay);
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert(
    'complaint',
    {
      id,
      number,
      ...columns,
      receivedAt,
      receivedDay,
      roundAt: receivedAt,
      createdAt: at,
      updatedAt: at,
      byName: ctx.actor.name,
    },
    { owner: columns.customerId },
  );
  await writeEvent(db, ctx, id, {
    kind: 'received',
    at: receivedAt,
    text: columns.what,
    values: { ...stepValues('received', 1), channel: columns.channel, severity: columns.severity },
  });
  if (response) await complainOf(response, id, ctx);
  if (paperCode !== null) await takePaperRow(db, ctx, { code: paperCode, kind: 'complaint', complaintId: id });
  announce(ctx, { id, customerId: columns.customerId });
  return { id, number };
};
