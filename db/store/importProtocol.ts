import type { ImportKind, ImportSummary, Problem } from '../contract/imports.ts';
import type { Progress } from './types.ts';

/** One row of the preview, as `imports.preview` gives it. */
export interface PreviewRow {
  readonly row: number;
  readonly fate: 'new' | 'changed' | 'same' | 'error' | 'skipped' | 'repeated' | 'unknownVehicle';
  readonly warning: boolean;
  readonly cells: string[];
  readonly problems: Problem[];
  readonly changes: string[];
}

/** Field → index of the column that holds it. */
export type ColumnMapping = Readonly<Record<string, number>>;

/**
 * What a file turned out to be once it was staged. A header in which a required field finds no column is staged too, every
 * row refused, so that the person can map it; only what holds no table at all fails.
 */
export interface StagedFile {
  /** the header's cells, and the row it stands in, from 1 */
  readonly header: string[];
  readonly headerRow: number;
  readonly mapping: Record<string, number>;
  readonly fields: { field: string; required: boolean }[];
  readonly summary: ImportSummary;
}

/**
 * Messages between whoever imports (the host, the command line) and `db/store/importWorker.ts`. A worker answers requests
 * one after another, each with the `id` of its request. The host starts one worker for a `stage` and ends it when that is
 * done, which gives its memory back; another, small one answers `preview`, `problems` and `errors` and lives while asked.
 *
 * Staged rows lie in `DIR/staging/<importId>.sqlite`, written by `stage` alone (under another name until it is whole);
 * the store's `staged.apply` reads them. The file holds the import's kind, file name and mapping too.
 */
export type ImportRequest =
  | {
      readonly type: 'stage';
      readonly id: number;
      readonly dataDir: string;
      readonly importId: string;
      readonly kind: ImportKind;
      /** as the person knows it; for the record and for the wrong-kind message, never opened */
      readonly fileName: string;
      /** the file to read: an upload in `DIR/incoming`, or the path that the administrator gave the command line */
      readonly path: string;
      /** the person's own; left out, synonyms and the mapping of last time propose one */
      readonly mapping?: ColumnMapping;
    }
  | {
      readonly type: 'preview';
      readonly id: number;
      readonly dataDir: string;
      readonly importId: string;
      readonly fate?: PreviewRow['fate'] | 'warning';
      readonly offset: number;
      readonly limit: number;
    }
  | { readonly type: 'problems'; readonly id: number; readonly dataDir: string; readonly importId: string }
  /** The refused rows as they stood in the file, with a column that says why: mended, it can be fed again. */
  | { readonly type: 'errors'; readonly id: number; readonly dataDir: string; readonly importId: string };

export type ImportReply =
  | ({ readonly type: 'progress'; readonly id: number } & Progress)
  | { readonly type: 'staged'; readonly id: number; readonly staged: StagedFile }
  | { readonly type: 'previewed'; readonly id: number; readonly rows: PreviewRow[]; readonly count: number }
  | { readonly type: 'problems'; readonly id: number; readonly problems: Problem[] }
  /** `csv`: text with a byte order mark, so that spreadsheet programs take it for UTF-8 */
  | { readonly type: 'errors'; readonly id: number; readonly csv: string }
  /** `code` of errors.ts (VALIDATION, UNSUPPORTED, TOO_LARGE …) with a kebab-case reason; INTERNAL carries the stack for the log */
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly code: string;
      readonly reason: string;
      readonly values?: Readonly<Record<string, string | number>>;
      readonly stack?: string;
    };
