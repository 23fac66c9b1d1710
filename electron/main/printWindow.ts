import type { BrowserWindow } from 'electron';
import type { PrintWindow } from './printJobs.ts';

/** A window of Electron's as one that prints. */
export const printWindow = (window: BrowserWindow): PrintWindow => {
  const { webContents } = window;
  return {
    id: webContents.id,
    load: (address) => window.loadURL(address),
    show: () => window.show(),
    print: (options) =>
      new Promise((resolve) => {
        if (window.isDestroyed()) return resolve({ taken: false, reason: 'the window is gone' });
        webContents.print(options, (taken, reason) => resolve({ taken, reason }));
      }),
    close: () => {
      if (!window.isDestroyed()) window.destroy();
    },
    onGone: (listener) => {
      window.on('closed', listener);
      webContents.on('render-process-gone', listener);
    },
  };
};
