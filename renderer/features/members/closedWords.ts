import type { TFunction } from 'i18next';
import { day } from '../../lib/formats.ts';
import type { MemberPaths } from './shapes.ts';

/** Why a card cannot be renewed today: not yet, no more, or without any end. Null where it can. */
export const closedWords = (
  { open, fromDay, toDay }: MemberPaths['renewal'],
  today: string,
  t: TFunction,
): string | null => {
  if (open) return null;
  if (fromDay === null || toDay === null) return t('members.renew.noEnd');
  return today > toDay
    ? t('members.renew.tooLate', { day: day(toDay) })
    : t('members.renew.notYet', { from: day(fromDay), to: day(toDay) });
};
