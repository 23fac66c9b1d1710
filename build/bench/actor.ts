import type { Actor } from '../../db/store/types.ts';

/** Who works during the bench. */
export const clerk: Actor = { kind: 'staff', id: 'bench', name: '周凯', role: 'manager', desk: 'bench' };

/** The desk itself, for what no person asks. */
export const system: Actor = { kind: 'system', id: 'system', name: 'CareDesk', role: 'admin', desk: 'bench' };
