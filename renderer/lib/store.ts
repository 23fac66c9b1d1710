import { useQuery } from '@tanstack/react-query';
import { orpc } from './api.ts';
import { clockNow } from './clock.ts';
import { dayOf } from './formats.ts';

/** The store's facts and rules, kept until they change. */
export const useStoreSettings = () =>
  useQuery(orpc.settings.get.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY })).data;

/** The store's time zone; China's until it is known. */
export const useTimeZone = (): string => useStoreSettings()?.store.timeZone ?? 'Asia/Shanghai';

/** Today on the store's calendar, `YYYY-MM-DD`. */
export const useToday = (): string => dayOf(clockNow(), useTimeZone());
