import { dayOfSerial } from '../domain/day.ts';
import type { Cell } from '../domain/import/cell.ts';

/** How numbers of one style are to be taken. */
export type NumberStyle = 'plain' | 'date' | { /** digits to show, leading zeros included */ zeros: number };

/** Dates among the formats that need no code; 27–36 and 50–58 are those of Chinese, Japanese and Korean editions. */
export function builtInStyle(id: number): NumberStyle {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'plain';
}

/** A format with a year or a day shows a date. A format of zeros alone shows leading zeros, which belong to a card number. */
export function styleOf(code: string): NumberStyle {
  const section = code.split(';')[0] ?? '';
  const bare = section.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '');
  if (/general/i.test(bare)) return 'plain';
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && /月/.test(section))) return 'date';
  return /^0{2,20}$/.test(bare) ? { zeros: bare.length } : 'plain';
}

/** A number as its style means it: a date becomes `YYYY-MM-DD[ HH:mm:ss]`, a card number keeps its leading zeros. */
export function numberCell(value: number, style: NumberStyle, date1904: boolean): Cell {
  if (style === 'plain') return value;
  if (style !== 'date') {
    return Number.isSafeInteger(value) && value >= 0 ? String(value).padStart(style.zeros, '0') : value;
  }
  if (value < 1 || value >= 2_958_466) return value;
  const { day, time } = dayOfSerial(value, date1904);
  return time ? `${day} ${time}` : day;
}
