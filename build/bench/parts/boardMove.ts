import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { type Connection, openConnection } from '../../../db/store/connection.ts';
import { openStore } from '../../../db/store/openStore.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import type { Store } from '../../../db/store/types.ts';
import { clerk } from '../actor.ts';
import { againWhereMissed } from '../againWhereMissed.ts';
import { bareMove, type MoveInput } from '../bareMove.ts';
import { logIn, startBrowser } from '../benchBrowser.ts';
import { busyDay } from '../busyDay.ts';
import { buildDesk, type DeskProcess, startDesk } from '../deskProcess.ts';
import { type Bench, type Part, sizeName } from '../part.ts';
import type { Measured } from '../row.ts';
import { timesOf } from '../time.ts';

const customers = 100_000;
const visits = 200;
/** of the board on a 200-visit day, ms */
const bound = 50;
/** ms from one move to the next card's: a quick person's */
const pause = 250;

/** Cards of the columns 到店 and 作业中 there and back: `count` moves that leave the day as it was. */
const backAndForth = (ids: readonly string[], count: number): MoveInput[] =>
  Array.from({ length: count }, (_, i) => ({
    requestId: randomUUID(),
    id: ids[Math.floor(i / 2) % ids.length] ?? '',
    to: i % 2 === 0 ? 'inWork' : 'arrived',
  }));

const inStore = async (store: Store, connection: Connection, ids: readonly string[], bench: Bench) => {
  const arrived = ids.filter((_, index) => index % 4 === 0);
  const count = bench.samples(400);
  const versions = new Map<string, number>();
  const versionOf = connection.prepare<[string], number>('SELECT version FROM visit WHERE id = ?').pluck(true);
  const move = async ({ id, requestId, to }: MoveInput): Promise<void> => {
    const version = versions.get(id) ?? versionOf.get(id) ?? 0;
    const done = await store.call('board.move', { id, requestId, to, version }, clerk);
    versions.set(id, (done as { readonly card: { readonly version: number } }).card.version);
  };
  const bare = bareMove(connection);
  await timesOf(backAndForth(arrived, 10), move);
  const samples = await timesOf(backAndForth(arrived, count), move);
  await timesOf(backAndForth(arrived, 10), bare);
  return { samples, bare: await timesOf(backAndForth(arrived, count), bare) };
};

/**
 * Watches the board from inside the page: `moveTimes` gets, for each key, the time from the key's own stamp to the paint of the card
 * in another column than it was in.
 */
const watchMoves = (): void => {
  const times: number[] = [];
  Object.assign(globalThis, { moveTimes: times });
  const columnOf = (id: string): Element | null =>
    document.querySelector(`[data-card="${CSS.escape(id)}"]`)?.closest('section') ?? null;
  let moving: { readonly id: string; readonly from: Element | null; readonly pressed: number } | null = null;
  window.addEventListener(
    'keydown',
    (event) => {
      const id = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined;
      if (id !== undefined && event.key.toLowerCase() === 'm')
        moving = { id, from: columnOf(id), pressed: event.timeStamp };
    },
    true,
  );
  new MutationObserver(() => {
    if (!moving) return;
    const { id, from, pressed } = moving;
    const column = columnOf(id);
    if (!column || column === from) return;
    moving = null;
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => times.push(performance.now() - pressed);
      painted.port2.postMessage(null);
    });
  }).observe(document.body, { subtree: true, childList: true });
};

/** Cards one after another, from the top, the middle and the bottom of the columns, each on by one step with M. */
const pressMoves = async (page: Page, count: number): Promise<number[]> => {
  await page.evaluate(() => {
    (globalThis as unknown as { moveTimes: number[] }).moveTimes.length = 0;
  });
  for (let i = 0; i < count; i++) {
    const chosen = await page.evaluate((turn) => {
      const columns = [...document.querySelectorAll('[data-held] section, [role=group] section')].slice(1, 4);
      const busiest = columns.toSorted(
        (a, b) => b.querySelectorAll('[data-card]').length - a.querySelectorAll('[data-card]').length,
      )[0];
      const cards = [...(busiest?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
      const card = cards[Math.floor(((turn % 7) / 7) * cards.length)];
      card?.focus();
      return card !== undefined;
    }, i);
    if (!chosen) throw new Error('no card left on the board');
    await page.waitForTimeout(pause);
    await page.keyboard.press('m');
    await page.waitForFunction(
      (wanted) => (globalThis as unknown as { moveTimes: number[] }).moveTimes.length >= wanted,
      i + 1,
      { timeout: 5000 },
    );
  }
  return page.evaluate(() => (globalThis as unknown as { moveTimes: number[] }).moveTimes);
};

const onScreen = async (bench: Bench, browser: Browser, desk: DeskProcess): Promise<number[]> => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    await logIn(page, desk);
    await page.goto(`${desk.url}/#/?view=board`);
    await page.waitForSelector('[data-card]');
    await page.evaluate(watchMoves);
    await pressMoves(page, 3);
    // the quick pass judges nothing, so once is enough
    return await againWhereMissed(0.95, bench.small ? Number.POSITIVE_INFINITY : bound, () =>
      pressMoves(page, bench.samples(60)),
    );
  } finally {
    await context.close();
  }
};

/** A day with 200 visits on the board: a move in the store, and in Chromium from the key M to the card in its new column. */
export const boardMove: Part = {
  name: 'board',
  run: async (bench) => {
    await buildDesk();
    const dir = await bench.copyOf(customers);
    const store = await openStore(dir, { threads: true, create: false });
    const connection = openConnection(storeFileOf(dir));
    let stored: Pick<Measured, 'samples' | 'bare'>;
    try {
      stored = await inStore(store, connection, await busyDay(store, connection, bench.samples(visits)), bench);
    } finally {
      connection.close();
      await store.close();
    }
    const desk = await startDesk(dir);
    const browser = await startBrowser();
    const size = sizeName(bench.sizeOf(customers));
    try {
      return [
        { name: `board.move ${size}`, ...stored },
        {
          name: `board: key to card moved ${size}`,
          samples: await onScreen(bench, browser, desk),
          bound,
          judged: 'p95',
        },
      ];
    } finally {
      await browser.close();
      await desk.stop();
    }
  },
};
