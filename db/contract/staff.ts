import { z } from 'zod';
import { adminOnly, command, commandInput, everyone, query, roles } from './entry.ts';
import { filled, id, instant, optionalText, text, version } from './values.ts';

export const role = z.enum(roles);
/** At least 8 characters; what is short or common is refused by the handler with the reason. */
export const password = z.string().min(8).max(200);

export const staffRow = z.object({
  id,
  version,
  /** log-in name */
  name: z.string(),
  displayName: z.string(),
  role,
  active: z.boolean(),
  lastSeenAt: instant.nullable(),
});

export const tokenRow = z.object({
  id,
  name: z.string(),
  role,
  createdAt: instant,
  createdBy: z.string(),
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});

/** Staff (员工) and the tokens of other software. */
export const staff = {
  list: query(everyone)
    .input(z.strictObject({}))
    .output(z.object({ rows: z.array(staffRow) })),
  add: command(adminOnly, ['staff'], { secret: ['password'] })
    .input(commandInput({ name: filled(30), displayName: optionalText(30), role, password }))
    .output(z.object({ id })),
  update: command(adminOnly, ['staff'])
    .input(commandInput({ id, version, displayName: filled(30), role, active: z.boolean() }))
    .output(z.object({ version })),
  resetPassword: command(adminOnly, ['staff'], { secret: ['password'] })
    .input(commandInput({ id, password }))
    .output(z.object({})),
  /** One's own; the present one is asked for. */
  changePassword: command(everyone, [], { secret: ['present', 'password'] })
    .input(commandInput({ present: text(200), password }))
    .output(z.object({})),
};

/** Bearer tokens for other software of the store. The token itself is shown once, when made. */
export const tokens = {
  list: query(adminOnly)
    .input(z.strictObject({}))
    .output(z.object({ rows: z.array(tokenRow) })),
  add: command(adminOnly, ['tokens'], { secret: ['output'] })
    .input(commandInput({ name: filled(40), role }))
    .output(z.object({ id, token: z.string() })),
  revoke: command(adminOnly, ['tokens']).input(commandInput({ id })).output(z.object({})),
};
