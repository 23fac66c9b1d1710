import { defineConfig } from 'vitest/config';
import { findChromium } from '../scripts/chromium.mjs';
import { root } from '../scripts/root.mjs';
import { CountReporter } from './countReporter.ts';

/** Folders whose tests start browsers, hosts or shells. */
const HEAVY = ['e2e', 'electron', 'faults'].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

/** Journeys at a person's own speed, which leave half of the machine idle: two go at once. */
const JOURNEYS = ['test/e2e/**/*.test.ts'];
/** Those with a scanner, which must type faster than any person, want the machine to themselves. */
const SCANNED = ['memberLife', 'members', 'redeem', 'rules', 'scanner'].map((name) => `test/e2e/${name}.test.ts`);
/** Walks over every screen of the desk are as long as all journeys together: the two begin at once. */
const WALKS = ['test/e2e/everyScreen*.test.ts'];

/** A page is given half a minute to show a thing. */
const browserTimes = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
  // once more, for a busy machine keeps nobody's time; whichever passes only then is named at the end of `npm test`
  retry: 1,
};

const chromium = await findChromium();

/** Forks, not threads: a store's own threads and its native library are then as they are in the product. */
export default defineConfig({
  root,
  test: {
    pool: 'forks',
    maxWorkers: 2,
    env: chromium ? { CAREDESK_CHROMIUM: chromium } : {},
    reporters: ['default', new CountReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: HEAVY,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: [...HEAVY.filter((folder) => !folder.startsWith('test/e2e')), ...SCANNED],
          ...browserTimes,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: JOURNEYS,
          exclude: [...SCANNED, ...WALKS],
          ...browserTimes,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'walks',
          include: WALKS,
          ...browserTimes,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
