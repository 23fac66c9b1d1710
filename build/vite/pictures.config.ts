import { defineConfig } from 'vitest/config';
import { findChromium } from '../scripts/chromium.mjs';
import { root } from '../scripts/root.mjs';

const chromium = await findChromium();

/** which pictures: all screens, to be looked at; or those of the help, which are kept */
const forHelp = process.env['PICTURES_OF'] === 'help';

/** `npm run pictures`: the journeys' desk and screens, looked at instead of tested. */
export default defineConfig({
  root,
  test: {
    pool: 'forks',
    maxWorkers: 1,
    env: chromium ? { CAREDESK_CHROMIUM: chromium } : {},
    include: [forHelp ? 'build/pictures/helpPictures.ts' : 'build/pictures/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
