import type { Role } from '../../db/contract/entry.ts';

/** As the contract's lists of that name; repeated here because the contract's files bring zod with them. */
export const managers: readonly Role[] = ['manager', 'admin'];
export const adminOnly: readonly Role[] = ['admin'];
export const allRoles: readonly Role[] = ['reception', 'service', 'manager', 'admin'];
