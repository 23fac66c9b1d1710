import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { grant, refuse, withdraw } from './decide.ts';
import { list } from './listApprovals.ts';

export const approvals = { list, grant, refuse, withdraw } satisfies HandlersOf<Contract['approvals']>;
