import { type ChecklistItem, checklistOf, type KeptCheck } from '../../domain/deliveries/checklist.ts';
import type { Delivery } from './record.ts';

export const keptChecksOf = ({ checks }: Pick<Delivery, 'checks'>): readonly KeptCheck[] =>
  JSON.parse(checks) as KeptCheck[];

/** What a delivery asks for; one that ended keeps the list that it ended with, whatever the store's list has become since. */
export const checksOf = (
  delivery: Pick<Delivery, 'checks' | 'deliveredAt' | 'cancelledAt'>,
  items: readonly ChecklistItem[],
): readonly KeptCheck[] => {
  const kept = keptChecksOf(delivery);
  return delivery.deliveredAt === null && delivery.cancelledAt === null ? checklistOf(items, kept) : kept;
};
