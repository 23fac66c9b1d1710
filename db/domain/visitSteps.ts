/** A visit's way through the store: 到店 → 作业中 → 待交车 → 已离店. */
export const visitSteps = ['arrived', 'inWork', 'ready', 'left'] as const;
export type VisitStep = (typeof visitSteps)[number];

/** The board's columns: a booking (预约) comes before the visit that it becomes. */
export const boardSteps = ['booked', ...visitSteps] as const;
export type BoardStep = (typeof boardSteps)[number];

/** When a visit reached its steps, UTC ms. One that was skipped is null; those after the present one always are. */
export interface StepTimes {
  readonly step: VisitStep;
  readonly arrivedAt: number;
  readonly inWorkAt: number | null;
  readonly readyAt: number | null;
  readonly leftAt: number | null;
}

/**
 * Where a card may be put: on to any later step, or back by one as a correction. Back to `booked` only a visit goes that
 * came from a booking.
 */
export const stepMoves: Readonly<Record<BoardStep, readonly BoardStep[]>> = {
  booked: ['arrived'],
  arrived: ['inWork', 'ready', 'left', 'booked'],
  inWork: ['ready', 'left', 'arrived'],
  ready: ['left', 'inWork'],
  left: ['ready'],
};

const timeOf = (times: StepTimes, step: VisitStep): number | null => {
  switch (step) {
    case 'arrived':
      return times.arrivedAt;
    case 'inWork':
      return times.inWorkAt;
    case 'ready':
      return times.readyAt;
    case 'left':
      return times.leftAt;
  }
};

const place = (step: VisitStep): number => visitSteps.indexOf(step);

/** The step that a visit really was in before this one: after a skip by mistake, the way back is one stroke too. */
const stepBefore = (times: StepTimes): VisitStep | null =>
  visitSteps.slice(0, place(times.step)).findLast((step) => timeOf(times, step) !== null) ?? null;

/** Every step that a visit may be moved to now. */
export function movesOf(times: StepTimes, fromBooking: boolean): readonly BoardStep[] {
  const moves = stepMoves[times.step].filter((step) => step !== 'booked' || fromBooking);
  const before = stepBefore(times);
  return before === null || moves.includes(before) ? moves : [...moves, before];
}

/**
 * The visit's times after a move at `now`. A clock that runs behind another desk's never makes a step earlier than the one
 * before it; a correction forgets the times of the steps it takes back and keeps that of the step it goes back to.
 */
export function moved(times: StepTimes, to: VisitStep, now: number): StepTimes {
  const before = visitSteps.slice(0, place(to)).map((step) => timeOf(times, step) ?? 0);
  const at = (step: VisitStep): number | null => {
    if (place(step) < place(to)) return timeOf(times, step);
    if (step === to) return (place(to) < place(times.step) ? timeOf(times, to) : null) ?? Math.max(now, ...before);
    return null;
  };
  return {
    step: to,
    arrivedAt: times.arrivedAt,
    inWorkAt: at('inWork'),
    readyAt: at('ready'),
    leftAt: at('left'),
  };
}

/** Whether somebody still waits for the car. */
export function isWaiting(times: StepTimes): boolean {
  return times.step === 'arrived' || times.step === 'inWork';
}

/** 等待 = ready − arrived (domain.md §2 row 30), whole minutes; until it is ready the wait runs, and a visit that left without being marked ready waited until then. */
export function waitingMinutes(times: StepTimes, now: number): number {
  const end = times.readyAt ?? times.leftAt ?? now;
  return Math.max(0, Math.floor((end - times.arrivedAt) / 60_000));
}
