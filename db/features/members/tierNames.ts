import type { Settings } from '../../contract/settings.ts';

type Tiers = Settings['tiers'];

/** The store's word for a tier; its code where settings know it no more. */
export const tierNameOf = (tiers: Tiers, code: string): string =>
  tiers.find((tier) => tier.code === code)?.name ?? code;

export const tierOf = (tiers: Tiers, code: string): { tier: string; tierName: string } => ({
  tier: code,
  tierName: tierNameOf(tiers, code),
});

/** Place among the tiers, 0 the lowest; -1 where settings know it no more. */
export const rankOf = (tiers: Tiers, code: string): number => tiers.findIndex((tier) => tier.code === code);
