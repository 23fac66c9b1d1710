import type { BrowserWindow, Dialog, Menu } from 'electron';
import { deskAddress } from './appScheme.ts';
import { writeKept } from './keptFile.ts';
import { contextTemplate } from './menu.ts';
import type { MenuTexts } from './menuTexts.ts';
import { afterCrash } from './renderCrash.ts';
import type { WindowState } from './windowState.ts';

/** a drag of the window's edge is many changes */
const settleMs = 500;

/** Keeps how the window stands, from now until it closes. */
export const keepWindowState = (window: BrowserWindow, file: string): void => {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    writeKept(file, JSON.stringify(state));
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, settleMs);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', keep);
};

export interface Mending {
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly texts: () => MenuTexts;
  readonly quit: () => void;
  readonly crashed: (reason: string) => void;
  readonly now?: () => number;
}

/** Begins the page anew where it crashed, and asks where that keeps happening or where it hangs. Drafts outlive it. */
export const mendPage = (window: BrowserWindow, { dialog, texts, quit, crashed, now = Date.now }: Mending): void => {
  const { webContents } = window;
  const crashes: number[] = [];
  let asking = false;
  const reload = (): void => {
    if (!window.isDestroyed()) void webContents.loadURL(deskAddress);
  };
  const ask = async (message: string, detail: string, buttons: readonly string[]): Promise<number> => {
    if (asking || window.isDestroyed()) return -1;
    asking = true;
    try {
      return (await dialog.showMessageBox(window, { type: 'warning', message, detail, buttons: [...buttons] }))
        .response;
    } finally {
      asking = false;
    }
  };
  webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashed(reason);
    crashes.push(now());
    if (afterCrash(crashes) === 'reload') return reload();
    const { pageCrashed, pageCrashedDetail, again, quit: leave } = texts();
    const answer = await ask(pageCrashed, pageCrashedDetail, [again, leave]);
    if (answer === 1) return quit();
    crashes.length = 0;
    if (answer === 0) reload();
  });
  window.on('unresponsive', async () => {
    const { pageHangs, pageHangsDetail, wait, again } = texts();
    if ((await ask(pageHangs, pageHangsDetail, [wait, again])) === 1) {
      webContents.forcefullyCrashRenderer();
    }
  });
  // the desk keeps drafts, so a page that would ask before it goes has nothing to lose
  webContents.on('will-prevent-unload', (event) => event.preventDefault());
};

/** The right button's menu, which Electron leaves to us. */
export const offerContextMenu = (
  window: BrowserWindow,
  menu: Pick<typeof Menu, 'buildFromTemplate'>,
  texts: () => MenuTexts,
): void => {
  window.webContents.on('context-menu', (_event, clicked) => {
    const template = contextTemplate(clicked, texts());
    if (template.length > 0) menu.buildFromTemplate(template).popup({ window });
  });
};
