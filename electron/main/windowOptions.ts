import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
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

/** Sandboxed, in a world of its own, without Node and without any reach beyond the bridge. */
const safely = (preload: string, withDevTools: boolean): WebPreferences => ({
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
});

/** The desk's window. */
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
  webPreferences: safely(preload, withDevTools),
});

/** A window that prints: it is there unseen until somebody is to look at what will be printed, and works as fast unseen. */
export const printWindowOptions = ({
  title,
  preload,
  icon,
  withDevTools,
}: Pick<WindowLooks, 'title' | 'preload' | 'icon' | 'withDevTools'>): BrowserWindowConstructorOptions => ({
  width: 760,
  height: 720,
  show: false,
  autoHideMenuBar: true,
  backgroundColor: '#ffffff',
  title,
  ...(icon === null ? {} : { icon }),
  webPreferences: { ...safely(preload, withDevTools), backgroundThrottling: false },
});
