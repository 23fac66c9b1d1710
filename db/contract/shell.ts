import type { ErrorCode, ErrorData } from './errors.ts';

/** Why the host is away where it said so itself: another program has the store, it could not start. */
export interface HostTrouble {
  readonly code: ErrorCode;
  readonly data: ErrorData;
}

export type ShellLanguage = 'zh-CN' | 'en';

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
} as const;
