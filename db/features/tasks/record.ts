import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { nextTryAt } from '../../domain/tasks/nextTry.ts';
import { afterContact, isOutcomeOf, isUnanswered } from '../../domain/tasks/outcomes.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { complaintOf } from '../complaints/asSeen.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { settingsOn } from '../settings/settings.ts';
import { activeStaff } from '../staff/activeStaff.ts';
import { complainOf, followResponses } from '../surveys/follow.ts';
import { responseOf } from '../surveys/rows.ts';
import { recordSurvey, refuseUnreached } from './recordSurvey.ts';
import { closeTask, openTasksOf, type Task, writeContact } from './writing.ts';

type Record = Contract['tasks']['record'];
type Asked = Parameters<CommandHandler<Record>>[1];
interface Recorded {
  readonly id: string;
  readonly nextAt: number | null;
  readonly done: number;
  readonly open: number;
  readonly response: { readonly id: string; readonly bad: boolean } | null;
}
/** `at`: when it was, UTC ms */
type Input = Omit<Asked, 'requestId'> & { readonly at: number };

/** When the next try is: as agreed, or where nobody answered as the calendar proposes; null where there is none. */
const nextOf = (input: Input, proposed: number, now: number): number | null => {
  const isTriedAgain = isUnanswered(input.outcome) || input.outcome === 'callBack';
  if (!isTriedAgain) return null;
  if (input.nextAt !== null && input.nextAt <= now) throw badField('nextAt', 'next-try-past');
  if (input.outcome === 'callBack' && input.nextAt === null) throw badField('nextAt', 'next-try-missing');
  return input.nextAt ?? proposed;
};

/** A promise (承诺) made in the call: the rules make a dated task of it. */
const writePromise = async (db: WriteDb, input: Input, ctx: CommandContext): Promise<string | null> => {
  if (!input.promise) return null;
  const { text, dueAt, ownerId } = input.promise;
  if (dueAt < ctx.now()) throw badField('promise.dueAt', 'due-past');
  await activeStaff(db, ownerId, 'promise.ownerId');
  const id = ctx.newId();
  const { customerId } = input;
  const row = { id, customerId, complaintId: null, text, dueAt, ownerId, createdAt: ctx.now(), byName: ctx.actor.name };
  await ctx.rows.insert('promise', row, { owner: customerId });
  return id;
};

const refuseForeignComplaint = async (db: ReadDb, input: Input): Promise<void> => {
  if (input.complaintId === null) return;
  const complaint = await complaintOf(db, input.complaintId);
  if (complaint.customerId !== input.customerId) throw notFound('complaint');
};

/** A car that was sold needs no service and no insurance: what else is open of it is closed as well. */
const alsoClosed = async (db: ReadDb, input: Input, tasks: readonly Task[]): Promise<Task[]> => {
  const vehicleIds = tasks.flatMap(({ vehicleId }) => (vehicleId === null ? [] : [vehicleId]));
  if (input.outcome !== 'sold' || vehicleIds.length === 0) return [];
  const rows = await db
    .selectFrom('task')
    .selectAll()
    .where('customerId', '=', input.customerId)
    .where('vehicleId', 'in', vehicleIds)
    .where('state', '=', 'open')
    .where('purpose', '<>', 'duty')
    .where('deletedAt', 'is', null)
    .execute();
  return rows.filter(({ id }) => !tasks.some((task) => task.id === id));
};

const openLeft = async (db: ReadDb, input: Input): Promise<number> => {
  const row = await db
    .selectFrom('task')
    .select(db.fn.countAll<number>().as('count'))
    .where('customerId', '=', input.customerId)
    .where('channel', '=', input.channel)
    .where('state', '=', 'open')
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
};

/** Bad answers (不满意) of which these tasks were: their customer was spoken to. */
const followAnswers = async (
  db: WriteDb,
  { note, at }: Input,
  spoken: readonly Task[],
  ctx: CommandContext,
): Promise<void> => {
  const rules = await db.selectFrom('taskRule').select('id').where('kind', '=', 'detractor').execute();
  const ofBad = new Set(rules.map(({ id }) => id));
  const ids = spoken.flatMap(({ ruleId, subjectId }) => (ofBad.has(ruleId) && subjectId !== null ? [subjectId] : []));
  await followResponses(db, ids, { note, at }, ctx);
};

/** What came of a contact, and what follows from it; one that is entered later counts from when it was. */
export const recordContact = async (db: WriteDb, input: Input, ctx: CommandContext): Promise<Recorded> => {
  await refuseGoneCustomer(db, input.customerId);
  if (!isOutcomeOf(input.channel, input.outcome)) throw badField('outcome', 'outcome-of-channel');
  refuseUnreached(input);
  const { contactRules } = await settingsOn(db, ctx.today());
  const proposed = nextTryAt(input.at, contactRules, ctx.timeZone);
  const planned = nextOf(input, proposed, ctx.now());
  await refuseForeignComplaint(db, input);
  const asked = await openTasksOf(db, input.customerId, input.taskIds);
  const tasks = [...asked, ...(await alsoClosed(db, input, asked))];

  const next = { at: planned ?? proposed, mostTries: contactRules.mostTries, timeZone: ctx.timeZone };
  let done = 0;
  const spoken: Task[] = [];
  for (const task of tasks) {
    const after = afterContact(input.outcome, task, next);
    if (after.kind === 'closed') {
      await closeTask(ctx, task, { ...after, at: input.at });
      done++;
      if (after.state === 'done') spoken.push(task);
    } else {
      const { tries, nextAt, dueAt, lastDay } = after;
      const patch = { tries, nextAt, dueAt, lastDay };
      await ctx.rows.update('task', { id: task.id, version: null }, patch, { owner: task.customerId });
    }
  }
  // given up after the last try: nothing is planned any more
  const nextAt = tasks.length > 0 && done === tasks.length ? null : planned;
  const { customerId, channel, outcome, note, complaintId, at } = input;
  const id = await writeContact(
    db,
    ctx,
    {
      ...{ customerId, channel, outcome, note, complaintId, nextAt, at },
      promiseId: await writePromise(db, input, ctx),
      purposes: JSON.stringify(input.purposes),
    },
    tasks.map((task) => task.id),
  );
  await followAnswers(db, input, spoken, ctx);
  const { survey } = input;
  const response = survey ? await recordSurvey(db, { customerId, at, survey }, { tasks, contactId: id }, ctx) : null;
  // a complaint that was made while they spoke is what follows from it
  if (response?.bad && complaintId !== null) await complainOf(await responseOf(db, response.id), complaintId, ctx);
  ctx.about('contact', id);
  return { id, nextAt, done, open: await openLeft(db, input), response };
};

/** 联系结果, just now. */
export const record: CommandHandler<Record> = (db, input, ctx) => recordContact(db, { ...input, at: ctx.now() }, ctx);
