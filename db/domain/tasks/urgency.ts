/** 已超时 · 今天 · 以后 */
export type Urgency = 'overdue' | 'today' | 'ahead';

const order: readonly Urgency[] = ['overdue', 'today', 'ahead'];

/**
 * How urgent a term is. All UTC ms.
 *
 * @param midnight at which the store's day ends; a term that ends with it is today's
 */
export const urgencyOf = (dueAt: number, now: number, midnight: number): Urgency => {
  if (dueAt < now) return 'overdue';
  return dueAt <= midnight ? 'today' : 'ahead';
};

/** Place in the list, 0 the first. */
export const urgencyRank = (urgency: Urgency): number => order.indexOf(urgency);
