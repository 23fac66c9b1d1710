import type { Selectable } from 'kysely';
import type { ComplaintTerms } from '../../contract/complaintRules.ts';
import type { ComplaintClock } from '../../contract/complaintTerms.ts';
import type { ClockState } from '../../contract/complaintViews.ts';
import { breachPercent } from '../../domain/complaints/alerts.ts';
import { type Clock, clockOf, type Face, type Stand } from '../../domain/complaints/clock.ts';
import { clockInputOf } from '../../domain/complaints/clockTerms.ts';
import type { Tables } from '../../schema/tables.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { officeOn } from './officeOn.ts';
import { termsByDay } from './termsByDay.ts';

/** The columns of a complaint that its clocks go by. */
export const clockColumns = [
  'id',
  'severity',
  'receivedAt',
  'receivedDay',
  'round',
  'roundAt',
  'acknowledgedAt',
  'acknowledgeLate',
  'solvedAt',
  'solveLate',
  'closedAt',
] as const;
export type ClockRow = Pick<Selectable<Tables['complaint']>, (typeof clockColumns)[number]>;
export type ClockContext = Pick<QueryContext, 'now' | 'today' | 'timeZone'>;

export interface ComplaintClocks {
  readonly acknowledge: ClockState;
  readonly solve: ClockState;
}

/** A share of a term that counts as told. */
interface Told {
  readonly percent: number;
  /** display name; null: told to a role, or to nobody */
  readonly name: string | null;
  readonly at: number;
  /** at the same instant where it was passed over, for a higher one was told */
  readonly seenAt: number | null;
}

/** One complaint's clock with what was told of it. */
export interface WorkedClock {
  readonly clock: Clock;
  /** for the key of alerts and breaches: 响应 has one round, however often it is opened again */
  readonly round: number;
  readonly told: readonly Told[];
}

export interface WorkedClocks {
  readonly terms: ComplaintTerms;
  readonly acknowledge: WorkedClock;
  readonly solve: WorkedClock;
}

/** The round by which alerts and breaches of a clock are kept. */
export const clockRound = (row: Pick<ClockRow, 'round'>, clock: ComplaintClock): number =>
  clock === 'acknowledge' ? 1 : row.round;

/** Rows of many complaints by the complaint they belong to. */
const byComplaint = <R extends { readonly complaintId: string }>(
  rows: readonly R[],
): ((id: string) => readonly R[]) => {
  const groups = Map.groupBy(rows, ({ complaintId }) => complaintId);
  return (id) => groups.get(id) ?? [];
};

const standsOf = async (db: ReadDb, ids: readonly string[]): Promise<(id: string) => readonly Stand[]> =>
  byComplaint(
    await db
      .selectFrom('complaintPause')
      .select(['complaintId', 'fromAt', 'toAt'])
      .where('complaintId', 'in', ids)
      .execute(),
  );

const alertsOf = async (db: ReadDb, ids: readonly string[]) =>
  byComplaint(
    await db
      .selectFrom('complaintAlert')
      .leftJoin('staff', 'staff.id', 'complaintAlert.forId')
      .select(['complaintId', 'clock', 'round', 'percent', 'at', 'seenAt', 'staff.displayName as name'])
      .where('complaintId', 'in', ids)
      .execute(),
  );

const breachesOf = async (db: ReadDb, ids: readonly string[]) =>
  byComplaint(
    await db
      .selectFrom('complaintBreach')
      .select(['complaintId', 'clock', 'round'])
      .where('complaintId', 'in', ids)
      .execute(),
  );

/**
 * Both clocks of many complaints as they stand now: by the terms of the day on which each was received, and the opening hours and
 * holidays of today. Settings, spans and alerts are read once for all of them.
 */
export const workedClocksOf = async (
  db: ReadDb,
  rows: readonly ClockRow[],
  ctx: ClockContext,
): Promise<ReadonlyMap<string, WorkedClocks>> => {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const termsOn = await termsByDay(db);
  const office = await officeOn(db, ctx.today(), ctx);
  const stands = await standsOf(db, ids);
  const alerts = await alertsOf(db, ids);
  const now = ctx.now();
  const worked = (row: ClockRow, terms: ComplaintTerms, clock: ComplaintClock): WorkedClock => {
    const round = clockRound(row, clock);
    return {
      clock: clockOf(clockInputOf(clock, row, stands(row.id), terms), office, now),
      round,
      told: alerts(row.id).filter((alert) => alert.clock === clock && alert.round === round),
    };
  };
  return new Map(
    rows.map((row) => {
      const terms = termsOn(row.receivedDay);
      return [
        row.id,
        { terms, acknowledge: worked(row, terms, 'acknowledge'), solve: worked(row, terms, 'solve') },
      ] as const;
    }),
  );
};

/**
 * Whether a clock is over. One that has stopped goes by what was written then, so that today's opening hours change no figure of last
 * year; `solveLate` stays 1 once any round was late, and then tells nothing of this round.
 */
const isLate = (row: ClockRow, kind: ComplaintClock, clock: Clock): boolean => {
  if (clock.state !== 'stopped') return clock.late;
  switch (kind) {
    case 'acknowledge':
      return row.acknowledgeLate === null ? clock.late : row.acknowledgeLate === 1;
    case 'solve':
      if (row.solveLate === null) return clock.late;
      return row.solveLate === 1 && (row.round === 1 || clock.late);
  }
};

/** The highest warning that its owner was told of. */
const warnedPercent = (told: readonly Told[]): number | null => {
  const warned = told.filter(({ percent, at, seenAt }) => percent < breachPercent && seenAt !== at);
  return warned.length === 0 ? null : Math.max(...warned.map(({ percent }) => percent));
};

const faceState = (face: 'natural' | 'working', worked: Face) => ({ face, ...worked });

const stateOf = (
  row: ClockRow,
  kind: ComplaintClock,
  { terms, [kind]: { clock, told } }: WorkedClocks,
  missing: boolean,
): ClockState => {
  const { startedAt, stoppedAt } = clockInputOf(kind, row, [], terms);
  return {
    clock: kind,
    state: clock.state,
    startedAt,
    stoppedAt,
    natural: faceState('natural', clock.natural),
    working: faceState('working', clock.working),
    countedBy: terms.countedBy,
    late: isLate(row, kind, clock),
    reasonMissing: missing,
    warnedPercent: warnedPercent(told),
    escalatedTo: told.find(({ percent }) => percent === breachPercent)?.name ?? null,
  };
};

/** Both clocks of many complaints as screens show them. */
export const clocksOf = async (
  db: ReadDb,
  rows: readonly ClockRow[],
  ctx: ClockContext,
): Promise<ReadonlyMap<string, ComplaintClocks>> => {
  if (rows.length === 0) return new Map();
  const worked = await workedClocksOf(db, rows, ctx);
  const breaches = await breachesOf(
    db,
    rows.map(({ id }) => id),
  );
  const found = new Map<string, ComplaintClocks>();
  for (const row of rows) {
    const clocks = worked.get(row.id);
    if (!clocks) continue;
    const told = breaches(row.id);
    const explained = (kind: ComplaintClock, round: number | null): boolean =>
      told.some((breach) => breach.clock === kind && (round === null || breach.round === round));
    const acknowledgeLate = isLate(row, 'acknowledge', clocks.acknowledge.clock);
    const solveLate = isLate(row, 'solve', clocks.solve.clock);
    found.set(row.id, {
      acknowledge: stateOf(row, 'acknowledge', clocks, acknowledgeLate && !explained('acknowledge', null)),
      solve: stateOf(
        row,
        'solve',
        clocks,
        // an earlier round that was late wants its reason as well
        (solveLate && !explained('solve', row.round)) || (row.solveLate === 1 && !explained('solve', null)),
      ),
    });
  }
  return found;
};

/**
 * Whether a clock is over at an instant: what is written where it stops (`at` is when), and what an explanation needs. A clock that had
 * stopped by then is what it was.
 */
export const lateNow = async (
  db: ReadDb,
  row: ClockRow,
  kind: ComplaintClock,
  at: number,
  ctx: ClockContext,
): Promise<boolean> => {
  const terms = (await termsByDay(db))(row.receivedDay);
  const office = await officeOn(db, ctx.today(), ctx);
  const stands = (await standsOf(db, [row.id]))(row.id);
  const input = clockInputOf(kind, row, stands, terms);
  const stopped = input.stoppedAt !== null && input.stoppedAt <= at;
  const clock = clockOf(stopped ? input : { ...input, stoppedAt: at }, office, at);
  return stopped ? isLate(row, kind, clock) : clock.late;
};
