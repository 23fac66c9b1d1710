import type { ComplaintTerms } from '../../contract/complaintRules.ts';
import type { ComplaintClock } from '../../contract/complaintTerms.ts';
import type { ClockInput, Stand } from './clock.ts';

/** What of a complaint its clocks go by; instants UTC ms. */
export interface ClockFacts {
  readonly severity: string;
  readonly receivedAt: number;
  /** where the present round began */
  readonly roundAt: number;
  readonly acknowledgedAt: number | null;
  readonly solvedAt: number | null;
  readonly closedAt: number | null;
}

const msPerMinute = 60_000;

const inMs = (minutes: { readonly natural: number; readonly working: number }) => ({
  natural: minutes.natural * msPerMinute,
  working: minutes.working * msPerMinute,
});

/** The terms of a severity (响应时限, 解决时限, 升级对象). */
export function severityTermsOf(terms: ComplaintTerms, severity: string): ComplaintTerms['severities'][number] {
  const found = terms.severities.find((one) => one.severity === severity);
  if (!found) throw new Error(`no terms of severity ${severity}`);
  return found;
}

/**
 * What a clock is worked out from (domain.md §4: complaints). 响应 runs from the day it came in to the first contact and never stands:
 * nobody waits for a customer to whom nobody has spoken. 解决 runs from where the round began. What was closed without an answer
 * (withdrawn, unfounded) stopped when it was closed.
 */
export function clockInputOf(
  clock: ComplaintClock,
  facts: ClockFacts,
  stands: readonly Stand[],
  terms: ComplaintTerms,
): ClockInput {
  const { acknowledgeMinutes, solveMinutes } = severityTermsOf(terms, facts.severity);
  const { countedBy } = terms;
  switch (clock) {
    case 'acknowledge':
      return {
        startedAt: facts.receivedAt,
        stoppedAt: facts.acknowledgedAt ?? facts.closedAt,
        stands: [],
        limits: inMs(acknowledgeMinutes),
        countedBy,
      };
    case 'solve':
      return {
        startedAt: facts.roundAt,
        stoppedAt: facts.solvedAt ?? facts.closedAt,
        stands,
        limits: inMs(solveMinutes),
        countedBy,
      };
  }
}
