import type { Contract } from '../../contract/index.ts';
import type { LeftOutReason } from '../../contract/taskTerms.ts';
import { leftOutReason } from '../../contract/taskTerms.ts';
import { daysBetween } from '../../domain/day.ts';
import type { QueryContext, QueryHandler, ReadDb } from '../../store/handler.ts';
import { judge } from '../tasks/judge.ts';
import { labelsOf } from './labels.ts';
import { customersOnFile, matchesOf, type Occasion } from './matches.ts';

/** ms */
const dayLength = 86_400_000;
/** customers who are shown by name */
const shown = 20;

/** The same hour of another day. */
const on = (ctx: QueryContext, day: string): QueryContext => {
  const away = daysBetween(ctx.today(), day) * dayLength;
  return { ...ctx, now: () => ctx.now() + away, today: () => day };
};

interface Matched {
  readonly customerId: string;
  /** the first one, by its term */
  readonly occasion: Occasion;
  /** null: on the list */
  readonly leftOut: LeftOutReason | null;
}

/** By customer, for one call is made however much is due: on the list if one occasion may be, else left out for the first reason that holds. */
const byCustomer = (
  occasions: readonly Occasion[],
  reasons: readonly (LeftOutReason | null)[],
): ReadonlyMap<string, Matched> => {
  const found = new Map<string, Matched>();
  const order = (reason: LeftOutReason | null): number =>
    reason === null ? -1 : leftOutReason.options.indexOf(reason);
  for (const [at, occasion] of occasions.entries()) {
    const { customerId } = occasion;
    const leftOut = reasons[at] ?? null;
    const known = found.get(customerId);
    if (!known) found.set(customerId, { customerId, occasion, leftOut });
    else if (order(leftOut) < order(known.leftOut)) found.set(customerId, { ...known, leftOut });
  }
  return found;
};

/** @throws NOT_FOUND only where a customer goes between two statements, which one snapshot rules out */
const namesOf = async (db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('customer').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** 预览: whom a rule would hit, judged as the day's list judges. */
export const preview: QueryHandler<Contract['taskRules']['preview']> = async (db, input, today) => {
  const ctx = input.day === undefined ? today : on(today, input.day);
  const { rule } = input;
  const occasions = await matchesOf(db, rule, ctx);
  const reasons = await judge(
    db,
    occasions.map(({ customerId, subjectId }) => ({
      customerId,
      subjectId,
      channel: rule.channel,
      purpose: rule.purpose,
    })),
    ctx,
  );
  const matched = [...byCustomer(occasions, reasons).values()];
  // where a customer gets no second task for a while, each stands once
  const tasks = rule.everyDays > 0 ? matched.map(({ occasion }) => occasion) : occasions;
  const within = new Set(tasks.slice(0, rule.mostPerDay).map(({ customerId }) => customerId));
  const first = matched.slice(0, shown);
  const names = await namesOf(
    db,
    first.map(({ customerId }) => customerId),
  );
  const labels = await labelsOf(
    db,
    first.map(({ occasion }) => occasion),
  );
  return {
    day: ctx.today(),
    matched: matched.length,
    listed: matched.filter(({ leftOut }) => leftOut === null).length,
    leftOut: leftOutReason.options
      .map((reason) => ({ reason, count: matched.filter(({ leftOut }) => leftOut === reason).length }))
      .filter(({ count }) => count > 0),
    overCap: matched.filter(({ customerId }) => !within.has(customerId)).length,
    customers: await customersOnFile(db),
    sample: first.map(({ customerId, occasion, leftOut }) => ({
      customerId,
      name: names.get(customerId) ?? '',
      label: labels.get(occasion.key) ?? '',
      occasionDay: occasion.occasionDay,
      leftOut,
    })),
  };
};
