import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { electronProgram } from '../../build/scripts/electronRuntime.mjs';
import { outFolder } from '../../build/scripts/stale.mjs';
import { tempFolder } from '../contract/desk.ts';
import { zh } from '../e2e/texts.ts';
import { addCustomer, applyImport, atDesk, importWithErrors, logOutAndIn, setUpStore } from './journeySteps.ts';

const program = electronProgram();
const main = join(outFolder('main'), 'main.js');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** Why these journeys cannot be made here; undefined where they can. */
const missing = (): string | undefined => {
  if (!program) return 'the Electron runtime is not installed: npx install-electron';
  if (!hasDisplay) return 'there is no display: xvfb-run npm test';
  return existsSync(main) ? undefined : 'nothing is built: npm run build';
};
const reason = missing();
beforeEach(({ skip }) => skip(reason !== undefined, reason));

const folder = tempFolder('electron');
let app: ElectronApplication;
let page: Page;

const open = async (): Promise<void> => {
  if (!program) return;
  // root, as in a container, has no sandbox; the product is never started so
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  app = await _electron.launch({
    executablePath: program,
    args: [...asRoot, main, '--data', join(folder.path, 'data'), '--port', '0'],
    timeout: 60_000,
  });
  page = await app.firstWindow();
  page.setDefaultTimeout(15_000);
};
beforeAll(async () => {
  if (reason === undefined) await open();
});
afterAll(async () => {
  await app?.close();
  folder.remove();
});

describe('the shell', () => {
  it('opens its own page, sandboxed, with the bridge and nothing else', async () => {
    expect(page.url()).toMatch(/^app:\/\/caredesk\//);
    const seen = await page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { caredesk: object }).caredesk).sort(),
      node: ['require', 'process', 'Buffer', 'module', 'ipcRenderer'].filter((name) => name in window),
      secure: isSecureContext,
    }));
    expect(seen).toEqual({ bridge: ['connect', 'onAway', 'onCommand', 'setLanguage'], node: [], secure: true });
  });

  it('sets up, adds a customer, imports', async () => {
    await setUpStore(page);
    await addCustomer(page, '欧阳静宜', '13800138000');
    await importWithErrors(page);
  });

  it('saves a file where the system’s dialog says', async () => {
    const target = join(folder.path, 'saved.csv');
    await app.evaluate(({ session }, path) => {
      session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path));
    }, target);
    await page
      .getByRole('link', { name: zh('imports.check.download') })
      .first()
      .click();
    await expect.poll(() => readFile(target, 'utf8').catch(() => ''), { timeout: 15_000 }).toContain('李四');
    await applyImport(page);
  });

  it('has a Chinese menu that leads to pages', async () => {
    const labels = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    expect(labels).toEqual(expect.arrayContaining(['文件', '编辑', '查看', '帮助']));
    await app.evaluate(({ Menu }) => {
      const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === '查看');
      view?.submenu?.items.find(({ label }) => label === '客户')?.click();
    });
    await page.getByText('张三').first().waitFor();
  });

  it('goes nowhere else and opens nothing', async () => {
    const windows = app.windows().length;
    await page.evaluate(() => {
      window.open('https://example.com/');
      location.href = 'https://example.com/';
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(page.url()).toMatch(/^app:\/\/caredesk\//);
    expect(app.windows()).toHaveLength(windows);
    const fetched = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(fetched).toBe('refused');
    const outside = await page.evaluate(() =>
      fetch('app://caredesk/../../package.json').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(outside).toBe('refused');
    const place = await page.evaluate(
      () =>
        new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('told'),
            () => resolve('refused'),
          ),
        ),
    );
    expect(place).toBe('refused');
  });

  it('goes on after its host was killed, still logged in', async () => {
    await page.goto('app://caredesk/#/');
    const pid = await app.evaluate(
      ({ app: electron }) =>
        electron
          .getAppMetrics()
          .find(
            ({ type, serviceName, name }) => type === 'Utility' && `${serviceName}${name}`.includes('CareDesk host'),
          )?.pid,
    );
    expect(pid).toBeTypeOf('number');
    process.kill(pid as number, 'SIGKILL');
    await page.getByText(zh('common.recovery.away')).waitFor();
    await page.getByText(zh('common.recovery.away')).waitFor({ state: 'hidden', timeout: 30_000 });
    await addCustomer(page, '司马青山', '13900139000');
  });

  it('begins its page anew after that crashed', async () => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect.poll(() => app.windows().at(-1)?.url(), { timeout: 15_000 }).toMatch(/^app:\/\/caredesk\//);
    page = app.windows().at(-1) ?? page;
    await atDesk(page);
  });

  it('is one for a store, and comes to the front when it is opened again', async () => {
    if (!program) return;
    const { spawn } = await import('node:child_process');
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const second = spawn(program, [...asRoot, main, '--data', join(folder.path, 'data')], { stdio: 'ignore' });
    const code = await new Promise((resolve) => second.once('exit', resolve));
    expect(code).toBe(0);
    expect(app.windows()).toHaveLength(1);
  });

  it('keeps its window’s place, closes the store, and opens on it again', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.unmaximize();
      window?.setBounds({ x: 40, y: 50, width: 1100, height: 700 });
    });
    await page.waitForTimeout(800);
    await app.close();
    expect(existsSync(join(folder.path, 'data', 'host.lock'))).toBe(false);
    await open();
    const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
    expect(bounds).toMatchObject({ width: 1100, height: 700 });
    await logIn();
  });

  it('logs out and in', async () => {
    await logOutAndIn(page);
  });
});

/** A new start asks who is there. */
const logIn = async (): Promise<void> => {
  const { adminPassword } = await import('../contract/desk.ts');
  await page.getByLabel(new RegExp(`^${zh('session.name')}`)).fill('王经理');
  await page.getByLabel(new RegExp(`^${zh('session.password')}`)).fill(adminPassword);
  await page.getByRole('button', { name: zh('session.login'), exact: true }).click();
  await atDesk(page);
};
