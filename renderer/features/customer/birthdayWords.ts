import i18next, { type TFunction } from 'i18next';
import { birthdayText } from '../../../db/domain/birthday.ts';
import type { Birthday } from './shapes.ts';

/** 1979 年 10 月 13 日 · 农历十月十三 · lunar 10/13: a birthday in the reader's language, the year where it is known. */
export const birthdayWords = (birthday: Birthday, t: TFunction): string => {
  const { calendar, year, month, day, leap } = birthday;
  if (calendar === 'solar') {
    return year === null
      ? t('customer.birthday.solarText', { month, day })
      : t('customer.birthday.solarFull', { year, month, day });
  }
  const text =
    i18next.language === 'en' ? `${leap ? 'leap ' : ''}${month}/${day}` : birthdayText(birthday).replace(/^农历/, '');
  return year === null ? t('customer.birthday.lunarText', { text }) : t('customer.birthday.lunarFull', { year, text });
};
