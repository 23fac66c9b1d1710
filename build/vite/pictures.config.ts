import { defineConfig } from 'vitest/config';
import { findChromium } from '../scripts/chromium.mjs';
import { root } from '../scripts/root.mjs';

const chromium = await findChromium();

/** `npm run pictures`: the journeys' desk and screens, looked at instead of tested. */
export default defineConfig({
  root,
  test: {
    pool: 'forks',
    maxWorkers: 1,
    env: chromium ? { CAREDESK_CHROMIUM: chromium } : {},
    include: ['build/pictures/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
