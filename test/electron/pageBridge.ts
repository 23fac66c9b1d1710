import { MessageChannel as NodeChannel } from 'node:worker_threads';
import type { Page } from 'playwright-core';
import { type PrintState, portMessage, type ShellBridge } from '../../db/contract/shell.ts';
import type { DeskInNode } from './shellInNode.ts';

/** What passes between the page and this process: JSON, in it bytes as `{base64}`, beside it ports by number. */
interface Passed {
  /** 0: the bridge itself */
  readonly port: number;
  readonly data: unknown;
  readonly ports: readonly number[];
}
interface PageSide {
  readonly shellHears: (passed: Passed) => void;
  readonly shellSends: (passed: Passed) => Promise<unknown>;
}

/**
 * Gives a page of Chromium the shell's bridge, before it is opened: its calls go to `desk`, and every port that either side sends
 * along is relayed, for a port cannot leave a browser. What Electron does between its processes, in other words.
 */
export const bridgePage = async (page: Page, desk: DeskInNode): Promise<void> => {
  const ports = new Map<number, MessagePort>();
  // even numbers are given here, odd ones in the page
  let lastPort = 0;

  const tellPage = (port: number, data: unknown, own: readonly number[] = []): void => {
    const passed: Passed = { port, data, ports: own };
    page.evaluate((given) => (window as unknown as PageSide).shellHears(given), passed).catch(() => {});
  };
  const relay = (port: MessagePort, id: number): void => {
    ports.set(id, port);
    port.addEventListener('message', ({ data, ports: own }) => {
      const numbers = own.map((one) => {
        lastPort += 2;
        relay(one, lastPort);
        return lastPort;
      });
      tellPage(id, packed(data), numbers);
    });
    port.addEventListener('close', () => tellPage(id, { closed: true }));
    port.start();
  };

  desk.page.addEventListener('message', (event) => {
    const [port] = (event as MessageEvent).ports;
    if (!port) return;
    lastPort += 2;
    relay(port, lastPort);
    tellPage(0, { opened: lastPort });
  });
  desk.bridge.onAway((trouble) => tellPage(0, { away: trouble }));
  desk.bridge.onCommand((id) => tellPage(0, { command: id }));
  desk.bridge.onPrintState((state) => tellPage(0, { printState: state }));
  await page.exposeFunction('shellSends', ({ port, data, ports: numbers }: Passed): unknown => {
    if (port === 0) return called(desk.bridge, data as Called);
    const own = numbers.map((id) => {
      const { port1, port2 } = new NodeChannel() as unknown as { port1: MessagePort; port2: MessagePort };
      relay(port1, id);
      return port2;
    });
    ports.get(port)?.postMessage(unpacked(data), own);
    return undefined;
  });
  await page.addInitScript(makePageSide, portMessage);
};

/** A function of the bridge, with what the page gave it; what it answers goes back. */
interface Called {
  readonly call: keyof ShellBridge;
  readonly args: readonly unknown[];
}
const called = (bridge: ShellBridge, { call, args }: Called): unknown => {
  const [first] = args;
  switch (call) {
    case 'connect':
      return bridge.connect();
    case 'setLanguage':
      return bridge.setLanguage(first === 'en' ? 'en' : 'zh-CN');
    case 'printers':
      return bridge.printers();
    case 'preparePrint':
      return bridge.preparePrint(String(first));
    case 'print':
      return bridge.print(first === null ? null : String(first));
    case 'cancelPrint':
      return bridge.cancelPrint();
    case 'sayPrintState':
      return bridge.sayPrintState(first as PrintState);
    case 'onAway':
    case 'onCommand':
    case 'onPrintState':
      throw new Error(`${call} is heard in the page`);
  }
};

const packed = (data: unknown): unknown => {
  const bytes = typeof data === 'object' && data !== null && 'data' in data ? data.data : null;
  return bytes instanceof Uint8Array
    ? { ...(data as object), data: { base64: Buffer.from(bytes).toString('base64') } }
    : data;
};
const unpacked = (data: unknown): unknown => {
  const bytes = (data as { data?: { base64?: unknown } } | null)?.data?.base64;
  return typeof bytes === 'string' ? { ...(data as object), data: new Uint8Array(Buffer.from(bytes, 'base64')) } : data;
};

/** Runs in the page, from its first moment; whole in itself. */
const makePageSide = (message: string): void => {
  const side = window as unknown as PageSide;
  const ports = new Map<number, MessagePort>();
  let lastPort = -1;
  const listeners = {
    away: new Set<(trouble: unknown) => void>(),
    command: new Set<(id: unknown) => void>(),
    printState: new Set<(state: unknown) => void>(),
  };
  const call = (name: string, ...args: unknown[]): Promise<unknown> =>
    side.shellSends({ port: 0, data: { call: name, args }, ports: [] });

  const base64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  };
  const pack = (data: { data?: unknown } | null): unknown =>
    data?.data instanceof ArrayBuffer ? { ...data, data: { base64: base64(new Uint8Array(data.data)) } } : data;
  const unpack = (data: { data?: { base64?: string } } | null): unknown =>
    typeof data?.data?.base64 === 'string'
      ? { ...data, data: Uint8Array.from(atob(data.data.base64), (letter) => letter.charCodeAt(0)) }
      : data;

  const relay = (port: MessagePort, id: number): void => {
    ports.set(id, port);
    port.onmessage = ({ data, ports: own }) => {
      const numbers = own.map((one) => {
        lastPort += 2;
        relay(one, lastPort);
        return lastPort;
      });
      void side.shellSends({ port: id, data: pack(data), ports: numbers });
    };
  };
  const twin = (id: number): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    relay(port1, id);
    return port2;
  };
  const hear = (set: Set<(value: unknown) => void>, listener: (value: never) => void): (() => void) => {
    set.add(listener as (value: unknown) => void);
    return () => set.delete(listener as (value: unknown) => void);
  };

  Object.assign(window, {
    shellHears: ({ port, data, ports: numbers }: Passed) => {
      const said = data as {
        opened?: number;
        away?: unknown;
        command?: unknown;
        printState?: unknown;
        closed?: boolean;
      } | null;
      if (port === 0 && said?.opened) window.postMessage(message, location.origin, [twin(said.opened)]);
      else if (port === 0 && said && 'away' in said) for (const listener of listeners.away) listener(said.away);
      else if (port === 0 && said?.printState) for (const listener of listeners.printState) listener(said.printState);
      else if (port === 0) for (const listener of listeners.command) listener(said?.command);
      else if (said?.closed) ports.get(port)?.close();
      else ports.get(port)?.postMessage(unpack(data as never), numbers.map(twin));
    },
    caredesk: {
      connect: () => void call('connect'),
      onAway: (listener: (trouble: never) => void) => hear(listeners.away, listener),
      onCommand: (listener: (id: never) => void) => hear(listeners.command, listener),
      onPrintState: (listener: (state: never) => void) => hear(listeners.printState, listener),
      setLanguage: (language: string) => void call('setLanguage', language),
      printers: () => call('printers'),
      preparePrint: (hash: string) => call('preparePrint', hash),
      print: (printer: string | null) => call('print', printer),
      cancelPrint: () => void call('cancelPrint'),
      sayPrintState: (state: unknown) => void call('sayPrintState', state),
    },
  });
};
