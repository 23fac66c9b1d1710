/**
 * `node build/scripts/readmePicture.mjs`: takes the README's picture, the page of a member of the sample store at 1366×768 in
 * light, into build/pictures/customer.png. Builds what is stale; the store is made in a folder of its own and removed again.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';
import { packagedNode } from './packagedNode.mjs';
import { palettePng } from './palettePng.mjs';
import { root } from './root.mjs';
import { outFolder } from './stale.mjs';

/** bytes; the picture is kept in git */
const MOST = 200_000;
const picture = join(root, 'build', 'pictures', 'customer.png');

const executablePath = await findChromium();
if (!executablePath) throw new Error('没有找到浏览器 No Chromium: set CAREDESK_CHROMIUM.');
const node = packagedNode();
if (!node) throw new Error('请先运行 npm ci Run npm ci first.');
if (!(await ensureBuilt(node))) throw new Error('构建失败 The build failed.');
const dataDir = mkdtempSync(join(tmpdir(), 'caredesk-picture-'));
const host = spawn(
  node,
  [join(outFolder('host'), 'caredesk.js'), 'desk', '--demo', '--port', '0', '--json', '--data', dataDir],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const gone = new Promise((resolve) => host.once('exit', resolve));
try {
  await take(await address());
} finally {
  host.kill();
  await gone;
  rmSync(dataDir, { recursive: true, force: true });
}
const { size } = statSync(picture);
console.log(`${picture}: ${size} bytes`);
if (size > MOST) throw new Error(`图片太大 The picture is larger than ${MOST} bytes.`);

/** Where the desk listens: its first line of JSON that says so. @returns {Promise<string>} */
async function address() {
  for await (const line of createInterface({ input: host.stdout })) {
    const said = JSON.parse(line);
    if (typeof said.url === 'string') return said.url;
  }
  throw new Error('服务没有启动 The desk did not start.');
}

/** @param {string} baseURL */
async function take(baseURL) {
  const browser = await chromium.launch({
    executablePath: String(executablePath),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const context = await browser.newContext({
      baseURL,
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await context.request.post('/api/session/login', { data: { name: 'qiantai', password: 'demo-2026' } });
    /** @param {string} entry @param {object} input */
    const call = async (entry, input) =>
      (await (await context.request.post(`/rpc/${entry}`, { data: { json: input } })).json()).json;
    const page = await context.newPage();
    await page.goto(`/#/customers/${await goodCustomer(call)}`);
    await page.getByRole('listitem').filter({ hasText: '¥' }).first().waitFor();
    await page.waitForFunction(() => [...document.querySelectorAll('dd')].every((value) => value.textContent));
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    mkdirSync(join(root, 'build', 'pictures'), { recursive: true });
    writeFileSync(picture, palettePng(await page.screenshot({ animations: 'disabled' })));
  } finally {
    await browser.close();
  }
}

/**
 * A member with a card worth showing, two vehicles, family, something due and much that happened.
 * @param {(entry: string, input: object) => Promise<any>} call
 * @returns {Promise<string>} id
 */
async function goodCustomer(call) {
  const { rows } = await call('customers/list', { filter: { tier: 'gold' }, sort: 'lastVisit', limit: 200 });
  const pages = [];
  for (const { id } of rows) pages.push(await call('customers/get', { id }));
  const worth = (/** @type {any} */ page) =>
    4 * Number(page.vehicles.length === 2) +
    3 * Number(page.relations.length > 0) +
    9 * Number(page.due.length >= 2 && page.due.length <= 3) +
    4 * Number(page.due.every((/** @type {any} */ item) => item.days > -60)) +
    4 * Number(page.due.some((/** @type {any} */ item) => item.urgency === 'soon')) +
    2 * Number(page.consents.length > 1) +
    Number(page.counts.note > 0) +
    Number(page.customer.tags.length > 0) +
    Number(page.customer.birthday !== null) +
    Math.min(page.spend.visits, 8);
  const [best] = pages.sort((a, b) => worth(b) - worth(a));
  return best.customer.id;
}
