import type { IncomingMessage, Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { CareError } from '../../db/contract/errors.ts';
import { type CallContext, type Caller, newCallContext } from './callContext.ts';
import { demoAccounts } from './demoAccounts.ts';
import { isDownload, openDownload } from './downloads.ts';
import { publicEntries } from './entries.ts';
import { eventStream } from './eventStream.ts';
import type { HostServices } from './hostEntries.ts';
import { checkQuery, declaredLength, readJsonBody } from './httpBody.ts';
import { type ErrorForm, errorResponse, methodRefused } from './httpError.ts';
import { fileResponse } from './httpFile.ts';
import { checkHost, checkOrigin, fileHeaders, printPage, printPageHeaders, securityHeaders } from './httpGuards.ts';
import { cookieName, type HttpProof, httpProof } from './httpProof.ts';
import type { Log } from './log.ts';
import { openApiDocument } from './openApiDocument.ts';
import type { Handlers } from './rpcHandlers.ts';
import { StaticFiles } from './staticFiles.ts';
import { newTraceId } from './traceId.ts';
import { checkSize, type Uploads } from './uploads.ts';
import { version } from './version.ts';
import { wireError } from './wireError.ts';

export interface HttpOptions {
  readonly services: HostServices;
  readonly handlers: Handlers;
  readonly uploads: Uploads;
  readonly log: Log;
  readonly storeId: string;
  /** names this run of the host, so that a desk can tell its own host from another program on the port */
  readonly instance: string;
  readonly rendererDir: string;
}

type Env = { Bindings: HttpBindings };
type Ask = Context<Env>;
interface Asked {
  readonly request: Request;
  readonly proof: HttpProof;
  readonly context: CallContext;
}

const methods = new Map(
  publicEntries.map(({ feature, verb, meta }) => [`/${feature}/${verb}`, meta.kind === 'query' ? 'GET' : 'POST']),
);
const notFound = (): CareError => new CareError('NOT_FOUND', { reason: 'entry-not-found' });

const portOf = (incoming: IncomingMessage): number => incoming.socket.localPort ?? 0;

/** The whole HTTP side as one fetch-like application: API, change stream, files, pages. */
const makeApp = ({ services, handlers, uploads, log, storeId, instance, rendererDir }: HttpOptions): Hono<Env> => {
  const { auth, events, facts } = services;
  const cookie = cookieName(storeId);
  const files = new StaticFiles(rendererDir);
  let document: Promise<string> | null = null;

  const formOf = (path: string): ErrorForm => (path.startsWith('/rpc/') ? 'rpc' : 'rest');
  const refuse = (error: unknown, traceId: string, form: ErrorForm, started = true): Response =>
    errorResponse(wireError(error, started, traceId, log), form);

  /** Runs one call: what it throws becomes an error answer, what it logged in becomes a cookie. */
  const answer = async (c: Ask, run: (asked: Asked) => Promise<Response>): Promise<Response> => {
    const request = c.req.raw;
    const proof = httpProof(request.headers, cookie);
    const context = newCallContext(proof, newTraceId());
    let response: Response;
    try {
      response = await run({ request, proof, context });
    } catch (error) {
      response = refuse(error, context.traceId, formOf(c.req.path));
    }
    const headers = new Headers(response.headers);
    const set = proof.setCookie();
    if (set) headers.append('set-cookie', set);
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    return new Response(c.req.method === 'HEAD' ? null : response.body, { status: response.status, headers });
  };

  /** @throws CareError UNAUTHENTICATED */
  const callerOf = async ({ proof }: Asked): Promise<Caller> => {
    const caller = await auth.who(proof);
    if (!caller) throw new CareError('UNAUTHENTICATED', { reason: 'not-logged-in' });
    return caller;
  };

  /** A call as oRPC takes it, its body known to be small, UTF-8 and plain. */
  const plainRequest = async (request: Request, empty = ''): Promise<Request> => {
    const { url, headers, signal } = request;
    checkQuery(new URL(url).search);
    if (request.method !== 'POST') return new Request(url, { method: 'GET', headers, signal });
    const body = (await readJsonBody(request)) || empty;
    const own = new Headers(headers);
    own.delete('content-length');
    own.set('content-type', 'application/json');
    return new Request(url, { method: 'POST', headers: own, signal, ...(body === '' ? {} : { body }) });
  };

  const app = new Hono<Env>();

  app.use('*', async (c, next) => {
    const { headers } = c.req.raw;
    const port = portOf(c.env.incoming);
    const isApi = /^\/(api|rpc)(\/|$)/.test(c.req.path);
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    try {
      checkHost(headers.get('host'), port);
      if (isApi || !reads) checkOrigin(headers, port);
    } catch (error) {
      return refuse(error, newTraceId(), formOf(c.req.path));
    }
    await next();
    for (const [name, value] of Object.entries(headersOf(c.req.path))) c.res.headers.set(name, value);
    return;
  });

  app.all('/rpc/*', (c) =>
    answer(c, async ({ request, context }) => {
      const wanted = methods.get(c.req.path.slice('/rpc'.length));
      if (!wanted) throw notFound();
      const { method } = request;
      if (method !== 'POST' && (wanted !== 'GET' || (method !== 'GET' && method !== 'HEAD'))) {
        return methodRefused(
          wireError(new CareError('UNSUPPORTED', { reason: 'method-not-supported' }), true, context.traceId, log),
          'rpc',
          wanted === 'GET' ? 'GET, POST' : 'POST',
        );
      }
      const { response } = await handlers.rpc.handle(await plainRequest(request), { prefix: '/rpc', context });
      if (!response) throw notFound();
      return response;
    }),
  );

  app.get('/api/health', (c) =>
    answer(c, async () => {
      const { name, demo, ready } = await facts.read();
      return Response.json({
        status: 'ok',
        version,
        instance,
        storeName: name,
        setup: !ready,
        demo,
        ...(demo ? { demoAccounts } : {}),
      });
    }),
  );

  app.get('/api/openapi.json', (c) =>
    answer(c, async () => {
      document ??= openApiDocument(version).then((made) => JSON.stringify(made));
      return new Response(await document, { headers: { 'content-type': 'application/json' } });
    }),
  );

  app.get('/api/events', (c) =>
    answer(c, async ({ request, proof }) => {
      if (!(await auth.who(proof))) throw new CareError('UNAUTHENTICATED', { reason: 'not-logged-in' });
      if (request.method === 'HEAD') return new Response(null, { headers: { 'content-type': 'text/event-stream' } });
      const stop = new AbortController();
      const signal = AbortSignal.any([stop.signal, request.signal]);
      return eventStream(
        events.stream(signal, async () => (await auth.who(proof)) !== null),
        () => stop.abort(),
      );
    }),
  );

  app.post('/api/files', (c) =>
    answer(c, async (asked) => {
      const { actor } = await callerOf(asked);
      const { headers, body } = asked.request;
      checkSize(declaredLength(headers) ?? 0);
      if (/^(multipart\/|application\/x-www-form-urlencoded)/i.test(headers.get('content-type') ?? '')) {
        throw new CareError('UNSUPPORTED', { reason: 'content-type-not-supported' });
      }
      if (!body) throw new CareError('VALIDATION', { reason: 'file-empty' });
      return Response.json(await uploads.receive(body, actor.id));
    }),
  );

  app.all('/api/*', (c) =>
    answer(c, async ({ request, proof, context }) => {
      const wanted = methods.get(c.req.path.slice('/api'.length)) ?? besides(c.req.path);
      if (!wanted) throw notFound();
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      if (method !== wanted) {
        return methodRefused(
          wireError(new CareError('UNSUPPORTED', { reason: 'method-not-supported' }), true, context.traceId, log),
          'rest',
          wanted,
        );
      }
      const { pathname, search } = new URL(request.url);
      const path = pathname.slice('/api'.length);
      if (isDownload(path)) return fileResponse(await openDownload(services, proof, `${path}${search}`));
      const handler = method === 'GET' ? handlers.restQuery : handlers.restCommand;
      const { response } = await handler.handle(await plainRequest(request, '{}'), { prefix: '/api', context });
      if (!response) throw notFound();
      return response;
    }),
  );

  app.all('*', async (c) => {
    const { method } = c.req;
    const traceId = newTraceId();
    if (method !== 'GET' && method !== 'HEAD') {
      return methodRefused(
        wireError(new CareError('UNSUPPORTED', { reason: 'method-not-supported' }), true, traceId, log),
        'rest',
        'GET, HEAD',
      );
    }
    if (/^\/(api|rpc)$/.test(c.req.path)) return refuse(notFound(), traceId, 'rest');
    const response = await files.serve(c.req.path, c.req.header('if-none-match') ?? null);
    return response ?? refuse(notFound(), traceId, 'rest');
  });

  app.onError((error, c) => refuse(error, newTraceId(), formOf(c.req.path)));
  return app;
};

const headersOf = (path: string): Readonly<Record<string, string>> => {
  if (path === printPage) return printPageHeaders;
  return path.startsWith('/api/') && isDownload(path.slice('/api'.length)) ? fileHeaders : securityHeaders;
};

/** The only method of what is no entry of the contract. */
const besides = (path: string): string | undefined => {
  if (path === '/api/files') return 'POST';
  return /^\/api\/(health|openapi\.json|events)$/.test(path) || isDownload(path.slice('/api'.length))
    ? 'GET'
    : undefined;
};

/** The server, not listening yet. */
export const makeServer = (options: HttpOptions): Server => {
  const app = makeApp(options);
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      /** receiving a whole request, an upload of 100 MB included */
      requestTimeout: 120_000,
      headersTimeout: 15_000,
      keepAliveTimeout: 10_000,
      maxHeaderSize: 16 * 1024,
    },
  });
  const http = server as Server;
  http.maxConnections = 200;
  return http;
};

/**
 * Listens on loopback alone.
 * @throws what listening throws: EADDRINUSE where another program has the port
 */
export const listen = async (server: Server, port: number): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
};
