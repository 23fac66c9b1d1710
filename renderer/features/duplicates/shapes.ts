import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../../db/contract/index.ts';

type Outputs = InferContractRouterOutputs<Contract>;

export type DuplicatePair = Outputs['duplicates']['list']['rows'][number];
export type PairSide = DuplicatePair['a'];
export type Evidence = DuplicatePair['why'][number];
export type Comparison = Outputs['duplicates']['compare'];
export type ComparedField = Comparison['fields'][number];
export type MergeField = ComparedField['field'];
export type MergedFile = Outputs['duplicates']['ofCustomer']['merged'][number];

/** Where the two files are laid side by side; the first is the one that stays. */
export const comparePath = (keepId: string, dropId: string): `/${string}` => `/duplicates/${keepId}/${dropId}`;

/** The pair with the file that is proposed to stay first. */
export const inOrder = (pair: DuplicatePair): readonly [keep: PairSide, drop: PairSide] =>
  pair.keepId === pair.b.id ? [pair.b, pair.a] : [pair.a, pair.b];
