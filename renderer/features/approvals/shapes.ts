import type { Answer, api } from '../../lib/api.ts';

export type Approval = Answer<typeof api.approvals.list>['rows'][number];
/** What is being done to one: approving, refusing. */
export type Deciding = 'grant' | 'refuse';
