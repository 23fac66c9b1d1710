import { useQuery } from '@tanstack/react-query';
import { categories } from '../../../db/domain/category.ts';
import { orpc } from '../../lib/api.ts';
import type { Discounts } from './visitDraft.ts';

export interface MemberDiscount {
  readonly tierName: string;
  /** percent by category, at least one */
  readonly discounts: Discounts;
}

/** 会员折扣 of whoever's card this customer holds; null for who has none. */
export const useDiscounts = (customerId: string): MemberDiscount | null => {
  const { data } = useQuery(orpc.members.ofCustomer.queryOptions({ input: { customerId } }));
  if (!data) return null;
  const discounts: Discounts = Object.fromEntries(
    categories.flatMap((category) => {
      const found = data.discounts.find((one) => one.category === category);
      return found ? [[category, found.percentOff]] : [];
    }),
  );
  return Object.keys(discounts).length === 0 ? null : { tierName: data.tierName, discounts };
};
