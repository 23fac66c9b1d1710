import type { Role } from '../contract/entry.ts';
import type { DeskEvent } from '../contract/events.ts';

/** Who does something: a person at a desk, other software with a token, the command line, or CareDesk itself. */
export interface Actor {
  readonly kind: 'staff' | 'token' | 'cli' | 'system';
  /** staff or token id; `cli:<system user>`; 'system' */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** which desk, as the host names it */
  readonly desk: string;
}

export interface CallOptions {
  /** Aborting cancels a long command where it can still be rolled back (CANCELLED). */
  readonly signal?: AbortSignal;
  /** Rows done and in all, while a long command runs. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly phase: 'read' | 'check' | 'match' | 'write' | 'search' | 'done';
  readonly done: number;
  readonly total: number;
}

/**
 * An opened store. `call` takes any entry that runs in the store, public (`customers.search`) or internal
 * (`sessions.find`), parses the input by its schema (VALIDATION), and checks the actor's role (FORBIDDEN) for public
 * entries. Failures are `CareError`.
 */
export interface Store {
  readonly dataDir: string;
  call(name: string, input: unknown, actor: Actor, options?: CallOptions): Promise<unknown>;
  /** `changed` after each command that committed. */
  onEvent(listener: (event: DeskEvent) => void): () => void;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Worker threads (the desk), or everything inline in this thread (command line, tests). Default: inline. */
  readonly threads?: boolean;
  /** reader threads, default 2 */
  readonly readers?: number;
  /** make the store where the folder holds none; default true */
  readonly create?: boolean;
  readonly now?: () => number;
}
