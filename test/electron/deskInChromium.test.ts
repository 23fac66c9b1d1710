import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WebContentsPrintOptions } from 'electron';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../build/scripts/chromium.mjs';
import { outFolder } from '../../build/scripts/stale.mjs';
import { shellChannels } from '../../db/contract/shell.ts';
import { lockStore } from '../../electron/host/lock.ts';
import { appOrigin, deskAddress } from '../../electron/main/appScheme.ts';
import { openPages } from '../../electron/main/pages.ts';
import type { PrintWindow } from '../../electron/main/printJobs.ts';
import { tempFolder } from '../contract/desk.ts';
import { openPdf } from '../e2e/pdf.ts';
import { zh } from '../e2e/texts.ts';
import {
  addCustomer,
  applyImport,
  atDesk,
  importWithErrors,
  logOutAndIn,
  saveErrorFile,
  setUpStore,
} from './journeySteps.ts';
import { bridgePage } from './pageBridge.ts';
import { type DeskInNode, openShellInNode, type ShellInNode } from './shellInNode.ts';

/**
 * The desk as the shell shows it, without the shell: its built pages with their strict policy, its bridge and its host, in Chromium.
 * What is left to the real runtime is `journeys.test.ts`.
 */
const origin = 'http://caredesk.localhost';
const built = outFolder('renderer');
const folder = tempFolder('shell');
let shell: ShellInNode;
let desk: DeskInNode;
let browser: Browser;
let page: Page;
const faults: string[] = [];
/** What the printers were given. */
const handed: { readonly options: WebContentsPrintOptions; readonly pdf: Buffer }[] = [];

/** A window that prints as the shell opens one: a page of its own with a bridge of its own. Its printer makes a PDF. */
const openPrintWindow = (printed: DeskInNode): PrintWindow => {
  const opening = page.context().newPage();
  return {
    id: printed.id,
    load: async (address) => {
      const window = await opening;
      listenTo(window);
      await bridgePage(window, printed);
      await window.goto(address.replace(appOrigin, origin));
    },
    show: () => {},
    print: async (options) => {
      handed.push({ options, pdf: await (await opening).pdf({ preferCSSPageSize: true, printBackground: true }) });
      return { taken: true, reason: '' };
    },
    close: () => void opening.then((window) => window.close()),
    onGone: () => {},
  };
};

const listenTo = (opened: Page): void => {
  opened.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  opened.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  opened.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // a page that is left stops what it was fetching
    if (why !== 'net::ERR_ABORTED') faults.push(`${why}: ${request.url()}`);
  });
  opened.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api') || new URL(request.url()).pathname.startsWith('/rpc'))
      faults.push(`asked over HTTP: ${request.url()}`);
  });
};

beforeEach(({ skip }) => skip(!existsSync(join(built, 'index.html')), 'nothing is built: npm run build'));
beforeAll(async () => {
  if (!existsSync(join(built, 'index.html'))) return;
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('No Chromium: set CAREDESK_CHROMIUM.');
  // another build meanwhile takes the old files away
  cpSync(built, join(folder.path, 'renderer'), { recursive: true });
  const pages = await openPages(join(folder.path, 'renderer'));
  shell = openShellInNode(join(folder.path, 'data'), {
    waits: [1_500],
    printers: [{ name: 'Evolis_Primacy', label: 'Evolis Primacy' }],
    openPrintWindow,
  });
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    // without a UTF-8 locale a download loses its Chinese name
    env: { ...process.env, LANG: 'C.UTF-8' },
  });
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) return route.abort();
    const answer = await pages({
      url: deskAddress + url.pathname.slice(1),
      method: route.request().method(),
    } as Request);
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  page = await context.newPage();
  listenTo(page);
  desk = shell.newDesk();
  await bridgePage(page, desk);
  await page.goto(`${origin}/`);
});
afterAll(async () => {
  await browser?.close();
  await shell?.close();
  folder.remove();
});

describe('the desk in the shell’s clothes', () => {
  it('sets up, and tells the shell its language', async () => {
    await setUpStore(page);
    expect(shell.languages).toEqual(['zh-CN']);
  });

  it('adds a customer', async () => {
    await addCustomer(page, '欧阳静宜', '13800138000');
  });

  it('takes a file in and gives one out over ports', async () => {
    await importWithErrors(page);
    await saveErrorFile(page);
    await applyImport(page);
  });

  it('prints a card from a window of its own, silently to the printer that was chosen for cards', async () => {
    const { hits } = await desk.client.customers.search({ q: '欧阳静宜' });
    const customerId = hits[0]?.id ?? '';
    const { cardNumber } = await desk.client.members.join({
      customerId,
      mode: 'fee',
      tier: 'gold',
      feeFen: 10_000,
      receiptNo: 'A1',
    });
    await page.goto(`${origin}/#/printing/printers`);
    await page.getByLabel(zh('printing.printers.devices.paper.card')).selectOption({ label: 'Evolis Primacy' });
    await page.goto(`${origin}/#/printing/queue`);
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('Control+p');
    await page.getByText(zh('printing.queue.done', { count: 1 })).waitFor();
    expect(handed).toMatchObject([
      { options: { silent: true, deviceName: 'Evolis_Primacy', pageSize: { width: 85_600, height: 53_980 } } },
    ]);
    const pdf = await openPdf(handed[0]?.pdf ?? Buffer.alloc(0));
    expect(pdf.pages).toHaveLength(2);
    expect(pdf.pages[0]?.text).toContain('欧阳静宜');
    expect((await pdf.pages[1]?.scan())?.map(({ text }) => text)).toEqual([cardNumber, cardNumber]);
    pdf.close();
    expect((await desk.client.printing.log({})).rows[0]).toMatchObject({ document: 'card', what: cardNumber });
    expect((await desk.client.printing.queue({})).count).toBe(0);
  });

  it('does what the menu asks for', async () => {
    desk.tell(shellChannels.command, 'customers.list');
    await page.getByText('张三').first().waitFor();
    desk.tell(shellChannels.command, 'no.such');
    desk.tell(shellChannels.command, 'desk.help');
    await page
      .getByRole('heading', { name: `${zh('help.title')} · ${zh('help.topics.customers.title')}`, exact: true })
      .waitFor();
    await page.keyboard.press('Escape');
    desk.tell(shellChannels.command, 'settings.store');
    await page
      .getByRole('heading', { name: zh('settings.title') })
      .first()
      .waitFor();
    expect(page.url()).toBe(`${origin}/#/settings/store`);
  });

  it('goes on where it was after the host crashed: still logged in, what was typed still there', async () => {
    await page.keyboard.press('Alt+n');
    const name = page.getByLabel(new RegExp(`^${zh('customer.form.name')}`));
    await name.fill('司马青山');
    shell.crash();
    await page.getByText(zh('common.recovery.away')).waitFor();
    await page.getByText(zh('common.recovery.away')).waitFor({ state: 'hidden', timeout: 30_000 });
    expect(await name.inputValue()).toBe('司马青山');
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: '司马青山', exact: true }).first().waitFor();
  });

  it('says on the recovery page why there is no host, and goes on by itself', async () => {
    shell.crash();
    await expect.poll(() => shell.aways.length).toBe(2);
    const lock = lockStore(join(folder.path, 'data'), 'command', 'import');
    await page.reload();
    await page.getByRole('heading', { name: zh('common.recovery.title') }).waitFor();
    await page.getByText(zh('errors.reason.store-held')).waitFor();
    lock.release();
    await atDesk(page);
  });

  it('logs out and in', async () => {
    await logOutAndIn(page);
  });

  it('never asked for anything but its own pages, nor broke its policy', () => {
    expect(faults).toEqual([]);
  });
});
