import type { ContactChannel, ContactOutcome, TaskClosedReason } from '../../contract/taskTerms.ts';
import { addDays, type Day } from '../day.ts';
import { dayOf } from '../zonedTime.ts';

/** An open task, as far as an outcome changes it. */
export interface TriedTask {
  /** calls that nobody answered since somebody last did */
  readonly tries: number;
  /** UTC ms */
  readonly dueAt: number;
  readonly lastDay: Day;
}

/** What becomes of it: closed (done, or given up and why), or it waits for another try. */
export type AfterContact =
  | { readonly kind: 'closed'; readonly state: 'done' | 'dropped'; readonly reason: TaskClosedReason | null }
  | ({ readonly kind: 'waits'; readonly nextAt: number } & TriedTask);

/** A talk that was agreed on may come so many hours late before it is overdue, and stays so many days on the list. */
const agreedHours = 2;
const agreedDays = 2;

/** Nobody was reached: what is tried again. */
export const isUnanswered = (outcome: ContactOutcome): outcome is 'noAnswer' | 'busy' | 'off' =>
  outcome === 'noAnswer' || outcome === 'busy' || outcome === 'off';

/**
 * By these the customer was not disturbed, or put off the talk to a time of their own: they count in no budget (每月联系上限), so that the talk
 * which was asked for is not the one that the budget forbids.
 */
export const uncountedOutcomes: readonly ContactOutcome[] = [
  'noAnswer',
  'busy',
  'off',
  'callBack',
  'emptyNumber',
  'wrongPerson',
];

/** Whether such a thing can come of a channel: only a call rings, only letters and messages are sent. */
export const isOutcomeOf = (channel: ContactChannel, outcome: ContactOutcome): boolean =>
  channel === 'call' ? outcome !== 'sent' : !isUnanswered(outcome);

const done = (reason: TaskClosedReason | null): AfterContact => ({ kind: 'closed', state: 'done', reason });
const givenUp = (reason: TaskClosedReason): AfterContact => ({ kind: 'closed', state: 'dropped', reason });

/**
 * What an outcome does to a task that the contact was about.
 *
 * @param next `at`: when the next try is, UTC ms; `mostTries` of the store's rules of contact
 */
export const afterContact = (
  outcome: ContactOutcome,
  task: TriedTask,
  next: { readonly at: number; readonly mostTries: number; readonly timeZone: string },
): AfterContact => {
  switch (outcome) {
    case 'connected':
    case 'sent':
      return done(null);
    case 'booked':
    case 'elsewhere':
    case 'sold':
      return done(outcome);
    case 'noAnswer':
    case 'busy':
    case 'off': {
      const tries = task.tries + 1;
      return tries >= next.mostTries
        ? givenUp('unreached')
        : { kind: 'waits', tries, nextAt: next.at, dueAt: task.dueAt, lastDay: task.lastDay };
    }
    case 'callBack': {
      // the customer named the time: it is due then, and is not over before
      const lastDay = addDays(dayOf(next.at, next.timeZone), agreedDays);
      return {
        kind: 'waits',
        tries: 0,
        nextAt: next.at,
        dueAt: Math.max(task.dueAt, next.at + agreedHours * 3_600_000),
        lastDay: lastDay > task.lastDay ? lastDay : task.lastDay,
      };
    }
    case 'refused':
    case 'never':
    case 'emptyNumber':
    case 'wrongPerson':
      return givenUp(outcome);
  }
};
