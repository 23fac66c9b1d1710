import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from '../../build/scripts/chromium.mjs';
import { root } from '../../build/scripts/root.mjs';
import { isStale, outFolder } from '../../build/scripts/stale.mjs';
import { buildDemo } from '../../db/store/demo/buildDemo.ts';
import { type Host, startHost } from '../../electron/host/host.ts';
import { noLog } from '../../electron/host/log.ts';
import type { Language, ThemeChoice } from '../../renderer/lib/preferences.ts';
import { adminPassword, httpDesk, setUp, tempFolder } from '../contract/desk.ts';
import { literal } from './texts.ts';

/** The usual desk PC. */
const screen = { width: 1366, height: 768 } as const;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Looks {
  readonly language?: Language;
  readonly theme?: ThemeChoice;
}

/** One browser at one desk of the store: cookies and drafts are its own. */
export interface DeskPage extends Page {
  /** Logs in by the API and opens the desk at `path`; the log-in page itself has journeys of its own. */
  enter(name: string, password: string, path?: string): Promise<void>;
  /** A control by its label; one that must be filled has a star beside it. */
  field(label: string): Locator;
  button(name: string): Locator;
  /** Calls an entry of the API as whoever is logged in here. @throws the answer where it is an error */
  call<Output>(entry: string, input?: object): Promise<Output>;
}

export interface Journey {
  readonly host: Host;
  readonly base: string;
  readonly dataDir: string;
  /** ms by which the host's clock for sessions runs ahead */
  readonly clock: { ahead: number };
  newDesk(looks?: Looks): Promise<DeskPage>;
  /** A browser of its own whose profile is kept in a folder: closing the page's context ends it, as switching the computer off does. */
  startBrowserIn(profile: string): Promise<DeskPage>;
  /** Ends everything. @throws where a page threw or wrote an error to its console meanwhile */
  close(): Promise<void>;
}

/** A store: nothing in it, set up with one person of each role, or full of life. */
export type Beginning = 'empty' | 'setUp' | { readonly demoCustomers: number };

/** The administrator of a store that was set up; the others are called by their role, with `staffPassword`. */
export const boss = ['boss', adminPassword] as const;

/** A real store behind the real host, and a browser before it. */
export const openJourney = async (beginning: Beginning): Promise<Journey> => {
  const folder = tempFolder('e2e');
  const dataDir = join(folder.path, 'data');
  if (typeof beginning === 'object') await buildDemo(dataDir, { customers: beginning.demoCustomers, seed: 7 });
  const clock = { ahead: 0 };
  const host = await startHost({
    dataDir,
    log: noLog,
    rendererDir: builtRenderer(folder.path),
    now: () => Date.now() + clock.ahead,
  });
  const base = `http://127.0.0.1:${await host.listen(0)}`;
  if (beginning === 'setUp') await setUp(httpDesk({ base, host, dataDir, close: host.close }));
  const browser = await chromium.launch(await launching());
  const faults: string[] = [];
  return {
    host,
    base,
    dataDir,
    clock,
    newDesk: async (looks = {}) => deskIn(await browser.newContext(contextAt(base)), base, looks, faults),
    startBrowserIn: async (profile) => {
      const context = await chromium.launchPersistentContext(profile, { ...(await launching()), ...contextAt(base) });
      return deskIn(context, base, {}, faults);
    },
    close: async () => {
      await browser.close();
      await host.close();
      folder.remove();
      expect(faults).toEqual([]);
    },
  };
};

/** A copy of its own: another build meanwhile takes the old files away. */
const builtRenderer = (folder: string): string => {
  if (isStale('renderer')) {
    const built = spawnSync(process.execPath, [join(root, 'build', 'scripts', 'build.mjs'), 'renderer'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      // the desk is tested as it is delivered
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (built.status !== 0) throw new Error('The renderer cannot be built.');
  }
  const copy = join(folder, 'renderer');
  cpSync(outFolder('renderer'), copy, { recursive: true });
  return copy;
};

const launching = async () => {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('No Chromium: set CAREDESK_CHROMIUM.');
  // without a UTF-8 locale a download loses its Chinese name
  return { executablePath, args: flags, headless: true, env: { ...process.env, LANG: 'C.UTF-8' } };
};

const contextAt = (base: string): BrowserContextOptions => ({
  viewport: screen,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  colorScheme: 'light',
  reducedMotion: 'reduce',
  acceptDownloads: true,
  baseURL: base,
});

const deskIn = async (
  context: BrowserContext,
  base: string,
  { language = 'zh-CN', theme = 'light' }: Looks,
  faults: string[],
): Promise<DeskPage> => {
  // no test waits so long; a machine that is very busy may
  context.setDefaultTimeout(30_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: base });
  await context.addInitScript(
    (kept) => {
      if (location.protocol === 'http:' && !localStorage.getItem('caredesk.preferences'))
        localStorage.setItem('caredesk.preferences', kept);
    },
    JSON.stringify({ state: { theme, language }, version: 0 }),
  );
  const page = await context.newPage();
  listen(page, faults);
  typeAsAPerson(page);
  return Object.assign(page, {
    enter: (name: string, password: string, path = '/') => enter(page, name, password, path),
    field: (label: string) => page.getByLabel(new RegExp(`^${literal(label)}( \\*)?$`)),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    call: <Output>(entry: string, input: object = {}) => call<Output>(context, entry, input),
  });
};

/** from one key to the next, ms: a row of keys faster than 30 ms that ends with Enter or Tab is a scanner's (scannerKeys.ts) */
const personsGap = 40;

const typeAsAPerson = (page: Page): void => {
  const { keyboard } = page;
  const type = keyboard.type.bind(keyboard);
  keyboard.type = (text, options) => type(text, { delay: personsGap, ...options });
};

/** A call that is refused shows in the console as a resource that failed; anything else written there is a fault. */
const listen = (page: Page, faults: string[]): void => {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    faults.push(`${page.url()}: ${message.text()}`);
  });
};

const enter = async (page: Page, name: string, password: string, path: string): Promise<void> => {
  const answer = await page.request.post('/api/session/login', { data: { name, password } });
  expect(answer.status()).toBe(200);
  await page.goto(`/#${path}`);
  await page.getByRole('navigation', { name: /主导航|Main navigation/ }).waitFor();
};

const call = async <Output>(context: BrowserContext, entry: string, input: object): Promise<Output> => {
  const answer = await context.request.post(`/rpc/${entry.replace('.', '/')}`, { data: { json: input } });
  const body: { json: Output } = await answer.json();
  if (!answer.ok()) throw new Error(`${entry}: ${JSON.stringify(body)}`);
  return body.json;
};
