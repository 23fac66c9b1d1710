import { useTranslation } from 'react-i18next';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { momentShort } from './momentShort.ts';

/** `momentShort` on this store's clock. */
export const useMoment = (): ((at: number) => string) => {
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  return (at) => momentShort(at, today, timeZone, t);
};
