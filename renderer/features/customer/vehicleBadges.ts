import { daysBetween } from '../../../db/domain/day.ts';
import type { zhCN } from '../../i18n/zh-CN/index.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import type { CustomerPage, DueItem, VehicleFacts } from './shapes.ts';

export interface VehicleBadge {
  readonly tone: ChipTone;
  readonly text: keyof (typeof zhCN)['vehicle']['card'];
  readonly values: Readonly<Record<string, string | number>>;
  /** the day meant, for the tooltip; null where there is none */
  readonly day: string | null;
}

const toneOf = (due: DueItem | undefined, otherwise: ChipTone): ChipTone => {
  switch (due?.urgency) {
    case 'overdue':
      return 'red';
    case 'soon':
      return 'amber';
    case 'ahead':
    case undefined:
      return otherwise;
  }
};

/**
 * What stands on a vehicle's card: service band, insurance and inspection. How urgent each is was decided by the store's
 * settings and comes with `due`; the days are counted from `today`.
 */
export const vehicleBadges = (
  vehicle: VehicleFacts,
  due: CustomerPage['due'],
  today: string,
): readonly VehicleBadge[] => {
  const dueOf = (kind: DueItem['kind']) => due.find((item) => item.kind === kind && item.vehicleId === vehicle.id);
  const badges: VehicleBadge[] = [];
  const { serviceFromDay, serviceToDay, insuranceEndDay, inspectionDueDay } = vehicle;
  if (serviceFromDay && serviceFromDay > today) {
    badges.push({
      tone: toneOf(dueOf('service'), 'plain'),
      text: 'serviceFrom',
      values: { day: serviceFromDay.slice(0, 7) },
      day: serviceFromDay,
    });
  } else if (serviceToDay) {
    const n = daysBetween(today, serviceToDay);
    badges.push({
      tone: toneOf(dueOf('service'), n < 0 ? 'red' : 'plain'),
      text: n < 0 ? 'serviceOver' : 'serviceTo',
      values: { n: Math.abs(n) },
      day: serviceToDay,
    });
  }
  if (insuranceEndDay) {
    const n = daysBetween(today, insuranceEndDay);
    badges.push({
      tone: toneOf(dueOf('insurance'), n < 0 ? 'red' : 'green'),
      text: n < 0 ? 'insuranceOver' : n === 0 ? 'insuranceToday' : 'insurance',
      values: { n: Math.abs(n) },
      day: insuranceEndDay,
    });
  }
  if (inspectionDueDay) {
    const n = daysBetween(today, inspectionDueDay);
    const far = n > 92;
    badges.push({
      tone: toneOf(dueOf('inspection'), n < 0 ? 'red' : 'plain'),
      text: n < 0 ? 'inspectionOver' : n === 0 ? 'inspectionToday' : far ? 'inspection' : 'inspectionSoon',
      values: far ? { day: inspectionDueDay.slice(0, 7) } : { n: Math.abs(n) },
      day: inspectionDueDay,
    });
  }
  return badges;
};
