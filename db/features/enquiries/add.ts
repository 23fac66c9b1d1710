import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { numberAfter } from '../../domain/complaints/number.ts';
import { enquiryNumberHead } from '../../domain/enquiries/number.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { CommandHandler, ReadDb } from '../../store/handler.ts';
import { enquirerOf } from './facts.ts';
import { keptAnswerOf } from './kept.ts';
import { announce, change, enquiryAsSeen, refuseClosed } from './record.ts';
import { dueFromNow } from './term.ts';

/** Counted up within the month; a number once given is never given again. */
const nextNumber = async (db: ReadDb, day: string): Promise<string> => {
  const head = enquiryNumberHead(day);
  const last = await db
    .selectFrom('enquiry')
    .select('number')
    .where('number', '>=', head)
    // the character after the dash
    .where('number', '<', `${head.slice(0, -1)}.`)
    .orderBy((eb) => eb.fn('length', ['number']), 'desc')
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return numberAfter(head, last?.number ?? null);
};

/** 登记咨询: who and what is enough; answered at once, it is on record as answered. */
export const add: CommandHandler<Contract['enquiries']['add']> = async (db, input, ctx) => {
  const { question, channel, topic, answer } = input;
  if (input.close && answer === null) throw badField('close', 'enquiry-unanswered');
  const enquirer = await enquirerOf(db, input, null);
  if (input.keptAnswerId) await keptAnswerOf(db, input.keptAnswerId);
  const at = ctx.now();
  const id = ctx.newId();
  const number = await nextNumber(db, dayOf(at, ctx.timeZone));
  await ctx.rows.insert(
    'enquiry',
    {
      id,
      number,
      channel,
      topic,
      ...enquirer,
      question,
      answer,
      answeredAt: answer === null ? null : at,
      answeredBy: answer === null ? null : ctx.actor.name,
      keptAnswerId: answer === null ? null : input.keptAnswerId,
      state: answer === null ? 'open' : input.close ? 'closed' : 'answered',
      closedAt: input.close ? at : null,
      receivedAt: at,
      dueAt: await dueFromNow(db, ctx),
      createdAt: at,
      updatedAt: at,
      byName: ctx.actor.name,
    },
    { owner: enquirer.customerId },
  );
  announce(ctx, { id, customerId: enquirer.customerId });
  return { id, number };
};

/** 修改, until it is closed. */
export const update: CommandHandler<Contract['enquiries']['update']> = async (db, input, ctx) => {
  const row = await enquiryAsSeen(db, input);
  refuseClosed(row);
  const { question, channel, topic } = input;
  return change(ctx, row, { ...(await enquirerOf(db, input, row)), question, channel, topic });
};
