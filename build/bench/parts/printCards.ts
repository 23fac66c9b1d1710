import type { Browser } from 'playwright-core';
import { openConnection } from '../../../db/store/connection.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import { hashOf } from '../../../renderer/print/printAsked.ts';
import { logIn, startBrowser } from '../benchBrowser.ts';
import { buildDesk, type DeskProcess, startDesk } from '../deskProcess.ts';
import type { Bench, Part } from '../part.ts';
import type { Measured } from '../row.ts';

const customers = 10_000;
/** the most of one print job */
const batch = 200;
/** a batch that is longer keeps somebody waiting at the printer */
const bound = 20_000;

const cardsOf = (dir: string): string[] => {
  const connection = openConnection(storeFileOf(dir), { readonly: true });
  try {
    return connection
      .prepare<[number], string>('SELECT id FROM memberCard WHERE deletedAt IS NULL ORDER BY id LIMIT ?')
      .pluck(true)
      .all(batch);
  } finally {
    connection.close();
  }
};

/** From the address of the print page to its last page in the printer's hands, in a browser that has never been there. */
const printOnce = async (
  browser: Browser,
  desk: DeskProcess,
  hash: string,
): Promise<{ ready: number; all: number }> => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await logIn(page, desk);
    const from = performance.now();
    await page.goto(`${desk.url}/print.html${hash}`);
    await page.waitForFunction(() => document.documentElement.dataset['print'] === 'ready', null, { timeout: 60_000 });
    const ready = performance.now() - from;
    await page.pdf({ preferCSSPageSize: true, printBackground: true });
    return { ready, all: performance.now() - from };
  } finally {
    await context.close();
  }
};

const measure = async (bench: Bench, browser: Browser, desk: DeskProcess, dir: string): Promise<Measured[]> => {
  const cardIds = cardsOf(dir);
  const hash = hashOf({ document: 'card', cardIds, printerId: null });
  const times: { ready: number; all: number }[] = [];
  for (let i = 0; i < (bench.small ? 1 : 5); i++) times.push(await printOnce(browser, desk, hash));
  return [
    { name: `${cardIds.length} cards laid out`, samples: times.map(({ ready }) => ready) },
    { name: `${cardIds.length} cards printed`, samples: times.map(({ all }) => all), bound, judged: 'p95' },
  ];
};

/** In Chromium: a batch of member cards, front and back, from the order to the printed document. */
export const printCards: Part = {
  name: 'cards',
  run: async (bench) => {
    await buildDesk();
    const dir = await bench.copyOf(customers);
    const desk = await startDesk(dir);
    const browser = await startBrowser();
    try {
      return await measure(bench, browser, desk, dir);
    } finally {
      await browser.close();
      await desk.stop();
    }
  },
};
