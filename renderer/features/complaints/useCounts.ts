import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';
import type { ComplaintList } from './shapes.ts';

/** a term runs out while nobody changes anything: asked again so often, ms */
const every = 60_000;

/** How many complaints are open, and how many of them are late without a reason; undefined before the first answer. */
export const useCounts = (): ComplaintList['counts'] | undefined =>
  useQuery(orpc.complaints.list.queryOptions({ input: { limit: 1 }, refetchInterval: every })).data?.counts;
