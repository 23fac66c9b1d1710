import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { root } from '../../build/scripts/root.mjs';
import type { Contract } from '../../db/contract/index.ts';
import { type ShellBridge, type ShellPrinter, shellChannels } from '../../db/contract/shell.ts';
import { noLog } from '../../electron/host/log.ts';
import { serveBridge } from '../../electron/main/deskBridge.ts';
import { type HostChild, HostProcess } from '../../electron/main/hostProcess.ts';
import { PrintJobs, type PrintWindow } from '../../electron/main/printJobs.ts';
import { exposeBridge } from '../../electron/preload/exposeBridge.ts';
import { HostPort } from '../../renderer/lib/hostPort.ts';
import { PortLink } from '../../renderer/lib/portLink.ts';

type Port = MessagePort;
type Heard = (event: { readonly ports: MessagePort[] }, ...values: unknown[]) => void;

/** As the shell is built, without Electron: its own main, preload and renderer pieces, joined by hand. */
export interface ShellInNode {
  readonly host: HostProcess<Port>;
  /** opens a desk: a page with a bridge and a port of its own */
  newDesk(): DeskInNode;
  /** the host dies as of a bug */
  crash(): void;
  readonly aways: unknown[];
  /** what the desks said their language is */
  readonly languages: string[];
  close(): Promise<void>;
}

export interface DeskInNode {
  readonly id: number;
  readonly bridge: ShellBridge;
  /** where ports from the host arrive: the page's window */
  readonly page: EventTarget;
  readonly hostPort: HostPort;
  readonly client: ContractRouterClient<Contract>;
  readonly failures: unknown[];
  /** the menu's, or another message of the main process */
  tell(channel: string, ...values: unknown[]): void;
}

/** The host's source, or its bundle. */
export const hostSource = join(root, 'electron', 'host', 'utility.ts');

export const openShellInNode = (
  dataDir: string,
  {
    file = hostSource,
    demo = false,
    waits = [50],
    printers = [],
    openPrintWindow,
  }: {
    file?: string;
    demo?: boolean;
    waits?: readonly number[];
    printers?: readonly ShellPrinter[];
    /** a window for a print page with a bridge of its own */
    openPrintWindow?: (page: DeskInNode) => PrintWindow;
  } = {},
): ShellInNode => {
  let worker: Worker | null = null;
  const aways: unknown[] = [];
  const languages: string[] = [];
  const windows = new Set<number>();
  const desks = new Map<number, (channel: string, ...values: unknown[]) => void>();
  const host = new HostProcess<Port>({
    fork: () => {
      worker = new Worker(new URL('./utilityProcess.mjs', import.meta.url), {
        workerData: { file: pathToFileURL(file).href },
        stderr: true,
      });
      return childOf(worker);
    },
    start: { dataDir, demo, httpPort: 0 },
    onAway: (trouble) => {
      aways.push(trouble);
      for (const tell of desks.values()) tell('caredesk:away', trouble);
    },
    log: noLog,
    waits,
  });
  // Electron's ipcMain
  const heard = new Map<string, (message: never, ...values: unknown[]) => void>();
  const answers = new Map<string, (message: never, ...values: unknown[]) => Promise<unknown>>();
  serveBridge<Port>(
    {
      on: (channel, listener) => heard.set(channel, listener as never),
      handle: (channel, listener) => answers.set(channel, listener as never),
    },
    {
      windows,
      newChannel: () => new MessageChannel() as unknown as { port1: Port; port2: Port },
      host,
      onLanguage: (language) => languages.push(language),
      printers: async () => printers,
      printing: new PrintJobs({
        openWindow: () => {
          if (!openPrintWindow) throw new Error('there is no window to print from');
          return openPrintWindow(newPage('app://caredesk/print.html'));
        },
        tell: (desk, state) => desks.get(desk)?.(shellChannels.printState, state),
        failed: (reason) => {
          throw new Error(reason);
        },
      }),
      refused: (what) => {
        throw new Error(`refused: ${what}`);
      },
    },
  );

  const newDesk = (): DeskInNode => {
    const made = newPage('app://caredesk/');
    windows.add(made.id);
    return made;
  };

  const newPage = (url: string): DeskInNode => {
    const id = desks.size + 1;
    // Electron's ipcRenderer of that page
    const listeners = new Map<string, Set<Heard>>();
    const tell = (channel: string, ports: MessagePort[], ...values: unknown[]): void => {
      for (const listener of listeners.get(channel) ?? []) listener({ ports }, ...values);
    };
    desks.set(id, (channel, ...values) => tell(channel, [], ...values));
    const message = {
      sender: { id, send: (channel: string, ...values: unknown[]) => tell(channel, [], ...values) },
      senderFrame: {
        url,
        origin: 'app://caredesk',
        parent: null,
        postMessage: (channel: string, _value: unknown, ports: MessagePort[] = []) => tell(channel, ports),
      },
    };
    const window = new EventTarget();
    let bridge: ShellBridge | null = null;
    exposeBridge(
      (_name, exposed) => {
        bridge = exposed;
      },
      {
        send: (channel, ...values) => heard.get(channel)?.(message as never, ...values),
        invoke: async (channel, ...values) => answers.get(channel)?.(message as never, ...values),
        on: (channel, listener) => listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
        off: (channel, listener) => listeners.get(channel)?.delete(listener),
      },
      {
        location: { origin: 'app://caredesk' },
        postMessage: (data, origin, ports) => {
          if (origin !== 'app://caredesk') throw new Error(`posted to ${origin}`);
          window.dispatchEvent(Object.assign(new Event('message'), { data, ports, source: window }));
        },
      },
    );
    if (!bridge) throw new Error('no bridge was exposed');
    const failures: unknown[] = [];
    const hostPort = new HostPort(bridge, window);
    const client: ContractRouterClient<Contract> = createORPCClient(
      new PortLink(hostPort, (error) => failures.push(error)),
    );
    return {
      id,
      bridge,
      page: window,
      hostPort,
      client,
      failures,
      tell: (channel, ...values) => tell(channel, [], ...values),
    };
  };

  host.start();
  return {
    host,
    newDesk,
    aways,
    languages,
    crash: () => worker?.postMessage({ data: { type: 'crash' }, ports: [] }),
    close: () => host.stop(),
  };
};

const childOf = (worker: Worker): HostChild<Port> => {
  // what ended it is told by its exit
  worker.on('error', () => {});
  return {
    on: (event: string, listener: (value: never) => void) => worker.on(event, listener as (value: unknown) => void),
    postMessage: (message, ports = []) => worker.postMessage({ data: message, ports }, ports as never),
    kill: () => {
      void worker.terminate();
      return true;
    },
  };
};
