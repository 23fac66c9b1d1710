import { type ContactChannel, type LeftOutReason, leftOutReason } from '../../contract/taskTerms.ts';
import { addDays } from '../../domain/day.ts';
import { type Urgency, urgencyOf, urgencyRank } from '../../domain/tasks/urgency.ts';
import { instantOf } from '../../domain/zonedTime.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import type { Actor } from '../../store/types.ts';
import { settingsOn } from '../settings/settings.ts';
import { judge } from './judge.ts';
import { type NamedTask, openTasks } from './open.ts';

interface Filter {
  readonly channel: ContactChannel;
  readonly mine?: boolean;
  readonly ruleId?: string | undefined;
  readonly customerIds?: readonly string[];
}

/** One customer's tasks of a channel, merged into one call (合并为一次联系). */
export interface Call {
  readonly customerId: string;
  /** what may be spoken of now, the most urgent first; where the customer is left out, all that is due */
  readonly tasks: readonly NamedTask[];
  readonly leftOut: LeftOutReason | null;
  readonly urgency: Urgency;
}

interface Judged {
  readonly task: NamedTask;
  readonly verdict: LeftOutReason | null;
}

const order: readonly string[] = leftOutReason.options;

/** Who is nobody's goes by role: an adviser's to customer service where the customer has none, a manager's to the administrator too. */
const isMine = (task: NamedTask, actor: Actor): boolean => {
  if (task.ownerId !== null) return task.ownerId === actor.id;
  const role = task.role === 'adviser' ? 'service' : task.role;
  return role === actor.role || (role === 'manager' && actor.role === 'admin');
};

/** The first of the reasons against a customer of whom nothing may be spoken; null where something may. */
const againstAll = (judged: readonly Judged[]): LeftOutReason | null =>
  judged.reduce<LeftOutReason | null>(
    (first, { verdict }) =>
      verdict === null || first === null || order.indexOf(first) <= order.indexOf(verdict) ? first : verdict,
    judged.every(({ verdict }) => verdict !== null) ? (judged[0]?.verdict ?? null) : null,
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byUrgency = (a: Call, b: Call): number =>
  urgencyRank(a.urgency) - urgencyRank(b.urgency) ||
  (a.tasks[0]?.dueAt ?? 0) - (b.tasks[0]?.dueAt ?? 0) ||
  compare(a.tasks[0]?.lastDay ?? '', b.tasks[0]?.lastDay ?? '') ||
  compare(a.customerId, b.customerId);

/**
 * Everybody of whom something is due by a channel, those who are left out included, the most urgent first. A filter decides who is on the
 * list; who is gets one call about everything that is due.
 */
export const callsOf = async (db: ReadDb, filter: Filter, ctx: QueryContext): Promise<Call[]> => {
  const today = ctx.today();
  const now = ctx.now();
  const midnight = instantOf(addDays(today, 1), '00:00', ctx.timeZone);
  const tasks = await openTasks(db, filter.channel, today, filter.customerIds ?? null);
  const verdicts = await judge(db, tasks, ctx, await settingsOn(db, today));
  const groups = new Map<string, Judged[]>();
  for (const [index, task] of tasks.entries()) {
    const group = groups.get(task.customerId);
    const judged = { task, verdict: verdicts[index] ?? null };
    if (group) group.push(judged);
    else groups.set(task.customerId, [judged]);
  }
  const calls: Call[] = [];
  for (const [customerId, judged] of groups) {
    const asked = judged.filter(
      ({ task }) => (!filter.ruleId || task.ruleId === filter.ruleId) && (!filter.mine || isMine(task, ctx.actor)),
    );
    if (asked.length === 0) continue;
    const leftOut = againstAll(asked);
    const shown = (leftOut ? asked : judged.filter(({ verdict }) => verdict === null)).map(({ task }) => task);
    const urgency = urgencyOf(shown[0]?.dueAt ?? now, now, midnight);
    calls.push({ customerId, tasks: shown, leftOut, urgency });
  }
  return calls.sort(byUrgency);
};

export const isListed = (call: Call): boolean => call.leftOut === null;

/** How many are left out under each reason, in the order of the reasons; those under which nobody is are missing. */
export const countLeftOut = (calls: readonly Call[]): { reason: LeftOutReason; count: number }[] =>
  leftOutReason.options.flatMap((reason) => {
    const count = calls.filter((call) => call.leftOut === reason).length;
    return count > 0 ? [{ reason, count }] : [];
  });
