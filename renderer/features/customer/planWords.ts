import type { TFunction } from 'i18next';
import type { Answer, api } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';

/** 贴身服务计划, as it is shown and printed. */
export type Plan = Answer<typeof api.vehicles.plan>;
export type PlanRow = Plan['rows'][number];

/** 更换机油机滤、空调滤芯 · 保险到期 */
export const planRowWords = ({ kind, items }: PlanRow, t: TFunction): string =>
  kind === 'service' ? items.join(t('customer.listSeparator')) : t(`plan.kind.${kind}`);

/** 当前里程 29,000 km（2026-11-22） */
export const mileageWords = ({ mileage }: Plan, t: TFunction): string =>
  mileage === null ? t('plan.mileageUnknown') : t('plan.mileage', { km: number(mileage.km), day: mileage.day });

/** 每年约 36,500 km, or what the store assumes. */
export const paceWords = ({ kmPerYear, kmAssumed }: Plan, t: TFunction): string =>
  t(kmAssumed ? 'plan.assumed' : 'plan.perYear', { km: number(kmPerYear) });

/** 苛刻工况（山路、网约车）; null where the car is driven as usual. */
export const severeWords = ({ severe, severeBy, severePercent, use }: Plan, t: TFunction): string | null => {
  if (!severe) return null;
  const why = [...severeBy, ...(use === 'taxi' || use === 'rideHailing' ? [t(`vehicle.use.${use}`)] : [])];
  return t('plan.severe', { why: why.join(t('customer.listSeparator')), percent: severePercent });
};
