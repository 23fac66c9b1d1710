import { expect } from 'vitest';
import type { Language } from '../../renderer/lib/preferences.ts';
import { allRules, colourRules, violations } from './violations.ts';
import { inTheme, walkScreens } from './walkScreens.ts';
import { foreignIn, type KnownWords, noWords, textsOn, wordsOf } from './wordsOn.ts';

/**
 * Every screen of the desk in one language: all it says is in that language, and nothing on it keeps out a person who hears,
 * enlarges or hardly sees colours, in either theme.
 */
export const lookAtEveryScreen = (language: Language): void => {
  let known: KnownWords = noWords;
  walkScreens([language], {
    begin: async (journey, page, subjects) => {
      known = await wordsOf(journey, page, subjects);
    },
    look: async ({ page }) => {
      const texts = await textsOn(page);
      expect(texts.length).toBeGreaterThan(3);
      expect(texts.filter((text) => foreignIn(text, language, known).length > 0)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      await inTheme(page, 'light');
      expect(await violations(page, allRules)).toEqual([]);
      await inTheme(page, 'dark');
      expect(await violations(page, colourRules)).toEqual([]);
    },
  });
};
