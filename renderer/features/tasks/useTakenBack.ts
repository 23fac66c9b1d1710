import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { orpc } from '../../lib/api.ts';

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
  /** the contact that stood among the customer's: what was asked before it was recorded does not hold it yet */
  const seen = useRef<string | null>(null);
  const { data } = useQuery(
    orpc.tasks.call.queryOptions({
      input: { customerId: last?.customerId ?? '', channel: 'call' },
      enabled: last !== null,
    }),
  );
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    if (last === null || !data) return;
    if (data.history.some(({ id }) => id === last.contactId)) {
      seen.current = last.contactId;
    } else if (seen.current === last.contactId) {
      setLast(null);
      latest.current(last.customerId);
    }
  }, [last, data]);
  return setLast;
};
