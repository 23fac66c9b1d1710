import type { TFunction } from 'i18next';
import { dayOf, dayShort, timeOf } from '../../lib/formats.ts';

/** 今天 09:05 · 11-20 16:12 · 2025-11-20 16:12, on the store's clock. */
export const momentShort = (at: number, today: string, timeZone: string, t: TFunction): string => {
  const day = dayOf(at, timeZone);
  const time = timeOf(at, timeZone);
  return day === today ? `${t('common.days.today')} ${time}` : `${dayShort(day, today)} ${time}`;
};
