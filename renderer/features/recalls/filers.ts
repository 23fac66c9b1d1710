import type { Role } from '../../../db/contract/entry.ts';

/** Who enters recalls and their lists, as the contract has it. */
export const filers: readonly Role[] = ['service', 'manager', 'admin'];
