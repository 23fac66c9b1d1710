import type { ErrorCode, ErrorData } from './errors.ts';

/** Why the host is away where it said so itself: another program has the store, it could not start. */
export interface HostTrouble {
  readonly code: ErrorCode;
  readonly data: ErrorData;
}

export type ShellLanguage = 'zh-CN' | 'en';

/** A printer of this computer, as its system calls it. */
export interface ShellPrinter {
  readonly name: string;
  readonly label: string;
}

/** How far a print page is. It says `ready` once data, fonts and images are all there; sizes in thousandths of a millimetre. */
export type PrintState =
  | { readonly state: 'working'; readonly done: number; readonly total: number }
  | { readonly state: 'ready'; readonly pages: number; readonly width: number; readonly height: number }
  | { readonly state: 'failed'; readonly code: string; readonly data: ErrorData };

/** `cancelled`: somebody thought better of it, before or in the system's dialog. */
export type PrintOutcome = 'handedOver' | 'cancelled' | 'failed';

/**
 * What the Electron shell gives to a page of ours, as `window.caredesk`; a browser has none. It holds what a page cannot
 * do, and nothing more: whoever gets into the page gets this.
 */
export interface ShellBridge {
  /** Asks for a port to the host. It comes as a message of the window, `portMessage`; or `onAway` says why not. */
  connect(): void;
  /** The host ended, or cannot be had now; null where it did not say why. It is started again by itself. */
  onAway(listener: (trouble: HostTrouble | null) => void): () => void;
  /** The menu wants something done, by the name of the desk's own command: `imports.open`. */
  onCommand(listener: (id: string) => void): () => void;
  /** The desk's language, for the menu and the dialogs. */
  setLanguage(language: ShellLanguage): void;
  printers(): Promise<readonly ShellPrinter[]>;
  /** Loads a print page, `#/card?ids=…`, unseen, in place of the one before; answers once it is ready, has failed, or was cancelled. */
  preparePrint(page: string): Promise<PrintState | { readonly state: 'cancelled' }>;
  /** Prints what was prepared: silently to a printer of that name, or shown, with the system's dialog. */
  print(printer: string | null): Promise<PrintOutcome>;
  cancelPrint(): void;
  onPrintState(listener: (state: PrintState) => void): () => void;
  /** A print page says how far it is. */
  sayPrintState(state: PrintState): void;
}

/** `event.data` of the window's message that brings a port to the host. */
export const portMessage = 'caredesk:port';

/** Between the preload and the main process. */
export const shellChannels = {
  connect: 'caredesk:connect',
  port: 'caredesk:port',
  away: 'caredesk:away',
  command: 'caredesk:command',
  language: 'caredesk:language',
  printers: 'caredesk:printers',
  preparePrint: 'caredesk:preparePrint',
  print: 'caredesk:print',
  cancelPrint: 'caredesk:cancelPrint',
  printState: 'caredesk:printState',
} as const;
