import type { AnyContractProcedure } from '@orpc/contract';
import type { EntryMeta } from '../../db/contract/entry.ts';
import { contract } from '../../db/contract/index.ts';

export interface PublicEntry {
  /** `customers.search` */
  readonly name: string;
  readonly feature: string;
  readonly verb: string;
  readonly meta: EntryMeta;
  readonly procedure: AnyContractProcedure;
}

/** Every entry of the contract, in its order. */
export const publicEntries: readonly PublicEntry[] = Object.entries(contract).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]: [string, AnyContractProcedure]) => ({
    name: `${feature}.${verb}`,
    feature,
    verb,
    // every entry is made by `query` or `command` of entry.ts, which give it this meta
    meta: procedure['~orpc'].meta as EntryMeta,
    procedure,
  })),
);
