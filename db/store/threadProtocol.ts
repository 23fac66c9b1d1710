import type { ErrorCode, ErrorData } from '../contract/errors.ts';
import type { Actor, Progress } from './types.ts';

/** What the host thread and a store thread say to each other. */
export interface ThreadSetup {
  readonly role: 'writer' | 'reader';
  readonly dataDir: string;
  readonly create: boolean;
}

export type ToThread =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
      readonly actor: Actor;
      /** one Int32; not 0 once the caller gave up: a thread busy with SQL cannot hear a message */
      readonly cancel: SharedArrayBuffer | null;
      readonly wantsProgress: boolean;
    }
  | { readonly type: 'close' };

export interface ThreadFailure {
  /** INTERNAL for what nobody foresaw; its stack goes to the log and no further */
  readonly code: ErrorCode;
  readonly data: ErrorData;
  readonly stack?: string | undefined;
}

export type FromThread =
  | { readonly type: 'ready' }
  | { readonly type: 'failedToOpen'; readonly failure: ThreadFailure }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown; readonly topics: readonly string[] }
  | { readonly type: 'failed'; readonly id: number; readonly failure: ThreadFailure }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress };
