import type { TFunction } from 'i18next';
import { daysBetween } from '../../../db/domain/day.ts';
import { dayShort, daysLeft, plate, vinShort } from '../../lib/formats.ts';
import type { Delivery } from './shapes.ts';

/** 今天 10:00 · 11-25 10:00; null where no day is agreed. */
export const plannedWords = (
  { plannedDay, plannedTime }: Pick<Delivery, 'plannedDay' | 'plannedTime'>,
  today: string,
): string | null => {
  if (plannedDay === null) return null;
  const days = daysBetween(today, plannedDay);
  const day = days === 0 || days === 1 ? daysLeft(days) : dayShort(plannedDay, today);
  return [day, plannedTime].filter(Boolean).join(' ');
};

/** 东风日产 轩逸 1.6XE · 珠光白 */
export const carWords = ({ model, color }: Pick<Delivery, 'model' | 'color'>, t: TFunction): string =>
  [model || t('deliveries.card.noModel'), color].filter(Boolean).join(' · ');

/** The plate, else the VIN's end, else that there is none yet. */
export const markWords = ({ plate: number, vin }: Pick<Delivery, 'plate' | 'vin'>, t: TFunction): string => {
  if (number !== null) return plate(number);
  return vin === null ? t('deliveries.card.noPlate') : vinShort(vin);
};
