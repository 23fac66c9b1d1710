import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Language } from '../../renderer/lib/preferences.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import type { Screen } from './screens/screen.ts';
import { type ScreenGroup, screenGroups } from './screens.ts';
import { noSubjects, prepareSubjects, type Stage, type Subjects, takeStage } from './stage.ts';

export type Look = (stage: Stage, screen: Screen, group: ScreenGroup, language: Language) => Promise<void>;

export interface Walk {
  /** Once a store is ready; `page` is its administrator's, at the door where it has none. */
  readonly begin?: (journey: Journey, page: DeskPage, subjects: Subjects) => Promise<void>;
  readonly look: Look;
}

/** A test for every screen of the desk in each of the languages: it is opened, then looked at. */
export const walkScreens = (languages: readonly Language[], { begin, look }: Walk): void => {
  describe.each(screenGroups)('$name', (group) => {
    const { beginning, parts } = group;
    let journey: Journey;
    let subjects = noSubjects;
    beforeAll(async () => {
      journey = await openJourney(beginning);
      const sample = typeof beginning === 'object';
      const { page } = await takeStage(journey, 'zh-CN', sample ? 'admin' : beginning === 'setUp' ? 'boss' : 'nobody');
      if (sample) subjects = await prepareSubjects(page, journey.dataDir);
      await begin?.(journey, page, subjects);
      await page.context().close();
    });
    afterAll(() => journey.close());

    describe.each(languages)('%s', (language) => {
      describe.each(parts)('%s %s', (who, _what, screens) => {
        let stage: Stage;
        beforeAll(async () => {
          stage = await takeStage(journey, language, who, subjects);
        });
        afterAll(() => stage.page.context().close());

        it.each(screens)('$name', async (screen) => {
          await screen.open(stage);
          await look(stage, screen, group, language);
          await closeWhatIsOver(stage.page);
        });
      });
    });
  });
};

/** Not where nothing is over the screen: many take the key for “back”, and would go there while the next one is being opened. */
const closeWhatIsOver = async (page: DeskPage): Promise<void> => {
  const over = page.locator('[role=dialog], [role=menu], [role=listbox], dialog[open]');
  if ((await over.count()) > 0) await page.keyboard.press('Escape');
};

/** The system's theme as it may be set, and the desk in it. */
export const inTheme = async (page: DeskPage, theme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.locator(`html[data-theme=${theme}]`).waitFor();
};
