import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../renderer/lib/preferences.ts';
import { type Beginning, type DeskPage, type Journey, openJourney } from './journey.ts';
import {
  deskScreens,
  doorScreens,
  emptyStoreScreens,
  firstRunScreens,
  receptionScreens,
  type Screen,
} from './screens.ts';
import { atRest, noSubjects, prepareSubjects, type Stage, takeStage, type Who } from './stage.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa'];

/** What a person who hears, enlarges or hardly sees colours would stumble over. */
const violations = async (page: DeskPage): Promise<string[]> => {
  await atRest(page);
  // by the debugger: the desk's own policy lets no foreign script in
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<AxeResults, string[]>(
    (values) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: 'tag', values } }),
    rules,
  );
  return found.flatMap((rule) =>
    rule.nodes.map(
      (node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  );
};

const inTheme = async (page: DeskPage, theme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.locator(`html[data-theme=${theme}]`).waitFor();
};

const groups: readonly (readonly [
  name: string,
  beginning: Beginning,
  parts: readonly (readonly [who: Who, screens: readonly Screen[]])[],
])[] = [
  ['the first run', 'empty', [['nobody', firstRunScreens]]],
  ['an empty store', 'setUp', [['boss', emptyStoreScreens]]],
  [
    'a store full of life',
    { demoCustomers: 300 },
    [
      ['nobody', doorScreens],
      ['admin', deskScreens],
      ['reception', receptionScreens],
    ],
  ],
];

it('sees what it is asked to see', async () => {
  const journey = await openJourney('empty');
  const { page } = await takeStage(journey, 'zh-CN', 'nobody');
  await page.goto('/');
  await page.getByRole('heading').first().waitFor();
  await page.evaluate(() => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML('afterbegin', '<p style="color:#999;background:#aaa">灰底灰字</p><input>');
  });
  expect((await violations(page)).map((found) => found.split(':')[0])).toEqual(['color-contrast', 'label']);
  await journey.close();
});

describe.each(groups)('%s', (_name, beginning, parts) => {
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

  describe.each(languages)('%s', (language) => {
    describe.each(parts)('%s', (who, screens) => {
      let stage: Stage;
      beforeAll(async () => {
        stage = await takeStage(journey, language, who, subjects);
      });
      afterAll(() => stage.page.context().close());

      it.each(screens)('$name', async ({ open }) => {
        await open(stage);
        await inTheme(stage.page, 'light');
        const light = await violations(stage.page);
        await inTheme(stage.page, 'dark');
        const dark = await violations(stage.page);
        expect({ light, dark }).toEqual({ light: [], dark: [] });
      });
    });
  });
});
