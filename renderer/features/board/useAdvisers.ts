import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';

export type AdviserChoice = readonly [id: string, name: string];

/** Those at work who can be named as 服务顾问, as a list to choose from. */
export const useAdvisers = (): readonly AdviserChoice[] => {
  const { data } = useQuery(orpc.staff.list.queryOptions({ input: {} }));
  return (data?.rows ?? []).filter((row) => row.active).map((row) => [row.id, row.displayName] as const);
};
