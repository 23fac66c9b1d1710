import { addDays, type Day } from '../day.ts';
import type { OpenBegins } from './window.ts';

/** The occasions of which a lead is the nearest one that has begun, and still open. */
export interface LeadRange {
  readonly lead: number;
  readonly from: Day;
  readonly to: Day;
}

/**
 * Days on which an occasion may lie for each of a rule's leads (90/60/30/7 天前): of several that have begun the nearest counts, so that
 * no occasion is in two ranges.
 */
export const leadRanges = (leads: readonly number[], open: OpenBegins): readonly LeadRange[] => {
  const nearestFirst = [...new Set(leads)].sort((a, b) => a - b);
  return nearestFirst.flatMap((lead, index) => {
    const nearer = nearestFirst[index - 1];
    const kept = addDays(open.from, lead);
    const beyondNearer = nearer === undefined ? kept : addDays(open.to, nearer + 1);
    const from = kept > beyondNearer ? kept : beyondNearer;
    const to = addDays(open.to, lead);
    return from <= to ? [{ lead, from, to }] : [];
  });
};
