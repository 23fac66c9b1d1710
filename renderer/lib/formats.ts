import i18next from 'i18next';
import { weekday } from '../../db/domain/day.ts';
import { dayOf, timeOf } from '../../db/domain/zonedTime.ts';

/** Formats that rules have too: one spelling everywhere. */
export { daysBetween } from '../../db/domain/day.ts';
export { formatPhone as phone } from '../../db/domain/phone.ts';
export { formatPlate as plate } from '../../db/domain/plate.ts';
export { dayOf, timeOf } from '../../db/domain/zonedTime.ts';

/** 123450 fen → ¥1,234.50; a minus sign goes before the ¥. */
export const money = (fen: number): string => {
  const cents = Math.round(Math.abs(fen));
  const yuan = Math.floor(cents / 100);
  return `${fen < 0 ? '−' : ''}¥${number(yuan)}.${String(cents % 100).padStart(2, '0')}`;
};

/** Whole yuan where the fen do not matter (totals in a strip): ¥12,345. */
export const moneyShort = (fen: number): string => `${fen < 0 ? '−' : ''}¥${number(Math.round(Math.abs(fen) / 100))}`;

/** 12345 → 12,345, the same in both languages. */
export const number = (value: number): string => {
  const [whole = '', rest] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${rest ? `.${rest}` : ''}`;
};

/** 58204 → 58,204 km */
export const km = (value: number): string => `${number(value)} km`;

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** 2026-11-21 (周六). Days are text of the store's calendar: no time zone comes into it. */
export const day = (value: string): string => {
  const name = weekdays[weekday(value) % 7];
  return name ? `${value} (${i18next.t(`common.weekdays.${name}`)})` : value;
};

/** 11-21 within `today`'s year, 2027-03-14 outside it. */
export const dayShort = (value: string, today: string): string =>
  value.slice(0, 4) === today.slice(0, 4) ? value.slice(5) : value;

/** 2027-03 */
export const monthOf = (value: string): string => value.slice(0, 7);

/** 还有 12 天 · 今天 · 已过 3 天: where something is due. */
export const daysLeft = (days: number): string => {
  if (days === 0) return i18next.t('common.days.today');
  if (days === 1) return i18next.t('common.days.tomorrow');
  if (days > 0) return i18next.t('common.days.left', { count: days });
  return i18next.t('common.days.over', { count: -days });
};

/** 今天 · 昨天 · 5 天前 · 3 个月前 · 2 年前: when something was. */
export const daysAgo = (days: number): string => {
  if (days <= 0) return i18next.t('common.days.today');
  if (days === 1) return i18next.t('common.days.yesterday');
  if (days < 60) return i18next.t('common.days.ago', { count: days });
  if (days < 730) return i18next.t('common.days.monthsAgo', { count: Math.floor(days / 30.44) });
  return i18next.t('common.days.yearsAgo', { count: Math.floor(days / 365.25) });
};

/** LGBH1…704182: enough of a VIN to tell it by. */
export const vinShort = (value: string): string =>
  value.length === 17 ? `${value.slice(0, 5)}…${value.slice(-6)}` : value;

/** 882004170036 → 8820 0417 0036 */
export const cardNumber = (value: string): string =>
  /^\d{8,}$/.test(value) ? value.replace(/(\d{4})(?=\d)/g, '$1 ') : value;

/** 2026-11-21 09:40 on the store's clock. */
export const momentOf = (at: number, timeZone: string): string => `${dayOf(at, timeZone)} ${timeOf(at, timeZone)}`;
