import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';

/** a term runs out while nobody changes anything: asked again so often, ms */
const every = 60_000;

/** How many customers wait for a call, and how many of them are overdue; undefined before the first answer. */
export const useTaskCounts = () => useQuery(orpc.tasks.counts.queryOptions({ input: {}, refetchInterval: every })).data;
