import { CareError } from '../../db/contract/errors.ts';
import type { HostTrouble } from '../../db/contract/shell.ts';
import { hostActor } from './callContext.ts';
import { holdsStore } from './cli/dataFolder.ts';
import { buildDemoIn, deskDemoSize } from './cli/demo.ts';
import { defaultPort } from './defaultPort.ts';
import type { DeskPort } from './deskPort.ts';
import { type Host, startHost } from './host.ts';
import { StoreHeldError } from './lock.ts';
import { openLog } from './log.ts';
import type { FromHost, ToHost } from './shellProtocol.ts';

/** `process.parentPort` of Electron's utility process. */
export interface ShellParent {
  on(type: 'message', listener: (event: { data: unknown; ports: readonly DeskPort[] }) => void): unknown;
  postMessage(message: FromHost): void;
}

type Start = Extract<ToHost, { type: 'start' }>;
type Desk = Extract<ToHost, { type: 'desk' }> & { readonly port: DeskPort };

/** What was posted gets out before the process ends. */
const partingMs = 100;

/**
 * The host as the Electron shell runs it: told by the main process where the data lies, handed a port for each desk. Desks
 * that come while the store opens wait. `end` ends the process: 0 after `close`, 1 where it could not start.
 */
export const serveShell = (parent: ShellParent, end: (code: number) => void): void => {
  let starting: Promise<Host | null> | null = null;

  const fail = ({ code, data }: HostTrouble): null => {
    parent.postMessage({ type: 'failed', code, data });
    setTimeout(() => end(1), partingMs);
    return null;
  };

  const start = async (asked: Start): Promise<Host | null> => {
    try {
      if (asked.demo && !holdsStore(asked.dataDir)) await buildSample(asked.dataDir);
      const host = await startHost({ dataDir: asked.dataDir });
      // one call that went wrong is no reason to end the desk
      process.on('unhandledRejection', (error) => host.log.error('a promise that nobody awaited', {}, error));
      parent.postMessage({ type: 'ready', httpPort: await listenFor(host, asked.httpPort) });
      return host;
    } catch (error) {
      if (!(error instanceof StoreHeldError)) openLog(asked.dataDir).error('the host cannot start', {}, error);
      return fail(troubleOf(error));
    }
  };

  const serve = async ({ port, desk, session }: Desk): Promise<void> => {
    const host = await starting;
    // without one the process ends, and the port with it
    host?.serve(port, { token: session, remember: (token) => parent.postMessage({ type: 'session', desk, token }) });
  };

  const close = async (): Promise<void> => {
    const host = await starting;
    // a host that could not start is ending already
    if (starting && !host) return;
    await host?.close();
    setTimeout(() => end(0), partingMs);
  };

  parent.on('message', ({ data, ports }) => {
    // the main process of the same program
    const message = data as ToHost;
    switch (message.type) {
      case 'start':
        starting ??= start(message);
        return;
      case 'desk': {
        const [port] = ports;
        if (port) void serve({ ...message, port });
        return;
      }
      case 'close':
        void close();
        return;
    }
  });
};

const buildSample = (dataDir: string): Promise<unknown> =>
  buildDemoIn(
    { actor: hostActor('shell'), signal: new AbortController().signal, progress: () => {} },
    dataDir,
    deskDemoSize,
  );

/** For other software of the store and a browser desk beside this one. Null where no port can be had: the shell needs none. */
const listenFor = async (host: Host, asked: number | null): Promise<number | null> => {
  for (const port of new Set([asked ?? defaultPort, 0])) {
    try {
      return await host.listen(port);
    } catch (error) {
      host.log.warn('the port cannot be had', { port, error: error instanceof Error ? error.message : '' });
    }
  }
  return null;
};

const troubleOf = (error: unknown): HostTrouble => {
  if (error instanceof StoreHeldError) return { code: 'BUSY', data: { reason: 'store-held' } };
  if (error instanceof CareError) return { code: error.code, data: error.data };
  return { code: 'INTERNAL', data: { reason: 'host-cannot-start' } };
};
