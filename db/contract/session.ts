import { z } from 'zod';
import { command, everyone, query } from './entry.ts';
import { role } from './staff.ts';
import { filled, id, text } from './values.ts';

export const me = z.object({ staffId: id, name: z.string(), displayName: z.string(), role });
export type Me = z.output<typeof me>;

const credentials = z.strictObject({ name: filled(30), password: z.string().min(1).max(200) });

/** Who is at this desk. Runs in the host: it sets and clears the session cookie. */
export const session = {
  /** What the first page needs to know before anybody is logged in. */
  state: query('open', { runsIn: 'host' })
    .input(z.strictObject({}))
    .output(
      z.object({
        /** true until the store has its first administrator */
        setup: z.boolean(),
        storeName: z.string(),
        demo: z.boolean(),
        /** accounts of a demo store only */
        demoAccounts: z.array(z.object({ name: z.string(), displayName: z.string(), role, password: z.string() })),
        me: me.nullable(),
      }),
    ),
  login: command('open', [], { runsIn: 'host', secret: ['password'] })
    .input(credentials)
    .output(z.object({ me })),
  logout: command('open', [], { runsIn: 'host' }).input(z.strictObject({})).output(z.object({})),
  me: query(everyone, { runsIn: 'host' }).input(z.strictObject({})).output(me),
  /** First run: the store's name and city and its administrator. Refused once there is one. Logs in. */
  setup: command('open', ['settings', 'staff'], { runsIn: 'host', secret: ['password'] })
    .input(
      z.strictObject({
        storeName: filled(60),
        city: text(40).default(''),
        admin: filled(30),
        password: z.string().min(8).max(200),
      }),
    )
    .output(z.object({ me })),
};
