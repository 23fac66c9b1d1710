import { demoPassword, demoStaff } from '../../db/store/demo/accounts.ts';

/** Log-ins of a demo store, shown on its log-in page. No other store has a default password. */
export const demoAccounts = demoStaff.map((person) => ({ ...person, password: demoPassword }));
