/**
 * `node build/scripts/readmePicture.mjs`: takes the README's pictures of the sample store at 1366×768 in light into build/pictures:
 * customer.png, the page of a member, and board.png, the middle of a day on the board. Builds what is stale; the store is made in
 * a folder of its own and removed again.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';
import { packagedNode, thisNodeWillDo } from './packagedNode.mjs';
import { palettePng } from './palettePng.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { outFolder } from './stale.mjs';

/** bytes; the picture is kept in git */
const MOST = 200_000;
const folder = join(root, 'build', 'pictures');
const names = ['customer', 'board'];

if (!thisNodeWillDo()) {
  process.exit(await run(String(packagedNode()), [fileURLToPath(import.meta.url)]));
}
// the day is the one that the journeys are walked in; it is not JavaScript, and an older Node would stumble over it
const { sampleDay } = await import(new URL('../../test/e2e/sampleDay.ts', import.meta.url).href);
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
for (const name of names) {
  const { size } = statSync(pictureOf(name));
  console.log(`${pictureOf(name)}: ${size} bytes`);
  if (size > MOST) throw new Error(`图片太大 ${name}: the picture is larger than ${MOST} bytes.`);
}

/** Where the desk listens: its first line of JSON that says so. @returns {Promise<string>} */
async function address() {
  for await (const line of createInterface({ input: host.stdout })) {
    const said = JSON.parse(line);
    if (typeof said.url === 'string') return said.url;
  }
  throw new Error('服务没有启动 The desk did not start.');
}

/** @param {string} name */
function pictureOf(name) {
  return join(folder, `${name}.png`);
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
    /** @param {string} name */
    const logIn = (name) => context.request.post('/api/session/login', { data: { name, password: 'demo-2026' } });
    /** @param {string} entry @param {object} input */
    const call = async (entry, input = {}) => {
      const answer = await context.request.post(`/rpc/${entry.replace('.', '/')}`, { data: { json: input } });
      if (!answer.ok()) throw new Error(`${entry}: ${await answer.text()}`);
      return (await answer.json()).json;
    };
    const page = await context.newPage();
    /** @param {string} name */
    const keep = async (name) => {
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      writeFileSync(pictureOf(name), palettePng(await page.screenshot({ animations: 'disabled' })));
    };
    mkdirSync(folder, { recursive: true });
    await logIn('qiantai');
    await page.goto(`/#/customers/${await goodCustomer(call)}`);
    await page.getByRole('listitem').filter({ hasText: '¥' }).first().waitFor();
    await page.waitForFunction(() => [...document.querySelectorAll('dd')].every((value) => value.textContent));
    await keep('customer');

    await logIn('admin');
    await sampleDay(call, join(dataDir, 'demo'));
    await logIn('qiantai');
    await page.goto('about:blank');
    await page.goto('/#/?view=board');
    await page.locator('[data-card]').nth(10).waitFor();
    await keep('board');
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
  const { rows } = await call('customers.list', { filter: { tier: 'gold' }, sort: 'lastVisit', limit: 200 });
  const pages = [];
  for (const { id } of rows) pages.push(await call('customers.get', { id }));
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
