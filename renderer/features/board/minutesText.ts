import type { TFunction } from 'i18next';

/** 46 分 · 2 时 05 分: how long somebody waits. */
export const minutesText = (minutes: number, t: TFunction): string =>
  minutes < 60
    ? t('board.minutes', { n: minutes })
    : t('board.hours', { h: Math.floor(minutes / 60), m: String(minutes % 60).padStart(2, '0') });
