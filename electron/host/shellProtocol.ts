import type { HostTrouble } from '../../db/contract/shell.ts';

/** From the shell's main process to the host in its utility process. `desk` comes with that desk's port. */
export type ToHost =
  | {
      readonly type: 'start';
      readonly dataDir: string;
      /** builds a sample store where the folder holds none */
      readonly demo: boolean;
      /** where the API listens for other software; null: the usual port, or any free one */
      readonly httpPort: number | null;
    }
  | {
      readonly type: 'desk';
      /** names the desk's window, for `session` */
      readonly desk: number;
      /** the session that this window had before, if any */
      readonly session: string | null;
    }
  | { readonly type: 'close' };

export type FromHost =
  | { readonly type: 'ready'; readonly httpPort: number | null }
  /** Somebody logged in or out at a desk: kept by the shell, so that a page or a host started anew goes on. */
  | { readonly type: 'session'; readonly desk: number; readonly token: string | null }
  /** Said before the host ends by itself. */
  | ({ readonly type: 'failed' } & HostTrouble);
