import type { Contract } from '../../contract/index.ts';
import type { ContactChannel } from '../../contract/taskTerms.ts';
import type { QueryContext, QueryHandler, ReadDb } from '../../store/handler.ts';
import { callRowsOf } from './callRows.ts';
import { callsOf, countLeftOut, isListed } from './calls.ts';

type Tasks = Contract['tasks'];

const isOverdue = ({ urgency }: { readonly urgency: string }): boolean => urgency === 'overdue';

/** Contacts on record today; `mine`: of who asks. */
const doneToday = async (db: ReadDb, channel: ContactChannel, mine: boolean, ctx: QueryContext): Promise<number> => {
  const contacts = db
    .selectFrom('contact')
    .select(db.fn.countAll<number>().as('count'))
    .where('day', '=', ctx.today())
    .where('channel', '=', channel)
    .where('deletedAt', 'is', null);
  const row = await (mine ? contacts.where('staffId', '=', ctx.actor.id) : contacts).executeTakeFirstOrThrow();
  return row.count;
};

/** 今日回访: the list of now. */
export const day: QueryHandler<Tasks['day']> = async (db, input, ctx) => {
  const calls = await callsOf(db, input, ctx);
  const listed = calls.filter(isListed);
  return {
    day: ctx.today(),
    rows: await callRowsOf(db, listed.slice(0, input.limit), ctx),
    count: listed.length,
    overdue: listed.filter(isOverdue).length,
    leftOut: countLeftOut(calls),
    matched: calls.length,
    doneToday: await doneToday(db, input.channel, input.mine, ctx),
  };
};

/** 未列入: whom the list leaves out, and why. */
export const leftOut: QueryHandler<Tasks['leftOut']> = async (db, input, ctx) => {
  const calls = (await callsOf(db, { channel: input.channel }, ctx)).flatMap((call) =>
    call.leftOut && (!input.reason || call.leftOut === input.reason) ? [{ call, reason: call.leftOut }] : [],
  );
  const page = calls.slice(0, input.limit);
  const rows = await callRowsOf(
    db,
    page.map(({ call }) => call),
    ctx,
  );
  return {
    rows: rows.flatMap((row, index) => {
      const reason = page[index]?.reason;
      return reason ? [{ ...row, reason }] : [];
    }),
    count: calls.length,
  };
};

/** How many calls wait, for the side bar. */
export const counts: QueryHandler<Tasks['counts']> = async (db, _input, ctx) => {
  const listed = (await callsOf(db, { channel: 'call' }, ctx)).filter(isListed);
  return { calls: listed.length, overdue: listed.filter(isOverdue).length };
};
