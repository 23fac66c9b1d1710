import { customers } from './customers.ts';
import { events } from './events.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { staff, tokens } from './staff.ts';
import { vehicles } from './vehicles.ts';
import { visits } from './visits.ts';

/** All that can be asked of CareDesk, feature by feature. */
export const contract = { session, settings, staff, tokens, customers, vehicles, visits, imports, home, events };
export type Contract = typeof contract;
