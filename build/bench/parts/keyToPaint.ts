import type { Browser, Page } from 'playwright-core';
import { openConnection } from '../../../db/store/connection.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import { againWhereMissed } from '../againWhereMissed.ts';
import { bareSearch } from '../bareSearch.ts';
import { logIn, startBrowser } from '../benchBrowser.ts';
import { buildDesk, type DeskProcess, startDesk } from '../deskProcess.ts';
import { type Bench, type Part, sizeName } from '../part.ts';
import type { Measured } from '../row.ts';
import { queryKinds } from '../searchTerms.ts';
import { warmTimesOf } from '../time.ts';

const customers = 100_000;
const bound = 50;
const box = '.one-box input[role=combobox]';

/** From going there to the first text or picture on the screen, in a browser that has never been there. */
const firstPaint = async (browser: Browser, desk: DeskProcess, loggedIn: boolean): Promise<number> => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    if (loggedIn) await logIn(page, desk);
    await page.goto(desk.url);
    await page.waitForSelector(loggedIn ? box : 'input');
    const painted = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    );
    return (await painted.jsonValue()) ?? Number.NaN;
  } finally {
    await context.close();
  }
};

/**
 * Watches the one box from inside the page: `deskTimes` gets, for each key, the time from the key's own stamp to the paint of its
 * answer. The box's status says nothing while a question is unanswered, and how many lines there are once it is.
 */
const watchKeys = (): void => {
  const times: number[] = [];
  Object.assign(globalThis, { deskTimes: times });
  const root = document.querySelector('.one-box');
  let pressed = 0;
  let unanswered = false;
  document.addEventListener(
    'input',
    (event) => {
      pressed = event.timeStamp;
      unanswered = true;
    },
    true,
  );
  const look = (): void => {
    const answered = (root?.querySelector('[role=status]')?.textContent ?? '') !== '';
    if (!unanswered || !answered) return;
    unanswered = false;
    const from = pressed;
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => times.push(performance.now() - from);
      painted.port2.postMessage(null);
    });
  };
  // React has put the question's own state on the page before it lets go of the event
  if (root) new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
};

/** Words that are typed on a keyboard, each with its kind's share. */
const typedKinds = ['phone last 4', 'plate last 5', 'pinyin initials, 3', 'full pinyin', 'VIN tail'];

const typeWords = async (page: Page, words: readonly string[]): Promise<number[]> => {
  await page.waitForSelector(box);
  await page.evaluate(watchKeys);
  let keys = 0;
  for (const word of words) {
    await page.keyboard.press('Control+k');
    for (const key of word) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      keys++;
      await page.waitForFunction(
        (wanted) => (globalThis as unknown as { deskTimes: number[] }).deskTimes.length >= wanted,
        keys,
        {
          timeout: 5000,
        },
      );
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
  }
  return page.evaluate(() => (globalThis as unknown as { deskTimes: number[] }).deskTimes);
};

const measure = async (bench: Bench, browser: Browser, desk: DeskProcess, dir: string): Promise<Measured[]> => {
  const connection = openConnection(storeFileOf(dir), { readonly: true });
  try {
    const kinds = queryKinds(connection, bench.small ? 2 : 12).filter((kind) => typedKinds.includes(kind.name));
    const words = kinds.flatMap((kind) => kind.words.map((word) => word.toLowerCase()));
    const paints: number[] = [];
    const insidePaints: number[] = [];
    for (let i = 0; i < (bench.small ? 1 : 5); i++) {
      paints.push(await firstPaint(browser, desk, false));
      insidePaints.push(await firstPaint(browser, desk, true));
    }
    const context = await browser.newContext();
    const page = await context.newPage();
    await logIn(page, desk);
    await page.goto(desk.url);
    const [firstWord = 'wang'] = words;
    await typeWords(page, [firstWord]);
    // the quick pass judges nothing, so once is enough
    const samples = await againWhereMissed(0.95, bench.small ? Number.POSITIVE_INFINITY : bound, async () => {
      await page.reload();
      return typeWords(page, words);
    });
    await context.close();
    const pieces = words.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)));
    return [
      {
        name: `key to paint ${sizeName(bench.sizeOf(customers))}`,
        samples,
        bare: await warmTimesOf(pieces, bareSearch(connection)),
        bound,
        judged: 'p95',
      },
      { name: 'first paint: log-in', samples: paints, bound: 1500, judged: 'p95' },
      { name: 'first paint: today', samples: insidePaints, bound: 1500, judged: 'p95' },
    ];
  } finally {
    connection.close();
  }
};

/** In Chromium: from a key in the one box to its answer on the screen, and from the address to the first paint. */
export const keyToPaint: Part = {
  name: 'paint',
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
