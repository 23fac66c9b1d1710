import { parseDay } from '../../../db/domain/day.ts';
import type { CheckMark } from './checkMark.ts';

/**
 * Days may be typed as 20261121, 2026.11.21 and the like; null where nothing is typed or it is no day. A few digits alone
 * are a date half typed, never a spreadsheet's serial number.
 */
export const dayOrNull = (text: string): string | null => {
  if (text.trim() === '' || /^[\d.]{1,7}$/.test(text.trim())) return null;
  const check = parseDay(text);
  return check.ok ? check.day : null;
};

/** What is said beside a day as it is typed. */
export const markDay = (text: string): CheckMark | null =>
  text.trim() === '' || dayOrNull(text) !== null ? null : { level: 'error', reason: 'day-invalid' };
