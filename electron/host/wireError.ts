import { ORPCError, ValidationError } from '@orpc/server';
import { CareError, type ErrorCode, type ErrorData, errorStatus } from '../../db/contract/errors.ts';
import { fieldProblems } from './fieldProblems.ts';
import type { Log } from './log.ts';

/** An error as a client gets it. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly data: ErrorData;
  readonly traceId: string;
}

const isCareError = (error: unknown): error is CareError =>
  error instanceof CareError ||
  (error instanceof Error && error.name === 'CareError' && 'code' in error && 'data' in error);

/** oRPC's own codes that can still come out of it, in ours. */
const ownCodes: Readonly<Record<string, [ErrorCode, string]>> = {
  BAD_REQUEST: ['VALIDATION', 'input-malformed'],
  UNAUTHORIZED: ['UNAUTHENTICATED', 'not-logged-in'],
  FORBIDDEN: ['FORBIDDEN', 'role-not-allowed'],
  NOT_FOUND: ['NOT_FOUND', 'entry-not-found'],
  METHOD_NOT_SUPPORTED: ['UNSUPPORTED', 'method-not-supported'],
  PAYLOAD_TOO_LARGE: ['TOO_LARGE', 'body-too-large'],
  UNSUPPORTED_MEDIA_TYPE: ['UNSUPPORTED', 'content-type-not-supported'],
  CLIENT_CLOSED_REQUEST: ['CANCELLED', 'cancelled'],
};

/** Whatever was thrown, as one of ours. What nobody foresaw is INTERNAL and says nothing of itself. */
export const careErrorOf = (error: unknown, started: boolean): CareError => {
  if (isCareError(error)) return error;
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
      return new CareError('VALIDATION', { fields: fieldProblems(error.cause.issues, error.cause.data) });
    }
    const known = ownCodes[error.code];
    return known ? new CareError(known[0], { reason: known[1] }) : new CareError('INTERNAL');
  }
  if (error instanceof Error && error.name === 'AbortError') return new CareError('CANCELLED', { reason: 'cancelled' });
  return started ? new CareError('INTERNAL') : new CareError('VALIDATION', { reason: 'input-malformed' });
};

/** Where an output did not fit its schema: the fields, for the log; never their values. */
const outputProblem = (error: unknown): string | null =>
  error instanceof ORPCError && error.cause instanceof ValidationError
    ? fieldProblems(error.cause.issues, error.cause.data)
        .map((field) => `${field.path}:${field.reason}`)
        .join(' ')
    : null;

/** Maps and, where nobody foresaw it, writes the stack to the local log under the trace id. */
export const wireError = (error: unknown, started: boolean, traceId: string, log: Log): WireError => {
  const care = careErrorOf(error, started);
  if (care.code === 'INTERNAL') {
    const output = outputProblem(error);
    if (output === null) log.error('internal error', { traceId }, error);
    else log.error('output does not fit the contract', { traceId, fields: output });
  }
  return { code: care.code, message: care.message, data: care.data, traceId };
};

/** The same as oRPC carries it; its client takes no field beside its own, so the trace id travels in `data`. */
export const rpcError = (wire: WireError): ORPCError<ErrorCode, ErrorData & { traceId: string }> =>
  new ORPCError(wire.code, {
    status: errorStatus[wire.code],
    defined: true,
    message: wire.message,
    data: { ...wire.data, traceId: wire.traceId },
  });
