import type { Clock } from './clock.ts';

/** A breach: the whole term is used. */
export const breachPercent = 100;

/** What is to be told of a clock now. */
export interface DueAlert {
  /** the highest share that was reached, percent; `breachPercent` is told as an escalation (升级) */
  readonly percent: number;
  /** shares passed at the same time, lower: they count as told, so that they never come later */
  readonly passed: readonly number[];
}

/**
 * What a clock's owner has to be told of, once: the highest share of the term that is reached, where it is higher than any that was
 * told in this round. So a machine that slept tells one thing and not three, and a clock that was set back, or a severity
 * changed to longer terms and back, tells nothing twice. A clock that stands or has stopped tells nothing.
 *
 * @param warnPercents rising
 * @param told every percent that counts as told of this clock and round
 */
export function alertDue(
  clock: Pick<Clock, 'state' | 'percent' | 'late'>,
  warnPercents: readonly number[],
  told: readonly number[],
): DueAlert | null {
  if (clock.state !== 'running') return null;
  const reached = [
    ...warnPercents.filter((percent) => clock.percent >= percent),
    ...(clock.late ? [breachPercent] : []),
  ];
  const percent = Math.max(0, ...reached);
  if (percent <= Math.max(0, ...told)) return null;
  return { percent, passed: reached.filter((one) => one < percent && !told.includes(one)) };
}
