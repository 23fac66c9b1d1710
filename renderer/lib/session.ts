import { useQuery } from '@tanstack/react-query';
import type { Role } from '../../db/contract/entry.ts';
import type { Me } from '../../db/contract/session.ts';
import { orpc } from './api.ts';

/** What the host says of this desk: set up or not, which store, who is logged in. */
export const sessionQuery = () => orpc.session.state.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY });

/** Who is at the desk; null on the log-in page. */
export const useMe = (): Me | null => useQuery(sessionQuery()).data?.me ?? null;

/** True where the person at the desk has one of these roles; no roles named: everybody. */
export const useMay = (): ((roles?: readonly Role[]) => boolean) => {
  const me = useMe();
  return (roles) => me !== null && (roles === undefined || roles.includes(me.role));
};
