import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';
import type { DayFilter } from './dayFilter.ts';
import type { CallRow, LeftOutRow, TaskDay } from './shapes.ts';

/** The hours and terms run by themselves: the store is asked again so often, ms. */
export const tick = 30_000;
/** of one list; the most urgent ones */
const most = { call: 200, message: 500, letter: 500 } as const;

/** A row of either list. */
export type DayRow = (CallRow | LeftOutRow) & { readonly id: string };

export interface DayRows {
  /** null before the first answer */
  readonly day: TaskDay | null;
  readonly rows: readonly DayRow[];
  readonly error: unknown;
  /** whether what is shown answers an older question */
  readonly pending: boolean;
  readonly retry: () => void;
}

/** The day's list and whom it leaves out; `rows` are those that the address asks for. */
export const useDay = ({ channel, mine, ruleId, left }: DayFilter): DayRows => {
  const listed = useQuery({
    ...orpc.tasks.day.queryOptions({
      input: { channel, mine, ...(ruleId ? { ruleId } : {}), limit: most[channel] },
    }),
    placeholderData: keepPreviousData,
    refetchInterval: tick,
  });
  const leftOut = useQuery({
    ...orpc.tasks.leftOut.queryOptions({
      input: { channel, ...(left && left !== 'all' ? { reason: left } : {}), limit: most[channel] },
      enabled: left !== null,
    }),
    placeholderData: keepPreviousData,
  });
  const shown = left === null ? listed : leftOut;
  return {
    day: listed.data ?? null,
    rows: (shown.data?.rows ?? []).map((row) => ({ ...row, id: row.customerId })),
    error: shown.data ? null : shown.error,
    pending: shown.isPlaceholderData || shown.data === undefined,
    retry: () => void shown.refetch(),
  };
};
