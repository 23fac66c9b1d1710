import { addDays, addMonths, type Day, daysBetween } from '../day.ts';

/** What the figures need of a complaint. */
export interface CountedComplaint {
  readonly receivedDay: Day;
  /** UTC ms */
  readonly receivedAt: number;
  readonly step: string;
  readonly round: number;
  /** 1 late, 0 in time; null while that clock has never stopped */
  readonly acknowledgeLate: number | null;
  readonly solvedAt: number | null;
  /** stays 1 once a round was late, also while a later round runs */
  readonly solveLate: number | null;
  readonly category: string;
  readonly department: string | null;
  readonly cause: string | null;
}

interface Timed {
  readonly inTime: number;
  readonly of: number;
}

const timed = (late: readonly number[]): Timed => ({ inTime: late.filter((one) => one === 0).length, of: late.length });

/** Whether the solve clock stands still, and was late; null while it runs. */
const solvedLate = ({ solvedAt, step, solveLate }: CountedComplaint): number | null =>
  solvedAt !== null || step === 'closed' ? (solveLate ?? 0) : null;

const present = <T>(values: readonly (T | null)[]): readonly T[] =>
  values.filter((value): value is T & {} => value !== null);

/** Done at least once: the customer could say whether it is truly solved. */
const wasDone = ({ step, round }: CountedComplaint): boolean =>
  round > 1 || step === 'done' || step === 'askedBack' || step === 'closed';

/** Times met, times reopened, and how long it took (及时率 · 重开率 · 解决用时). */
export const timesOf = (rows: readonly CountedComplaint[]) => ({
  received: rows.length,
  closed: rows.filter(({ step }) => step === 'closed').length,
  open: rows.filter(({ step }) => step !== 'closed').length,
  acknowledged: timed(present(rows.map(({ acknowledgeLate }) => acknowledgeLate))),
  solved: timed(present(rows.map(solvedLate))),
  reopened: { count: rows.filter(({ round }) => round > 1).length, of: rows.filter(wasDone).length },
  medianSolveMs: medianOf(rows.flatMap((row) => (row.solvedAt === null ? [] : [row.solvedAt - row.receivedAt]))),
});

/** Of an even number the mean of the middle two, rounded down; null of none. */
const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.floor((upper + lower) / 2);
};

export interface Counted {
  readonly code: string;
  readonly count: number;
  /** of them, how many missed a term */
  readonly late: number;
}

/** How often each code stands (Pareto), most first; those that have none are not counted. */
export const countedBy = (
  rows: readonly CountedComplaint[],
  codeOf: (row: CountedComplaint) => string | null,
): readonly Counted[] => {
  const found = new Map<string, { count: number; late: number }>();
  for (const row of rows) {
    const code = codeOf(row);
    if (code === null) continue;
    const counted = found.get(code) ?? { count: 0, late: 0 };
    found.set(code, counted);
    counted.count++;
    if (row.acknowledgeLate === 1 || row.solveLate === 1) counted.late++;
  }
  return [...found]
    .map(([code, counted]) => ({ code, ...counted }))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
};

/** Every month from the first day's to the last day's, by when they were received. */
export const monthsOf = (rows: readonly CountedComplaint[], fromDay: Day, toDay: Day) => {
  const months = new Map<string, { received: number; solvedInTime: number; solvedLate: number }>();
  for (let day = `${fromDay.slice(0, 7)}-01`; day <= toDay; day = addMonths(day, 1)) {
    months.set(day.slice(0, 7), { received: 0, solvedInTime: 0, solvedLate: 0 });
  }
  for (const row of rows) {
    const month = months.get(row.receivedDay.slice(0, 7));
    if (!month) continue;
    month.received++;
    const late = solvedLate(row);
    if (late === 0) month.solvedInTime++;
    if (late === 1) month.solvedLate++;
  }
  return [...months].map(([month, counted]) => ({ month, ...counted }));
};

/** A measure is judged by so many days before and after it at most. */
export const mostDaysAround = 90;

/**
 * Whether a measure helped: complaints of the same cause in the days before it was done and in as many after, its own day in neither.
 *
 * @param between how many of that cause were received between two days, both included
 * @returns null where it is not done, or was done today: nothing can be told yet
 */
export const aroundAction = (
  doneDay: Day | null,
  today: Day,
  between: (from: Day, to: Day) => number,
): { readonly before: number; readonly after: number; readonly days: number } | null => {
  if (doneDay === null) return null;
  const days = Math.min(mostDaysAround, daysBetween(doneDay, today));
  if (days < 1) return null;
  return {
    before: between(addDays(doneDay, -days), addDays(doneDay, -1)),
    after: between(addDays(doneDay, 1), addDays(doneDay, days)),
    days,
  };
};
