import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { CareError } from '../../db/contract/errors.ts';
import { openStore } from '../../db/store/openStore.ts';
import type { Store } from '../../db/store/types.ts';
import { Attachments } from './attachments.ts';
import { Auth } from './auth.ts';
import { brokenStore } from './brokenStore.ts';
import { ComplaintJob } from './complaintJob.ts';
import type { DeskPort } from './deskPort.ts';
import { DeskEvents } from './events.ts';
import { ExportJobs } from './exportJobs.ts';
import type { HostServices } from './hostEntries.ts';
import { listen, makeServer } from './http.ts';
import { ImportJobs } from './importJobs.ts';
import { lockStore } from './lock.ts';
import { type Log, openLog } from './log.ts';
import { PointsJob } from './pointsJob.ts';
import { type SessionMemory, servePort } from './port.ts';
import { makeRouter } from './router.ts';
import { makeHandlers } from './rpcHandlers.ts';
import { builtRenderer } from './staticFiles.ts';
import { StoreFacts } from './storeInfo.ts';
import { TaskJob, usualTimes } from './taskJob.ts';
import { removeLeftovers, Uploads } from './uploads.ts';

export interface HostOptions {
  readonly dataDir: string;
  /** store threads; false runs SQL inline, for tests */
  readonly threads?: boolean;
  readonly rendererDir?: string;
  readonly log?: Log;
  /** sessions' clock, UTC ms */
  readonly now?: () => number;
}

/** The running service: one store, its API over HTTP and over ports. */
export interface Host {
  readonly store: Store;
  readonly services: HostServices;
  readonly instance: string;
  readonly log: Log;
  /** Serves the browser desk on loopback; 0 picks a free port. @throws EADDRINUSE */
  listen(port: number): Promise<number>;
  /** Serves a desk at the other end of a port; `memory` keeps its session beyond the port. */
  serve(port: DeskPort, memory?: SessionMemory): void;
  close(): Promise<void>;
}

const open = async (options: HostOptions, log: Log): Promise<Store> => {
  try {
    return await openStore(options.dataDir, { threads: options.threads ?? true });
  } catch (error) {
    if (!(error instanceof CareError)) throw error;
    log.error('the store cannot be opened', { code: error.code, reason: error.data.reason ?? '' });
    return brokenStore(options.dataDir, error);
  }
};

/**
 * Opens the store of a folder, making it where there is none, and holds its lock until closed.
 * @throws StoreHeldError where another process has it
 */
export const startHost = async (options: HostOptions): Promise<Host> => {
  const { dataDir } = options;
  const lock = lockStore(dataDir, 'desk', 'desk');
  const log = options.log ?? openLog(dataDir);
  let store: Store;
  try {
    store = await open(options, log);
  } catch (error) {
    lock.release();
    throw error;
  }
  const now = options.now ?? Date.now;
  const events = new DeskEvents(store);
  const uploads = new Uploads(dataDir);
  const services: HostServices = {
    auth: new Auth(store, now),
    events,
    facts: new StoreFacts(store),
    exports: new ExportJobs(store, log),
    attachments: new Attachments(store, uploads, log),
    imports: new ImportJobs(store, uploads, (event) => events.emit(event), log),
  };
  const points = new PointsJob(store, log);
  const complaints = new ComplaintJob(store, log);
  const tasks = new TaskJob(store, log, usualTimes, () => services.imports.busy);
  const handlers = makeHandlers(makeRouter(store, services), log);
  const instance = randomUUID();
  const servers = new Set<Server>();
  void removeLeftovers(dataDir, Date.now()).catch((error: unknown) => log.error('leftovers stay', {}, error));

  return {
    store,
    services,
    instance,
    log,
    listen: async (port) => {
      const storeId = await services.facts.read().then(
        (info) => info.storeId,
        () => 'none',
      );
      const rendererDir = options.rendererDir ?? builtRenderer();
      const server = makeServer({ services, handlers, uploads, log, storeId, instance, rendererDir });
      const bound = await listen(server, port);
      servers.add(server);
      server.on('error', (error) => log.error('the server failed', {}, error));
      lock.setPort(bound);
      log.info('listening', { port: bound });
      return bound;
    },
    serve: (port, memory) => servePort(port, { services, handlers, uploads, log }, memory),
    close: async () => {
      services.events.close();
      await points.close();
      await complaints.close();
      await tasks.close();
      await services.imports.close();
      await services.exports.close();
      await Promise.all([...servers].map(closeServer));
      services.auth.close();
      services.facts.close();
      await store.close();
      lock.release();
    },
  };
};

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // streams and slow clients get a moment to end by themselves
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
