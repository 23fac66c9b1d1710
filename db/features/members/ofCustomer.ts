import type { Contract } from '../../contract/index.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { discountsOf } from './benefits.ts';
import { membershipOn } from './membershipOn.ts';
import { tierOf } from './tierNames.ts';

export const ofCustomer: QueryHandler<Contract['members']['ofCustomer']> = async (db, { customerId }, ctx) => {
  const today = ctx.today();
  const { tiers, tierBenefits } = await settingsOn(db, today);
  const codes = tiers.map(({ code }) => code);
  const held = await membershipOn(db, customerId, { day: today, at: ctx.now() }, codes);
  return (
    held && { membershipId: held.id, ...tierOf(tiers, held.tier), discounts: discountsOf(held.tier, tierBenefits) }
  );
};
