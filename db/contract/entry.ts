import { oc } from '@orpc/contract';
import { z } from 'zod';
import { errorStatus } from './errors.ts';

/** 前台 · 客服专员 · 经理 · 管理员 */
export const roles = ['reception', 'service', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who may call an entry. `open`: before anybody is logged in. */
export type Allowed = readonly Role[] | 'open';

export const everyone: readonly Role[] = roles;
export const managers: readonly Role[] = ['manager', 'admin'];
export const adminOnly: readonly Role[] = ['admin'];

export interface EntryMeta {
  readonly kind: 'query' | 'command';
  readonly allowed: Allowed;
  /** What a command may have changed; screens that show one of these topics fetch again. */
  readonly topics: readonly string[];
  /** Top-level input fields that no log and no audit row may hold; `output` where the result itself is a secret. */
  readonly secret: readonly string[];
  /**
   * Where it runs: `store` on a store thread; `host` in the host itself, because it needs what a store thread has not
   * (cookies, uploaded files, a worker for hours of parsing).
   */
  readonly runsIn: 'store' | 'host';
}

const emptyMeta: EntryMeta = { kind: 'query', allowed: [], topics: [], secret: [], runsIn: 'store' };

const failure = z.object({
  reason: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), reason: z.string() })).optional(),
  current: z.unknown().optional(),
  /** INTERNAL: under which the local log has the stack */
  traceId: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const errorMap = Object.fromEntries(
  Object.entries(errorStatus).map(([code, status]) => [code, { status, data: failure }]),
);

const base = oc.$meta<EntryMeta>(emptyMeta).errors(errorMap);

/** A reading entry: HTTP GET, runs on a reader thread. */
export const query = (allowed: Allowed, options: Partial<Omit<EntryMeta, 'kind' | 'allowed'>> = {}) =>
  base.meta({ ...emptyMeta, ...options, kind: 'query', allowed }).route({ method: 'GET' });

/** A changing entry: HTTP POST, runs in one transaction on the writer thread; see `commandInput` for its input. */
export const command = (
  allowed: Allowed,
  topics: readonly string[],
  options: Partial<Omit<EntryMeta, 'kind' | 'allowed' | 'topics'>> = {},
) => base.meta({ ...emptyMeta, ...options, kind: 'command', allowed, topics }).route({ method: 'POST' });

/**
 * The input of a command. The same `requestId` with the same input gives the stored result again instead of a second
 * change; with another input it is a CONFLICT. Left out, the call is not protected against being sent twice.
 */
export const commandInput = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ requestId: z.uuid().optional(), ...shape });
