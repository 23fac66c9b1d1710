import type { TFunction } from 'i18next';
import { warningText } from '../../lib/errors.ts';
import { knownText } from '../../lib/knownText.ts';

/** What the store took but doubts about a booking, in words. */
export const bookingWarning = (reason: string, t: TFunction): string =>
  knownText(`appointments.warning.${reason}`, t) ?? warningText(reason, t);
