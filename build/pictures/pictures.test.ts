import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Beginning, type DeskPage, type Journey, openJourney } from '../../test/e2e/journey.ts';
import {
  deskScreens,
  doorScreens,
  emptyStoreScreens,
  firstRunScreens,
  receptionScreens,
  type Screen,
} from '../../test/e2e/screens.ts';
import { atRest, noSubjects, prepareSubjects, type Stage, takeStage, type Who } from '../../test/e2e/stage.ts';
import { root } from '../scripts/root.mjs';
import { failingScreens } from './failingScreens.ts';

/** The usual desk PC, and the large one. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const themes = ['light', 'dark'] as const;
const language = process.env['PICTURES_LANGUAGE'] === 'en' ? 'en' : 'zh-CN';
const folder = join(root, 'build', 'out', 'pictures', language);

const groups: readonly (readonly [
  name: string,
  beginning: Beginning,
  parts: readonly (readonly [who: Who, screens: readonly Screen[]])[],
])[] = [
  ['first-run', 'empty', [['nobody', firstRunScreens]]],
  ['empty', 'setUp', [['boss', emptyStoreScreens]]],
  [
    'full',
    { demoCustomers: 300 },
    [
      ['nobody', doorScreens],
      ['admin', deskScreens],
      ['reception', receptionScreens],
      ['admin', failingScreens],
    ],
  ],
];

/** `today, empty` → `today-empty` */
const fileName = (name: string): string => name.replace(/[^a-zA-Z0-9]+/g, '-').toLowerCase();

const take = async (page: DeskPage, group: string, name: string): Promise<void> => {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.locator(`html[data-theme=${theme}]`).waitFor();
      await atRest(page);
      await page.screenshot({ path: join(folder, `${group}-${fileName(name)}-${size.width}-${theme}.png`) });
    }
  }
  await page.setViewportSize(sizes[0]);
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

describe.each(groups)('%s', (group, beginning, parts) => {
  let journey: Journey;
  let subjects = noSubjects;
  beforeAll(async () => {
    journey = await openJourney(beginning);
    if (typeof beginning !== 'object') return;
    const { page } = await takeStage(journey, 'zh-CN', 'admin');
    subjects = await prepareSubjects(page);
    await page.context().close();
  });
  afterAll(() => journey.close());

  describe.each(parts)('%s', (who, screens) => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await takeStage(journey, language, who, subjects);
    });
    afterAll(() => stage.page.context().close());

    it.each(screens)('$name', async ({ name, open }) => {
      await open(stage);
      await take(stage.page, group, name);
      await stage.page.keyboard.press('Escape');
    });
  });
});
