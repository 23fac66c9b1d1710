import type { BrowserWindowConstructorOptions } from 'electron';
import { leastSize, type Placed } from './windowState.ts';

export interface WindowLooks {
  readonly placed: Placed;
  readonly title: string;
  readonly dark: boolean;
  readonly preload: string;
  /** only Linux asks for it; elsewhere the program's own serves */
  readonly icon: string | null;
  readonly withDevTools: boolean;
}

/** The desk's window. Its page is sandboxed, in a world of its own, without Node and without any reach beyond the bridge. */
export const windowOptions = ({
  placed: { bounds },
  title,
  dark,
  preload,
  icon,
  withDevTools,
}: WindowLooks): BrowserWindowConstructorOptions => ({
  ...bounds,
  minWidth: Math.min(leastSize.width, bounds.width),
  minHeight: Math.min(leastSize.height, bounds.height),
  // shown with its first picture, on the ground that the page will have
  show: false,
  backgroundColor: dark ? '#131618' : '#f5f4f0',
  title,
  ...(icon === null ? {} : { icon }),
  webPreferences: {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: withDevTools,
  },
});
