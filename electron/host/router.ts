import { type AnyProcedure, implement, type Router } from '@orpc/server';
import type { EntryMeta } from '../../db/contract/entry.ts';
import { CareError } from '../../db/contract/errors.ts';
import { contract } from '../../db/contract/index.ts';
import type { Store } from '../../db/store/types.ts';
import type { CallContext, Caller } from './callContext.ts';
import { publicEntries } from './entries.ts';
import { type HostCall, type HostServices, makeHostEntries } from './hostEntries.ts';

type RunContext = CallContext & { readonly caller: Caller | null };
type Run = (options: { input: unknown; context: RunContext; signal?: AbortSignal | undefined }) => unknown;
/** A procedure waiting for its handler; the contract is walked by name, so its types are left to the two handler maps. */
type Open = Readonly<Record<string, Readonly<Record<string, { handler(run: Run): AnyProcedure }>>>>;
type HostRun = (input: unknown, call: HostCall) => unknown;
type HostTree = Readonly<Record<string, Readonly<Record<string, HostRun>>>>;

// biome-ignore lint/suspicious/noExplicitAny: oRPC's handlers take a router of any contract
export type DeskRouter = Router<any, CallContext>;

/** @throws CareError UNAUTHENTICATED or FORBIDDEN */
const checkRights = (meta: EntryMeta, caller: Caller | null): void => {
  if (meta.allowed === 'open') return;
  if (!caller) throw new CareError('UNAUTHENTICATED', { reason: 'not-logged-in' });
  if (!meta.allowed.includes(caller.actor.role)) throw new CareError('FORBIDDEN', { reason: 'role-not-allowed' });
};

/**
 * The contract as one router for every transport. Each call goes session → rights → input → store thread, or to the
 * host's own entries, which need what a store thread has not.
 */
export const makeRouter = (store: Store, services: HostServices): DeskRouter => {
  const guarded = implement(contract)
    .$context<CallContext>()
    .use(async ({ context, next, procedure }) => {
      context.progress.started = true;
      // every entry is made by `query` or `command` of entry.ts, which give it this meta
      const meta = procedure['~orpc'].meta as EntryMeta;
      const caller = await services.auth.who(context.proof);
      checkRights(meta, caller);
      return next({ context: { caller } });
    });
  const open = guarded as unknown as Open;
  const hostEntries = makeHostEntries(services) as unknown as HostTree;
  const router: Record<string, Record<string, AnyProcedure>> = {};
  const left = new Set(Object.entries(hostEntries).flatMap(([f, verbs]) => Object.keys(verbs).map((v) => `${f}.${v}`)));
  for (const { feature, verb, name, meta } of publicEntries) {
    const entry = open[feature]?.[verb];
    if (!entry) throw new Error(`${name} is in the contract and not in its router`);
    const own = hostEntries[feature]?.[verb];
    if ((own !== undefined) !== (meta.runsIn === 'host'))
      throw new Error(`${name} runs in the ${meta.runsIn}, and its handler does not`);
    left.delete(name);
    const run: Run = own
      ? ({ input, context, signal }) => own(input, { proof: context.proof, caller: context.caller, signal })
      : ({ input, context, signal }) => {
          // an entry of the store is never open: there is no actor to write down without a caller
          if (!context.caller) throw new CareError('UNAUTHENTICATED', { reason: 'not-logged-in' });
          return store.call(name, input, context.caller.actor, signal ? { signal } : {});
        };
    const verbs = router[feature] ?? {};
    router[feature] = verbs;
    verbs[verb] = entry.handler(run);
  }
  if (left.size > 0) throw new Error(`handlers without an entry: ${[...left].join(', ')}`);
  return router;
};
