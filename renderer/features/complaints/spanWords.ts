import type { TFunction } from 'i18next';

const minute = 60_000;
/** from so many hours on, whole days are said; ms of working time never, for nobody knows how long its day is */
const daysFrom = 72;
/** from so many hours on, minutes say nothing any more */
const wholeFrom = 100;

/**
 * 48 m · 5 h 08 m · 3 天 4 h: how long something takes or is left, always without a sign, what is begun of a minute left out.
 *
 * @param days whether a long one is said in days: natural time
 */
export const spanWords = (ms: number, t: TFunction, { days = false }: { readonly days?: boolean } = {}): string => {
  const minutes = Math.floor(Math.abs(ms) / minute);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return t('complaints.span.minutes', { m: minutes });
  if (days && hours >= daysFrom) return t('complaints.span.days', { d: Math.floor(hours / 24), h: hours % 24 });
  if (hours >= wholeFrom) return t('complaints.span.wholeHours', { h: hours });
  return t('complaints.span.hours', { h: hours, m: String(minutes % 60).padStart(2, '0') });
};

/** 24 小时 · 90 分钟: a term as the settings give it. */
export const limitWords = (ms: number, t: TFunction): string => {
  const minutes = Math.round(ms / minute);
  return minutes % 60 === 0
    ? t('complaints.limit.hours', { h: minutes / 60 })
    : t('complaints.limit.minutes', { m: minutes });
};
