import type { TFunction } from 'i18next';
import type { Quota } from './shapes.ts';

/** 钻石卡：免费道路救援今年 2 次，还剩 1 次 */
export const quotaWords = (quota: Quota | null, t: TFunction): string => {
  if (quota === null) return t('club.quota.none');
  const { tierName: tier, name, of, used, left } = quota;
  if (of === null) return t('club.quota.unlimited', { tier, name, used });
  return left === 0 ? t('club.quota.used', { tier, name, of }) : t('club.quota.left', { tier, name, of, left });
};
