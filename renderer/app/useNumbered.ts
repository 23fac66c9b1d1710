import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '../lib/api.ts';
import type { NumberedRecord } from './boxItems.ts';

const none: readonly NumberedRecord[] = [];

/** Complaints, enquiries and the club's services of the number that is being typed; nothing is asked while it cannot be one. */
export const useNumbered = (typed: string): readonly NumberedRecord[] => {
  const number = typed.trim();
  const like = /^(?:t|q|ag|rs|cl)\d{2,4}-?\d*$/i.test(number);
  const { data } = useQuery(
    orpc.home.numbered.queryOptions({ input: { number }, enabled: like, placeholderData: keepPreviousData }),
  );
  return like ? (data?.rows ?? none) : none;
};
