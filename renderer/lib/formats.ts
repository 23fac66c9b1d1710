import i18next from 'i18next';

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

const utc = (value: string): number => Date.parse(`${value}T00:00:00Z`);

/** 2026-11-21 (周六). Days are text of the store's calendar: no time zone comes into it. */
export const day = (value: string): string => {
  const weekday = new Date(utc(value)).getUTCDay();
  const name = weekdays[weekday];
  return name ? `${value} (${i18next.t(`common.weekdays.${name}`)})` : value;
};

/** 11-21 within `today`'s year, 2027-03-14 outside it. */
export const dayShort = (value: string, today: string): string =>
  value.slice(0, 4) === today.slice(0, 4) ? value.slice(5) : value;

/** 2027-03 */
export const monthOf = (value: string): string => value.slice(0, 7);

/** Days from `from` to `to`, negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / 86_400_000);

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

/** 13800138000 → 138 0013 8000; 138****8000 stays as it is; landlines as they came. */
export const phone = (value: string): string => {
  const mobile = /^(1\d{2})(\d{4})(\d{4})$/.exec(value);
  return mobile ? `${mobile[1]} ${mobile[2]} ${mobile[3]}` : value;
};

/** 京A12345 → 京A·12345, also for new-energy plates (京AD12345 → 京AD·12345); others as they came. */
export const plate = (value: string): string => {
  const energy = /^([\u4e00-\u9fff][A-Z][A-HJK])(\d{5})$/.exec(value);
  if (energy) return `${energy[1]}·${energy[2]}`;
  const plain = /^([\u4e00-\u9fff][A-Z])([0-9A-Z]{5,6}[\u4e00-\u9fff]?|[0-9A-Z]{4}[\u4e00-\u9fff])$/.exec(value);
  return plain ? `${plain[1]}·${plain[2]}` : value;
};

/** LGBH1…704182: enough of a VIN to tell it by. */
export const vinShort = (value: string): string =>
  value.length === 17 ? `${value.slice(0, 5)}…${value.slice(-6)}` : value;

/** 882004170036 → 8820 0417 0036 */
export const cardNumber = (value: string): string =>
  /^\d{8,}$/.test(value) ? value.replace(/(\d{4})(?=\d)/g, '$1 ') : value;

const clocks = new Map<string, Intl.DateTimeFormat>();
const clock = (timeZone: string): Intl.DateTimeFormat => {
  const kept = clocks.get(timeZone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(timeZone, made);
  return made;
};

const partsOf = (at: number, timeZone: string): { day: string; time: string } => {
  const parts = Object.fromEntries(
    clock(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  return {
    day: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}`,
  };
};

/** The store's calendar day of an instant (UTC ms). */
export const dayOf = (at: number, timeZone: string): string => partsOf(at, timeZone).day;

/** 09:40 on the store's clock. */
export const timeOf = (at: number, timeZone: string): string => partsOf(at, timeZone).time;

/** 2026-11-21 09:40 on the store's clock. */
export const momentOf = (at: number, timeZone: string): string => {
  const parts = partsOf(at, timeZone);
  return `${parts.day} ${parts.time}`;
};
