import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { type ShellLanguage, shellChannels } from '../../db/contract/shell.ts';
import { defaultDataDir } from '../host/cli/dataFolder.ts';
import { openLog } from '../host/log.ts';
import { version } from '../host/version.ts';
import { appScheme, deskAddress, schemeName } from './appScheme.ts';
import { serveBridge } from './deskBridge.ts';
import { keepWindowState, mendPage, offerContextMenu } from './deskWindow.ts';
import { guardContents, guardSession } from './guards.ts';
import { HostProcess } from './hostProcess.ts';
import { readKept, writeKept } from './keptFile.ts';
import { launchArguments } from './launchArguments.ts';
import { menuTemplate } from './menu.ts';
import { menuTexts, shellLanguage } from './menuTexts.ts';
import { openPages } from './pages.ts';
import { PrintJobs } from './printJobs.ts';
import { printWindow } from './printWindow.ts';
import { programFiles } from './programFiles.ts';
import { takeDownload } from './saving.ts';
import { printWindowOptions, windowOptions } from './windowOptions.ts';
import { parseWindowState, placeWindow } from './windowState.ts';

/**
 * The shell: a window on the desk's page, and the host beside it. What is decided here is decided in the files beside this one,
 * which know Electron's types alone; this one holds its objects and joins them.
 */
const { dataDir, demo, httpPort } = launchArguments(process.argv.slice(1), defaultDataDir());
const shellDir = join(dataDir, 'shell');
const languageFile = join(shellDir, 'language');
const windowFile = join(shellDir, 'window.json');
const files = programFiles(import.meta.dirname);
const withDevTools = !app.isPackaged;
const isMac = process.platform === 'darwin';

app.setName('CareDesk');
if (process.platform === 'win32') app.setAppUserModelId('cn.caredesk.desk');
try {
  // what the page keeps (drafts, preferences) lies with the store it belongs to, and there is one shell for each store
  mkdirSync(shellDir, { recursive: true });
  app.setPath('userData', shellDir);
} catch {
  // a folder that cannot be written to is told by the host, in words
}
app.enableSandbox();
protocol.registerSchemesAsPrivileged([appScheme]);

if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  const log = openLog(dataDir, 'shell');
  const refused = (what: string): void => log.warn('refused', { what });
  const desks = new Set<number>();
  let window: BrowserWindow | null = null;
  let language: ShellLanguage = 'zh-CN';
  const texts = () => menuTexts[language];
  process.on('uncaughtException', (error) => log.error('the shell has failed', {}, error));
  process.on('unhandledRejection', (error) => log.error('a promise that nobody awaited', {}, error));

  const host = new HostProcess({
    fork: () => {
      const child = utilityProcess.fork(files.host, [], {
        serviceName: 'CareDesk host',
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child.stderr?.on('data', (said: Buffer) =>
        log.warn('the host says', { said: said.toString('utf8').slice(0, 2_000) }),
      );
      // its exit follows
      child.on('error', (type) => log.error('the host has failed', { type }));
      return child;
    },
    start: { dataDir, demo, httpPort },
    onAway: (trouble) => window?.webContents.send(shellChannels.away, trouble),
    log,
  });

  const printing = new PrintJobs({
    openWindow: () =>
      printWindow(
        new BrowserWindow(
          printWindowOptions({
            title: texts().appName,
            preload: files.preload,
            icon: process.platform === 'linux' ? files.icon : null,
            withDevTools,
          }),
        ),
      ),
    tell: (desk, state) => {
      if (window?.webContents.id === desk) window.webContents.send(shellChannels.printState, state);
    },
    failed: (reason) => log.warn('a print job failed', { reason }),
  });

  const showMenu = (): void => {
    const perform = (command: string): void => window?.webContents.send(shellChannels.command, command);
    const openLogs = (): void => void shell.openPath(join(dataDir, 'logs'));
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate({ texts: texts(), mac: isMac, withDevTools, perform, openLogs })),
    );
    app.setAboutPanelOptions({ applicationName: texts().appName, applicationVersion: version, copyright: 'MIT' });
  };

  const openWindow = (): void => {
    const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
    const placed = placeWindow(parseWindowState(readKept(windowFile)), screens);
    const icon = process.platform === 'linux' ? files.icon : null;
    const dark = nativeTheme.shouldUseDarkColors;
    const made = new BrowserWindow(
      windowOptions({ placed, title: texts().appName, dark, preload: files.preload, icon, withDevTools }),
    );
    window = made;
    const desk = made.webContents.id;
    desks.add(desk);
    keepWindowState(made, windowFile);
    mendPage(made, {
      dialog,
      texts,
      quit: () => app.quit(),
      crashed: (reason) => log.error('the page has crashed', { reason }),
    });
    offerContextMenu(made, Menu, texts);
    made.once('ready-to-show', () => {
      if (placed.maximized) made.maximize();
      made.show();
    });
    made.on('closed', () => {
      desks.delete(desk);
      printing.cancel(desk);
      host.forget(desk);
      window = null;
    });
    void made.loadURL(deskAddress);
  };

  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, {
      httpPort: () => host.httpPort,
      openOutside: (address) => void shell.openExternal(address),
      refused,
    }),
  );
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void host.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
  serveBridge(ipcMain, {
    windows: desks,
    newChannel: () => new MessageChannelMain(),
    host,
    onLanguage: (said) => {
      if (said === language) return;
      language = said;
      writeKept(languageFile, said);
      showMenu();
    },
    printers: async () =>
      ((await window?.webContents.getPrintersAsync()) ?? []).map(({ name, displayName }) => ({
        name,
        label: displayName || name,
      })),
    printing,
    refused,
  });

  const open = async (): Promise<void> => {
    // the system's is known from now on
    language = shellLanguage(readKept(languageFile), app.getLocale());
    host.start();
    const own = session.defaultSession;
    guardSession(own, withDevTools, refused);
    own.on('will-download', (_event, item) => {
      if (!takeDownload(item, app.getPath('documents'), texts())) refused('download');
    });
    protocol.handle(schemeName, await openPages(files.pages));
    showMenu();
    openWindow();
  };
  void app
    .whenReady()
    .then(open)
    .catch((error: unknown) => {
      log.error('the shell cannot start', {}, error);
      dialog.showErrorBox(texts().cannotStart, texts().cannotStartDetail);
      app.quit();
    });
}
