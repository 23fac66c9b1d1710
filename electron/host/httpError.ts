import { errorStatus } from '../../db/contract/errors.ts';
import { rpcError, type WireError } from './wireError.ts';

/** How a client wants its errors: as oRPC's own client reads them, or plain. */
export type ErrorForm = 'rpc' | 'rest';

export const errorResponse = (wire: WireError, form: ErrorForm, headers: Record<string, string> = {}): Response => {
  const body = form === 'rpc' ? { json: rpcError(wire).toJSON() } : wire;
  return Response.json(body, { status: errorStatus[wire.code], headers });
};

/** The path is there, for another method. */
export const methodRefused = (wire: WireError, form: ErrorForm, allow: string): Response =>
  new Response(errorResponse(wire, form).body, { status: 405, headers: { allow, 'content-type': 'application/json' } });
