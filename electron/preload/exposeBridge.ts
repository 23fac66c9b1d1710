import {
  type HostTrouble,
  type PrintState,
  portMessage,
  type ShellBridge,
  shellChannels,
} from '../../db/contract/shell.ts';

type Listener = (event: { readonly ports: MessagePort[] }, ...values: unknown[]) => void;

/** Electron's `ipcRenderer`, as much of it as is used. */
export interface Outbox {
  send(channel: string, ...values: unknown[]): void;
  /** what the main process answers, as it answers it */
  invoke(channel: string, ...values: unknown[]): Promise<unknown>;
  on(channel: string, listener: Listener): unknown;
  off(channel: string, listener: Listener): unknown;
}

/** The page's window, as much of it as is used. */
export interface Page {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, origin: string, ports: MessagePort[]): void;
}

/** Hears one channel; the event itself, and with it Electron, never gets to the page. */
const hear = (outbox: Outbox, channel: string, tell: (value: unknown) => void): (() => void) => {
  const listener: Listener = (_event, value) => tell(value);
  outbox.on(channel, listener);
  return () => void outbox.off(channel, listener);
};

/**
 * Gives the page its functions and passes ports on to it. A port cannot go through the bridge itself, so it comes as a message
 * of the window, to a page of this origin alone.
 */
export const exposeBridge = (expose: (name: string, bridge: ShellBridge) => void, outbox: Outbox, page: Page): void => {
  outbox.on(shellChannels.port, ({ ports }) => page.postMessage(portMessage, page.location.origin, ports));
  expose('caredesk', {
    connect: () => outbox.send(shellChannels.connect),
    onAway: (listener) =>
      hear(outbox, shellChannels.away, (trouble) => listener((trouble ?? null) as HostTrouble | null)),
    onCommand: (listener) =>
      hear(outbox, shellChannels.command, (id) => {
        if (typeof id === 'string') listener(id);
      }),
    setLanguage: (language) => outbox.send(shellChannels.language, language),
    printers: () => outbox.invoke(shellChannels.printers) as ReturnType<ShellBridge['printers']>,
    preparePrint: (page) => outbox.invoke(shellChannels.preparePrint, page) as ReturnType<ShellBridge['preparePrint']>,
    print: (printer) => outbox.invoke(shellChannels.print, printer) as ReturnType<ShellBridge['print']>,
    cancelPrint: () => outbox.send(shellChannels.cancelPrint),
    onPrintState: (listener) => hear(outbox, shellChannels.printState, (state) => listener(state as PrintState)),
    sayPrintState: (state) => outbox.send(shellChannels.printState, state),
  });
};
