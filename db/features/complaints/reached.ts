import type { ComplaintStep } from '../../contract/complaintTerms.ts';
import { stepRank, stepsInOrder } from '../../domain/complaints/steps.ts';
import type { Complaint } from './record.ts';

interface Line {
  readonly at: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * When each step of the present round was reached, up to the one at which it stands: by the lines on record that led there. 受理 and 响应
 * are of the first round and are never repeated.
 */
export const reachedOf = (
  complaint: Pick<Complaint, 'step' | 'round' | 'receivedAt' | 'acknowledgedAt'>,
  lines: readonly Line[],
): { step: ComplaintStep; at: number }[] => {
  const latest = new Map<string, number>();
  for (const { at, values } of lines) {
    const step = values['step'];
    if (typeof step !== 'string' || values['round'] !== complaint.round) continue;
    latest.set(step, Math.max(at, latest.get(step) ?? 0));
  }
  const at = (step: ComplaintStep): number | null => {
    if (step === 'received') return complaint.receivedAt;
    if (step === 'acknowledged') return complaint.acknowledgedAt;
    return latest.get(step) ?? null;
  };
  return stepsInOrder
    .filter((step) => stepRank(step) <= stepRank(complaint.step as ComplaintStep))
    .flatMap((step) => {
      const when = at(step);
      return when === null ? [] : [{ step, at: when }];
    });
};
