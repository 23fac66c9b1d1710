import { afterWorkingMs, type Office, workingMsBetween } from '../workingTime.ts';

/** A span in which the clock stands; `toAt` null: it still does. UTC ms. */
export interface Stand {
  readonly fromAt: number;
  readonly toAt: number | null;
}

export interface ClockInput {
  /** UTC ms */
  readonly startedAt: number;
  /** when it was answered; null: not yet */
  readonly stoppedAt: number | null;
  readonly stands: readonly Stand[];
  /** ms of each face */
  readonly limits: { readonly natural: number; readonly working: number };
  readonly countedBy: 'natural' | 'working';
}

export interface Face {
  readonly limitMs: number;
  readonly usedMs: number;
  /** negative once it is over */
  readonly leftMs: number;
  /** not counted */
  readonly stoodMs: number;
  /** when it runs out if nothing happens (or when it did); null while it stands or has stopped, and where the store never opens again */
  readonly dueAt: number | null;
  readonly late: boolean;
}

export interface Clock {
  readonly state: 'running' | 'stands' | 'stopped';
  readonly natural: Face;
  readonly working: Face;
  /** by the face that counts */
  readonly late: boolean;
  /** share of the term used, whole percent rounded down, of the face that counts */
  readonly percent: number;
}

/** How a face measures: ms between two instants, and the instant so many ms later. */
interface Measure {
  readonly between: (from: number, to: number) => number;
  readonly after: (from: number, ms: number) => number | null;
}

const natural: Measure = { between: (from, to) => Math.max(0, to - from), after: (from, ms) => from + ms };

const workingOf = (office: Office): Measure => ({
  between: (from, to) => workingMsBetween(from, to, office),
  after: (from, ms) => afterWorkingMs(from, ms, office),
});

/**
 * A term with two faces (domain.md §4: complaints; §6: the complaint clock): the same span by natural hours and by the hours in which
 * the store is open. It is worked out from what is on record, so that a machine which slept or was off has missed nothing,
 * and one whose clock was set back shows nothing used rather than less than nothing.
 */
export function clockOf(input: ClockInput, office: Office, now: number): Clock {
  const { startedAt, stoppedAt } = input;
  const end = Math.max(startedAt, stoppedAt ?? now);
  const stands = joined(input.stands, startedAt, end);
  const standing = stoppedAt === null && input.stands.some(({ fromAt, toAt }) => toAt === null && fromAt <= end);
  const state = stoppedAt !== null ? 'stopped' : standing ? 'stands' : 'running';
  const face = (measure: Measure, limitMs: number): Face => {
    const stoodMs = stands.reduce((sum, stand) => sum + measure.between(stand.from, stand.to), 0);
    const usedMs = measure.between(startedAt, end) - stoodMs;
    return {
      limitMs,
      usedMs,
      leftMs: limitMs - usedMs,
      stoodMs,
      dueAt: state === 'running' ? dueOf(measure, startedAt, limitMs, stands) : null,
      late: usedMs > limitMs,
    };
  };
  const faces = {
    natural: face(natural, input.limits.natural),
    working: face(workingOf(office), input.limits.working),
  };
  const counted = faces[input.countedBy];
  return { state, ...faces, late: counted.late, percent: Math.floor((counted.usedMs * 100) / counted.limitMs) };
}

/** The spans within [start, end] one after another: two that overlap stand once. */
function joined(
  stands: readonly Stand[],
  start: number,
  end: number,
): readonly { readonly from: number; readonly to: number }[] {
  const spans = stands
    .map(({ fromAt, toAt }) => ({ from: Math.max(start, fromAt), to: Math.min(end, toAt ?? end) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const out: { from: number; to: number }[] = [];
  for (const span of spans) {
    const before = out.at(-1);
    if (before && span.from <= before.to) before.to = Math.max(before.to, span.to);
    else out.push(span);
  }
  return out;
}

/** The end of the term, moved on by every stand that begins before it. */
function dueOf(
  measure: Measure,
  startedAt: number,
  limitMs: number,
  stands: readonly { readonly from: number; readonly to: number }[],
): number | null {
  let due = measure.after(startedAt, limitMs);
  for (const { from, to } of stands) {
    if (due === null || from >= due) break;
    due = measure.after(due, measure.between(from, to));
  }
  return due;
}
