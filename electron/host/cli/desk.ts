import { join } from 'node:path';
import { defaultPort } from '../defaultPort.ts';
import { type Host, startHost } from '../host.ts';
import { type Holder, lockHolder, StoreHeldError } from '../lock.ts';
import { type CliCommand, type CliContext, numberOption, RefusedError, said } from './command.ts';
import { holdsStore } from './dataFolder.ts';
import { openBrowser } from './openBrowser.ts';

/** how long another desk of this store may take until it listens */
const startingMs = 15_000;

const addressOf = (port: number): string => `http://127.0.0.1:${port}`;
const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

/** @throws RefusedError where the port that was asked for is taken; the default one gives way to a free one */
const listenOnPort = async (host: Host, asked: number | undefined): Promise<number> => {
  try {
    return await host.listen(asked ?? defaultPort);
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (asked === undefined) return host.listen(0);
    throw new RefusedError('CONFLICT', `端口 ${asked} 已被别的程序占用`, `Port ${asked} is taken by another program`);
  }
};

const answers = async (port: number): Promise<boolean> => {
  try {
    const response = await fetch(`${addressOf(port)}/api/health`, { signal: AbortSignal.timeout(2_000) });
    const body: unknown = await response.json();
    // a desk whose store is broken answers too, with what is wrong
    return typeof body === 'object' && body !== null;
  } catch {
    return false;
  }
};

/** The address of this store's own desk that runs already. @throws StoreHeldError where what holds it is no desk */
const runningDesk = async (dataDir: string, first: Holder): Promise<number> => {
  if (first.kind !== 'desk') throw new StoreHeldError(first);
  const until = Date.now() + startingMs;
  for (let holder: Holder | null = first; holder?.kind === 'desk' && Date.now() < until; holder = lockHolder(dataDir)) {
    if (holder.port !== null && (await answers(holder.port))) return holder.port;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new StoreHeldError(first);
};

const announce = async (context: CliContext, port: number): Promise<void> => {
  const url = addressOf(port);
  if (context.json) process.stdout.write(`${JSON.stringify({ url, port })}\n`);
  else context.print(`CareDesk ready at ${url}`);
  if (context.values['open'] === true && !(await openBrowser(url))) {
    context.tell(said(`请在浏览器中打开 ${url}`, `Open ${url} in a browser`));
  }
};

const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    // the servers keep the process alive
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

export const desk: CliCommand = {
  usage: said(
    'caredesk desk [--port N] [--demo] [--open]   启动浏览器工作台；--port 0 任选端口，--demo 打开示例店',
    'caredesk desk [--port N] [--demo] [--open]   serve the browser desk; --port 0 picks one, --demo opens a sample store',
  ),
  options: { port: { type: 'string' }, demo: { type: 'boolean' }, open: { type: 'boolean' } },
  run: async (context) => {
    const asked = numberOption(context, 'port', 0, 65_535);
    const isDemo = context.values['demo'] === true;
    const dataDir = isDemo ? join(context.dataDir, 'demo') : context.dataDir;
    const done = { exit: 0, json: undefined, text: [] } as const;
    let host: Host;
    try {
      if (isDemo && !holdsStore(dataDir) && !lockHolder(dataDir)) {
        const { buildDemoIn, deskDemoSize } = await import('./demo.ts');
        await buildDemoIn(context, dataDir, deskDemoSize);
      }
      host = await startHost({ dataDir });
    } catch (error) {
      if (!(error instanceof StoreHeldError)) throw error;
      await announce(context, await runningDesk(dataDir, error.holder));
      return done;
    }
    // one call that went wrong is no reason to close the desk of everybody
    process.on('unhandledRejection', (error) => host.log.error('a promise that nobody awaited', {}, error));
    try {
      await announce(context, await listenOnPort(host, asked));
      await untilStopped(context.signal);
    } finally {
      await host.close();
    }
    return done;
  },
};
