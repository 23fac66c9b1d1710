import type { Answer, Asked, api } from '../../lib/api.ts';

export type Board = Answer<typeof api.deliveries.board>;
export type Delivery = Board['rows'][number];
export type DeliveryPage = Answer<typeof api.deliveries.get>;
export type Check = DeliveryPage['checklist'][number];
export type Step = Delivery['step'];
/** a step to which a card is moved without any more words */
export type OpenStep = Exclude<Step, 'delivered'>;
export type AddInput = Asked<typeof api.deliveries.add>;

export const isOver = ({ deliveredAt, cancelledAt }: Pick<Delivery, 'deliveredAt' | 'cancelledAt'>): boolean =>
  deliveredAt !== null || cancelledAt !== null;
