import { defineConfig } from 'vitest/config';
import { findChromium } from '../scripts/chromium.mjs';
import { root } from '../scripts/root.mjs';
import { CountReporter } from './countReporter.ts';

/** Folders whose tests start browsers, hosts or shells, kill them, and want the machine to themselves. */
const HEAVY = ['e2e', 'electron', 'faults'].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

/** Walks over every screen of the desk: long, and at nobody's speed but their own, so two go at once. */
const WALKS = ['axe', 'languages'].map((name) => `test/e2e/${name}.test.ts`);

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
          name: 'whole',
          include: HEAVY,
          exclude: WALKS,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // as long as a page is given to show a thing
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'walks',
          include: WALKS,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
