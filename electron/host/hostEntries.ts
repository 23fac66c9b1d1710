import type { InferSchemaInput, InferSchemaOutput, Schema } from '@orpc/contract';
import { CareError } from '../../db/contract/errors.ts';
import type { Contract } from '../../db/contract/index.ts';
import type { Attachments } from './attachments.ts';
import type { Auth } from './auth.ts';
import type { Caller, DeskProof } from './callContext.ts';
import { demoAccounts } from './demoAccounts.ts';
import type { DeskEvents } from './events.ts';
import type { ExportJobs } from './exportJobs.ts';
import type { ImportJobs } from './importJobs.ts';
import type { StoreFacts } from './storeInfo.ts';

/** What the host's own entries work with. */
export interface HostServices {
  readonly auth: Auth;
  readonly events: DeskEvents;
  readonly imports: ImportJobs;
  readonly exports: ExportJobs;
  readonly attachments: Attachments;
  readonly facts: StoreFacts;
}

export interface HostCall {
  readonly proof: DeskProof;
  /** null only where an `open` entry is asked by nobody */
  readonly caller: Caller | null;
  readonly signal: AbortSignal | undefined;
}

interface Entry<I, O> {
  '~orpc': { inputSchema?: I; outputSchema?: O };
}
type InputOf<E> =
  E extends Entry<infer I, unknown>
    ? NonNullable<I> extends Schema<unknown, unknown>
      ? InferSchemaOutput<NonNullable<I>>
      : never
    : never;
type OutputOf<E> =
  E extends Entry<unknown, infer O>
    ? NonNullable<O> extends Schema<unknown, unknown>
      ? InferSchemaInput<NonNullable<O>>
      : never
    : never;

/** The entries marked `runsIn: 'host'`: the rest of `imports` and `attachments` runs in the store. The router checks the list as it starts. */
type HostContract = Pick<Contract, 'session' | 'events' | 'exports'> & {
  imports: Omit<Contract['imports'], 'list' | 'undo'>;
  attachments: Pick<Contract['attachments'], 'add'>;
};
type HostHandlers = {
  [F in keyof HostContract]: {
    [V in keyof HostContract[F]]: (
      input: InputOf<HostContract[F][V]>,
      call: HostCall,
    ) => OutputOf<HostContract[F][V]> | Promise<OutputOf<HostContract[F][V]>>;
  };
};

const callerOf = ({ caller }: HostCall): Caller => {
  if (!caller) throw new CareError('UNAUTHENTICATED', { reason: 'not-logged-in' });
  return caller;
};

export const makeHostEntries = ({ auth, events, imports, exports, attachments, facts }: HostServices) =>
  ({
    session: {
      state: async (_input, { caller }) => {
        const { ready, name, demo } = await facts.read();
        return { setup: !ready, storeName: name, demo, demoAccounts: demo ? demoAccounts : [], me: caller?.me ?? null };
      },
      login: async ({ name, password }, { proof }) => ({ me: await auth.login(name, password, proof) }),
      logout: async (_input, { proof }) => {
        await auth.logout(proof);
        return {};
      },
      me: (_input, call) => callerOf(call).me,
      setup: async (input, { proof }) => ({ me: await auth.setup(input, proof) }),
    },
    imports: {
      stage: (input) => imports.stage(input),
      remap: async ({ importId, mapping }) => {
        await imports.remap(importId, mapping);
        return {};
      },
      state: ({ importId }) => imports.state(importId),
      preview: (input) => imports.preview(input),
      apply: (input, call) => imports.apply(input, callerOf(call).actor),
      cancel: async ({ importId }) => {
        await imports.cancel(importId);
        return {};
      },
    },
    exports: {
      customers: (input, call) => exports.customers(input, callerOf(call).actor, Date.now()),
      state: ({ exportId }, call) => exports.state(exportId, callerOf(call).actor),
      cancel: async ({ exportId }, call) => {
        await exports.cancel(exportId, callerOf(call).actor);
        return {};
      },
    },
    attachments: {
      add: (input, call) => attachments.add(input, callerOf(call).actor),
    },
    events: {
      changes: (_input, { proof, signal }) => events.stream(signal, async () => (await auth.who(proof)) !== null),
    },
  }) satisfies HostHandlers;
