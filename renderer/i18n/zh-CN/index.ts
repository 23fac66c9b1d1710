import { common } from './common.ts';
import { customer } from './customer.ts';
import { customers } from './customers.ts';
import { errors } from './errors.ts';
import { imports } from './imports.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { today } from './today.ts';
import { vehicle } from './vehicle.ts';
import { visit } from './visit.ts';

export const zhCN = { common, errors, session, today, customers, settings, customer, visit, vehicle, imports };
