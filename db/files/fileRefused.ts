/**
 * Why a file cannot be read at all. `file-too-large` over 100 MB, `file-too-many-rows` over 200,000 rows, `file-zip-bomb` over 1 GB
 * unzipped, `file-wrong-kind` a picture, PDF, Word document …, `file-not-text` binary or damaged text (NUL, lone surrogate),
 * `file-truncated` cut off or corrupt, `file-password` encrypted, `header-not-found` no row that looks like column titles,
 * `columns-missing` columns that this kind of file must have.
 */
export type FileRefusal =
  | 'file-too-large'
  | 'file-empty'
  | 'file-wrong-kind'
  | 'file-truncated'
  | 'file-password'
  | 'file-zip-bomb'
  | 'file-too-many-rows'
  | 'file-not-text'
  | 'header-not-found'
  | 'columns-missing';

/** Says why and where, never what the file holds; the sentence comes from i18n by `reason`. */
export class FileRefused extends Error {
  readonly reason: FileRefusal;
  /** The row, as a spreadsheet program numbers it, or the fields that are missing. */
  readonly data: { row?: number; fields?: readonly string[] };

  constructor(reason: FileRefusal, data: { row?: number; fields?: readonly string[] } = {}) {
    super(reason);
    this.name = 'FileRefused';
    this.reason = reason;
    this.data = data;
  }
}

/** Checked before anything is read (issue 2: caps). */
export const fileCaps = {
  bytes: 100 * 1024 * 1024,
  rows: 200_000,
  unzippedBytes: 1024 * 1024 * 1024,
} as const;
