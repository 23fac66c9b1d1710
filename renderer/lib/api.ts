import { createORPCClient, onError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../db/contract/index.ts';
import { careError } from './errors.ts';
import { hostPort } from './hostPort.ts';
import { PortLink } from './portLink.ts';

type SignedOutListener = () => void;
const signedOutListeners = new Set<SignedOutListener>();

/** Calls back when any call was refused because nobody is logged in at this desk. */
export const onSignedOut = (listener: SignedOutListener): (() => void) => {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
};

const hearFailure = (error: unknown): void => {
  if (careError(error)?.code === 'UNAUTHENTICATED') for (const tell of signedOutListeners) tell();
};

/** A port in the Electron shell, HTTP in a browser: the same contract over both. */
const link = hostPort
  ? new PortLink(hostPort, hearFailure)
  : new RPCLink({
      url: () => new URL('/rpc', location.href),
      fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
      interceptors: [onError(hearFailure)],
    });

/** Everything that can be asked of CareDesk, typed by the contract: `await api.customers.get({ id })`. */
export const api: ContractRouterClient<Contract> = createORPCClient(link);

/** The same for react-query: `useQuery(orpc.customers.get.queryOptions({ input: { id } }))`. */
export const orpc = createTanstackQueryUtils(api);

/** What an entry answers: `Answer<typeof api.customers.list>['rows']`. */
export type Answer<F extends (...input: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>;
/** What an entry takes. */
export type Asked<F extends (...input: never[]) => Promise<unknown>> = Parameters<F>[0];
