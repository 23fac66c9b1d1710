import { ORPCError } from '@orpc/client';
import type { PrintState } from '../../db/contract/shell.ts';
import { type PrintMessage, printMessage } from '../print/printStates.ts';
import type { PreparedPage, PrintOptions } from './printing.ts';

/** Out of sight, and as wide as a sheet: a frame that is not shown at all lays nothing out. */
const makeFrame = (hash: string): HTMLIFrameElement => {
  const frame = document.createElement('iframe');
  frame.src = `print.html${hash}`;
  frame.tabIndex = -1;
  frame.inert = true;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, {
    position: 'fixed',
    top: '0',
    left: '-4000px',
    width: '900px',
    height: '600px',
    border: '0',
  } satisfies Partial<CSSStyleDeclaration>);
  return frame;
};

/** The page in the dialog that was opened last: it is needed until the dialog has it. */
let last: HTMLIFrameElement | null = null;

/**
 * Loads a print page into a frame of this page; null where it was cancelled first.
 * @throws ORPCError as the page says why it cannot be printed
 */
export const openPrintFrame = (hash: string, { signal, onProgress }: PrintOptions): Promise<PreparedPage | null> => {
  last?.remove();
  last = null;
  const frame = makeFrame(hash);
  return new Promise((resolve, reject) => {
    const end = (): void => {
      window.removeEventListener('message', onMessage);
      signal?.removeEventListener('abort', onAbort);
    };
    const onAbort = (): void => {
      end();
      frame.remove();
      resolve(null);
    };
    const onState = (state: PrintState): void => {
      switch (state.state) {
        case 'working':
          onProgress?.(state.done, state.total);
          return;
        case 'failed':
          end();
          frame.remove();
          reject(new ORPCError(state.code, { data: state.data }));
          return;
        case 'ready':
          end();
          resolve({
            drop: () => frame.remove(),
            print: async () => {
              last = frame;
              // returns when the dialog closes; what was chosen in it a page is not told
              frame.contentWindow?.print();
              return 'handedOver';
            },
          });
          return;
      }
    };
    const onMessage = ({ data, source, origin }: MessageEvent<Partial<PrintMessage> | null>): void => {
      if (source !== frame.contentWindow || origin !== location.origin) return;
      if (data?.type === printMessage && data.state) onState(data.state);
    };
    if (signal?.aborted) return resolve(null);
    window.addEventListener('message', onMessage);
    signal?.addEventListener('abort', onAbort);
    document.body.append(frame);
  });
};
