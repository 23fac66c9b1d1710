import type { ShellBridge } from '../../db/contract/shell.ts';

/** What the preload of the Electron shell has put there; undefined in a browser, and where there is no page at all. */
const offered = (globalThis as { readonly caredesk?: ShellBridge }).caredesk;

/** The shell around this page, or null in a browser. */
export const shell: ShellBridge | null = typeof offered?.connect === 'function' ? offered : null;
