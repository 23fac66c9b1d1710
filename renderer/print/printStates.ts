import type { PrintState } from '../../db/contract/shell.ts';
import { shell } from '../lib/shell.ts';

/** Message of a print page to the page that holds it in a frame. */
export const printMessage = 'caredesk:print';

export interface PrintMessage {
  readonly type: typeof printMessage;
  readonly state: PrintState;
}

/**
 * Says how far the page is, to whoever waits for it: the shell, the page around the frame, and whoever looks at
 * `<html data-print="ready">`.
 */
export const sayPrintState = (state: PrintState): void => {
  document.documentElement.dataset['print'] = state.state;
  if (shell) shell.sayPrintState(state);
  else if (window.parent !== window) {
    const message: PrintMessage = { type: printMessage, state };
    window.parent.postMessage(message, location.origin);
  }
};
