import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, orpc } from '../../lib/api.ts';

interface Recorded {
  readonly customerId: string;
  readonly contactId: string;
}

/**
 * Leads back to the customer whose contact was recorded last and taken back (撤销) since: they are called again, with the words that were
 * typed.
 *
 * @returns to be told of every contact that was recorded
 */
export const useTakenBack = (show: (customerId: string) => void): ((recorded: Recorded) => void) => {
  const [last, setLast] = useState<Recorded | null>(null);
  const input = { customerId: last?.customerId ?? '', channel: 'call' } as const;
  // under the contact's own key: whatever is answered was asked after it was recorded, so that where it is missing it was taken back
  const { data } = useQuery({
    queryKey: [...orpc.tasks.call.queryKey({ input }), last?.contactId],
    queryFn: () => api.tasks.call(input),
    enabled: last !== null,
  });
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    if (last === null || !data || data.history.some(({ id }) => id === last.contactId)) return;
    setLast(null);
    latest.current(last.customerId);
  }, [last, data]);
  return setLast;
};
