import { sql } from 'kysely';
import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { aroundAction, countedBy, monthsOf, mostDaysAround, timesOf } from '../../domain/complaints/figures.ts';
import { addDays, addYears, type Day } from '../../domain/day.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { codeNames } from './codeNames.ts';

interface Span {
  readonly fromDay: Day;
  readonly toDay: Day;
}

const mostYears = 3;

/** Complaints received in a span, by an index that holds all that is counted. */
const receivedIn = (db: ReadDb, { fromDay, toDay }: Span) =>
  db
    .selectFrom('complaint')
    .where('receivedDay', '>=', fromDay)
    .where('receivedDay', '<=', toDay)
    .where('deletedAt', 'is', null);

type Counted = Awaited<ReturnType<typeof countedIn>>[number];

const countedIn = (db: ReadDb, span: Span) => {
  const times = ['receivedDay', 'receivedAt', 'step', 'round', 'acknowledgeLate', 'solvedAt', 'solveLate'] as const;
  return receivedIn(db, span)
    .select([...times, 'id', 'number', 'category', 'department', 'cause'])
    .execute();
};

/** The complaints of a span by their ids: what hangs on them is told apart here, which costs less than asking for each. */
type Known = ReadonlyMap<string, Counted>;

/** What they cost, fen: what was given and not taken back. */
const compensated = async (db: ReadDb, known: Known): Promise<number> => {
  const rows = await db
    .selectFrom('compensation')
    .select(['complaintId', 'amountFen'])
    .where('state', '=', 'given')
    .where('deletedAt', 'is', null)
    .execute();
  return rows.reduce((sum, { complaintId, amountFen }) => (known.has(complaintId) ? sum + amountFen : sum), 0);
};

/** 回访: the last answer of each counts; who was not reached said nothing. */
const askedBack = async (db: ReadDb, known: Known) => {
  const rows = await db
    .selectFrom('complaintEvent')
    .select(['complaintId', 'detail'])
    // written out, so that the index of these alone is used
    .where('kind', '=', sql.lit('askedBack'))
    .orderBy('complaintId')
    .orderBy('at')
    .execute();
  const answers = new Map<string, { readonly yes: boolean; readonly score: number | null }>();
  for (const { complaintId, detail } of rows) {
    if (!known.has(complaintId)) continue;
    const { answer, score } = JSON.parse(detail) as { answer?: string; score?: number };
    if (answer === 'yes' || answer === 'no') answers.set(complaintId, { yes: answer === 'yes', score: score ?? null });
  }
  const said = [...answers.values()];
  const scores = said.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    of: said.length,
    satisfied: said.filter(({ yes }) => yes).length,
    meanScore: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
  };
};

/** 措施, the latest first. */
const actionsOf = async (db: ReadDb, known: Known) => {
  const rows = await db
    .selectFrom('complaintAction')
    .select(['id', 'complaintId', 'kind', 'text', 'doneDay', 'helped'])
    .where('deletedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.flatMap((row) => {
    const complaint = known.get(row.complaintId);
    return complaint ? [{ ...row, number: complaint.number, cause: complaint.cause }] : [];
  });
};

type Action = Awaited<ReturnType<typeof actionsOf>>[number];

/** How many of a cause were received between two days, for any cause and days that these actions are judged by. */
const causeCounts = async (db: ReadDb, actions: readonly Action[], today: Day) => {
  const first = actions.flatMap(({ doneDay }) => doneDay ?? []).toSorted()[0];
  const days = new Map<string, Day[]>();
  if (first !== undefined) {
    const rows = await receivedIn(db, { fromDay: addDays(first, -mostDaysAround), toDay: today })
      .select(['cause', 'receivedDay'])
      .where('cause', 'is not', null)
      .orderBy('receivedDay')
      .execute();
    for (const { cause, receivedDay } of rows) {
      const known = days.get(cause ?? '');
      if (known) known.push(receivedDay);
      else days.set(cause ?? '', [receivedDay]);
    }
  }
  return (cause: string, from: Day, to: Day): number => {
    const known = days.get(cause) ?? [];
    return countUntil(known, to) - countUntil(known, addDays(from, -1));
  };
};

/** How many of these days, in their order, are not after `day`. */
const countUntil = (days: readonly Day[], day: Day): number => {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
};

const refuseBadSpan = ({ fromDay, toDay }: Span): void => {
  if (toDay < fromDay) throw badField('toDay', 'ends-before-start');
  if (toDay >= addYears(fromDay, mostYears)) throw badField('toDay', 'span-too-long');
};

/** 投诉统计, from what was written where the clocks stopped: last year's figures do not change with this year's opening hours. */
export const statistics: QueryHandler<Contract['complaints']['statistics']> = async (db, input, ctx) => {
  refuseBadSpan(input);
  const today = ctx.today();
  const rows = await countedIn(db, input);
  const known: Known = new Map(rows.map((row) => [row.id, row]));
  const names = await codeNames(db, today);
  const actions = await actionsOf(db, known);
  const countOf = await causeCounts(db, actions, today);
  return {
    ...timesOf(rows),
    compensationFen: await compensated(db, known),
    askedBack: await askedBack(db, known),
    causes: countedBy(rows, (row) => row.cause).map(({ code, count }) => ({
      code,
      name: names.cause(code) ?? code,
      count,
    })),
    categories: countedBy(rows, (row) => row.category).map(({ code, count }) => ({
      code,
      name: names.category(code),
      count,
    })),
    departments: countedBy(rows, (row) => row.department).map(({ code, count, late }) => ({
      code,
      name: names.department(code) ?? code,
      count,
      late,
    })),
    months: monthsOf(rows, input.fromDay, input.toDay),
    actions: actions.map((action) => {
      const { cause: code } = action;
      const around = code === null ? null : aroundAction(action.doneDay, today, (from, to) => countOf(code, from, to));
      return {
        ...action,
        kind: action.kind as 'corrective',
        helped: action.helped as 'yes' | null,
        causeName: names.cause(code),
        before: around?.before ?? null,
        after: around?.after ?? null,
        days: around?.days ?? null,
      };
    }),
  };
};
