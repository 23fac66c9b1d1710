import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { RPCHandler } from '@orpc/server/fetch';
import { RPCHandler as PortRpcHandler } from '@orpc/server/message-port';
import { experimental_ZodSmartCoercionPlugin as ZodSmartCoercionPlugin } from '@orpc/zod/zod4';
import type { ErrorData } from '../../db/contract/errors.ts';
import type { CallContext } from './callContext.ts';
import type { Log } from './log.ts';
import type { DeskRouter } from './router.ts';
import { rpcError, wireError } from './wireError.ts';

interface Handled {
  readonly context: CallContext;
}

/** oRPC's handlers over the one router; whatever is thrown leaves them as one of our errors. */
export const makeHandlers = (router: DeskRouter, log: Log) => {
  const interceptors = [
    async <T>({ context, next }: Handled & { next: () => Promise<T> }): Promise<T> => {
      try {
        return await next();
      } catch (error) {
        throw rpcError(wireError(error, context.progress.started, context.traceId, log));
      }
    },
  ];
  const rest = {
    interceptors,
    eventIteratorKeepAliveInterval: 15_000,
    customErrorResponseBodyEncoder: ({ code, message, data }: { code: string; message: string; data: unknown }) => {
      const { traceId, ...own } = (data ?? {}) as ErrorData & { traceId?: string };
      return { code, message, data: own, traceId };
    },
  };
  return {
    rpc: new RPCHandler(router, { interceptors, eventIteratorKeepAliveInterval: 15_000 }),
    /** GET parameters arrive as text, and become numbers where the schema wants numbers */
    restQuery: new OpenAPIHandler(router, { ...rest, plugins: [new ZodSmartCoercionPlugin()] }),
    restCommand: new OpenAPIHandler(router, rest),
    port: new PortRpcHandler(router, { interceptors }),
  };
};
export type Handlers = ReturnType<typeof makeHandlers>;
