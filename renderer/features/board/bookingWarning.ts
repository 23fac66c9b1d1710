import i18next, { type TFunction } from 'i18next';
import { warningText } from '../../lib/errors.ts';

/** What the store took but doubts about a booking, in words. */
export const bookingWarning = (reason: string, t: TFunction): string => {
  const key = `appointments.warning.${reason}`;
  return i18next.exists(key) ? (t as unknown as (key: string) => string)(key) : warningText(reason, t);
};
