import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { z } from 'zod';
import type { EntryMeta } from '../contract/entry.ts';
import type { Tables } from '../schema/tables.ts';
import type { Actor, Progress } from './types.ts';

/** What a query may do: select. */
export type ReadDb = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'selectNoFrom' | 'fn' | 'getExecutor'>;
/** What a command may do inside its transaction. Opening another one is not reachable from here: Kysely would hang. */
export type WriteDb = Omit<Kysely<Tables>, 'transaction' | 'startTransaction' | 'connection' | 'destroy' | 'schema'>;

export interface QueryContext {
  readonly actor: Actor;
  /** UTC ms */
  now(): number;
  /** today in the store's time zone */
  today(): string;
  readonly timeZone: string;
  /** hex HMAC-SHA256: what only who knows the secret can write under a text */
  sign(text: string, secret: string): string;
}

/** Tables with `id`, `version` and `deletedAt` whose every change goes to the change log. */
export type EditableTable = {
  [T in keyof Tables]: Tables[T] extends { id: unknown; version: unknown; deletedAt: unknown } ? T : never;
}[keyof Tables];

export interface ChangeExtras {
  /** the customer whose timeline shows it */
  readonly owner: string | null;
  /** values beside the row that changed with it (phones, tags) */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/**
 * Writes rows and what the change log needs with them. An insert keeps no image, for the row is its own until something
 * changes it; an update keeps the changed columns before and after; so any earlier state is the present one walked back.
 */
export interface TrackedRows {
  insert<T extends EditableTable>(
    table: T,
    row: Insertable<Tables[T]> & { id: string },
    extras: ChangeExtras,
  ): Promise<void>;
  /** @throws CareError CONFLICT with the current row where `version` is not the stored one; NOT_FOUND where there is none */
  update<T extends EditableTable>(
    table: T,
    key: { id: string; version: number | null },
    patch: Updateable<Tables[T]>,
    extras: ChangeExtras,
  ): Promise<{ version: number; before: Selectable<Tables[T]> }>;
  /** Soft: sets `deletedAt`. */
  remove<T extends EditableTable>(
    table: T,
    key: { id: string; version: number | null },
    extras: ChangeExtras,
  ): Promise<void>;
  restore<T extends EditableTable>(table: T, key: { id: string }, extras: ChangeExtras): Promise<void>;
}

export interface CommandContext extends QueryContext {
  newId(): string;
  /** 32 random bytes, base64url: a token that is shown once */
  newToken(): string;
  /** hex sha256 */
  digest(text: string): string;
  readonly rows: TrackedRows;
  /** a topic beside those of the contract: `customer:ID` */
  touch(topic: string): void;
  /** what the audit row names as its object */
  about(entity: string, id: string): void;
  /** The customer's document in the one box, written anew and moved to the front. */
  reindex(customerId: string): Promise<void>;
  progress(progress: Progress): void;
  /** @throws CareError CANCELLED once the caller gave up */
  checkCancelled(): void;
}

export interface PrepareContext {
  /** The hash of a new password. @throws CareError VALIDATION of `password` where it is too weak for this log-in name */
  newPasswordHash(password: string, name: string): Promise<string>;
  verifyPassword(password: string, hash: string): Promise<boolean>;
  /** The stored hash of the acting person, for asking the present password again. */
  ownPasswordHash(): Promise<string | null>;
}

interface Entry {
  '~orpc': { meta: EntryMeta; inputSchema?: unknown; outputSchema?: unknown };
}
type InputOf<E> = E extends { '~orpc': { inputSchema?: infer S } }
  ? NonNullable<S> extends z.ZodType<infer O>
    ? O
    : never
  : never;
type OutputOf<E> = E extends { '~orpc': { outputSchema?: infer S } }
  ? NonNullable<S> extends z.ZodType
    ? z.input<NonNullable<S>>
    : never
  : never;

/** A handler of either kind: a query gets a database it can only read. */
export type QueryHandler<E> = (db: ReadDb, input: InputOf<E>, ctx: QueryContext) => Promise<OutputOf<E>>;
export type CommandHandler<E> = (db: WriteDb, input: InputOf<E>, ctx: CommandContext) => Promise<OutputOf<E>>;

/**
 * A command that must do something slow first (hash a password): `prepare` runs before the transaction and hands its
 * result to `run` as the input.
 */
export interface PreparedCommand<E, P> {
  readonly prepare: (input: InputOf<E>, ctx: PrepareContext) => Promise<P>;
  readonly run: (db: WriteDb, prepared: P, ctx: CommandContext) => Promise<OutputOf<E>>;
}
export type AnyHandler<E> = QueryHandler<E> | CommandHandler<E> | PreparedCommand<E, unknown>;
export type HandlersOf<C> = { [K in keyof C]: C[K] extends Entry ? AnyHandler<C[K]> : HandlersOf<C[K]> };
