const minute = 60_000;

/**
 * Somebody who waits longer than this for our people is shown in red, minutes. Roadside services promise arrival within the hour in
 * towns; the store has no setting for it.
 */
export const rescueLateMinutes = 60;

interface Course {
  readonly calledAt: number;
  readonly dispatchedAt: number | null;
  readonly arrivedAt: number | null;
  readonly endedAt: number | null;
}

/** From the call to arrival (到达用时): until now while nobody has arrived, until the end where nobody had to; whole minutes. */
export const minutesToArrival = ({ calledAt, arrivedAt, endedAt }: Course, now: number): number =>
  Math.max(0, Math.floor(((arrivedAt ?? endedAt ?? now) - calledAt) / minute));

/** Nobody there yet, and too long since the call. */
export const isLateRescue = (course: Course, now: number): boolean =>
  course.endedAt === null && course.arrivedAt === null && minutesToArrival(course, now) >= rescueLateMinutes;

/** What is wrong with the time of a next step: it comes after all before it, and not ahead of the clock. */
export const stepTimeProblem = (course: Course, at: number, now: number): 'step-before-last' | 'step-ahead' | null => {
  if (at > now) return 'step-ahead';
  const last = Math.max(course.calledAt, course.dispatchedAt ?? 0, course.arrivedAt ?? 0);
  return at < last ? 'step-before-last' : null;
};
