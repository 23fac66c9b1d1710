import type { TFunction } from 'i18next';
import { money } from '../../lib/formats.ts';
import type { Reward, RewardKind } from './shapes.ts';

const known = ['reward-tier', 'reward-limit', 'reward-stock', 'reward-not-now', 'points-short'] as const;

/** Why this member cannot take it, in a few words for a tile. */
export const refusalWords = (reason: string, t: TFunction): string =>
  t(`rewards.refusal.${known.find((one) => one === reason) ?? 'other'}`);

/** 面值 ¥50.00 of what is taken off a bill, 价值 ¥169.00 of goods; null where nobody said. */
export const worthWords = (
  { kind, valueFen }: { readonly kind: RewardKind; readonly valueFen: number | null },
  t: TFunction,
): string | null => {
  if (valueFen === null) return null;
  const offBill = kind === 'cash' || kind === 'labour';
  return t(offBill ? 'rewards.worth' : 'rewards.valued', { amount: money(valueFen) });
};

/** 限金卡、钻石卡 · 每人每年 2 份 · 到 2026-12-31: what narrows it, empty where nothing does. */
export const limitWords = (reward: Reward, tierName: (code: string) => string, t: TFunction): string =>
  [
    reward.tiers.length > 0
      ? t('rewards.catalogue.onlyTiers', {
          tiers: reward.tiers.map(tierName).join(t('customer.listSeparator')),
        })
      : null,
    reward.mostPerPerson === null
      ? null
      : t(`rewards.catalogue.each.${reward.mostPerPeriod}`, { n: reward.mostPerPerson }),
    reward.fromDay === null ? null : t('rewards.catalogue.from', { day: reward.fromDay }),
    reward.toDay === null ? null : t('rewards.catalogue.to', { day: reward.toDay }),
  ]
    .filter(Boolean)
    .join(' · ');
