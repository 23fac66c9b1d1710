import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../../db/contract/index.ts';

type Inputs = InferContractRouterInputs<Contract>;
type Outputs = InferContractRouterOutputs<Contract>;

export type ImportState = Outputs['imports']['state'];
export type ImportKind = ImportState['kind'];
export type ImportSummary = Outputs['imports']['apply'];
export type ImportBatch = Outputs['imports']['list']['rows'][number];
export type PreviewRow = Outputs['imports']['preview']['rows'][number];
export type RowProblem = PreviewRow['problems'][number];
export type Mapping = ImportState['mapping'];
/** a fate, or rows that were taken with a doubt */
export type Tab = NonNullable<Inputs['imports']['preview']['fate']>;

export const importKinds: readonly ImportKind[] = ['customers', 'members', 'service-orders'];
