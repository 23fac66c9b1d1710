/**
 * What can go wrong, as data. The text a person reads comes from i18n by `code` and `data.reason`;
 * nothing here is ever shown as it stands.
 */
export const errorStatus = {
  VALIDATION: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INSUFFICIENT_POINTS: 409,
  TOO_LARGE: 413,
  UNSUPPORTED: 415,
  TOO_MANY: 429,
  CANCELLED: 499,
  INTERNAL: 500,
  BUSY: 503,
  DB_CORRUPT: 503,
  DB_READONLY: 503,
  DISK_FULL: 507,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** One field that cannot be taken: `path` as in the input (`phones.0.number`), `reason` in kebab-case, an i18n key. */
export interface FieldProblem {
  readonly path: string;
  readonly reason: string;
}

export interface ErrorData {
  /** kebab-case, an i18n key below `errors.reason` */
  readonly reason?: string | undefined;
  readonly fields?: readonly FieldProblem[] | undefined;
  /** CONFLICT: the row as it stands now */
  readonly current?: unknown;
  /** values that the sentence names */
  readonly values?: Readonly<Record<string, string | number>> | undefined;
}

/** Thrown by handlers and the store; travels over every transport as `{code, message, data, traceId}`. */
export class CareError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(code: ErrorCode, data: ErrorData = {}) {
    super(data.reason ? `${code}: ${data.reason}` : code);
    this.name = 'CareError';
    this.code = code;
    this.data = data;
  }
}

/** VALIDATION of one field. */
export const badField = (path: string, reason: string): CareError =>
  new CareError('VALIDATION', { fields: [{ path, reason }] });

export const notFound = (what: string): CareError => new CareError('NOT_FOUND', { reason: `${what}-not-found` });
