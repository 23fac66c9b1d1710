import type { CustomerExport } from '../contract/exports.ts';
import type { Actor } from './types.ts';

/** What the export thread is started with; one thread writes one file. */
export interface ExportTask {
  readonly dataDir: string;
  readonly actor: Actor;
  readonly what: CustomerExport;
  /** a file of that name appears once it is whole */
  readonly path: string;
  /** the four bytes of a `NativeGate` */
  readonly gate: SharedArrayBuffer;
  /** UTC ms: what "today" is counted from */
  readonly now: number;
}

export type ExportReply =
  | { readonly type: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly type: 'written'; readonly rows: number }
  | {
      readonly type: 'failed';
      readonly code: string;
      readonly reason: string;
      readonly stack?: string;
    };
