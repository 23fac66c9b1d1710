import { expect, it } from 'vitest';
import { openJourney } from './journey.ts';
import { firstRunScreens } from './screens/door.ts';
import { noSubjects, takeStage } from './stage.ts';
import { foreignIn, noWords, textsOn } from './wordsOn.ts';

it('sees a word of another language', () => {
  expect(foreignIn('保存 Save', 'zh-CN', noWords)).toEqual(['Save']);
  expect(foreignIn('Save 保存', 'en', noWords)).toEqual(['保存']);
});

it('the first run switches its language on the spot', async () => {
  const empty = await openJourney('empty');
  const stage = await takeStage(empty, 'zh-CN', 'nobody', noSubjects);
  for (const { open } of firstRunScreens) await open(stage);
  await stage.page.getByRole('button', { name: 'English' }).click();
  await stage.page.locator('html[lang=en]').waitFor();
  expect((await textsOn(stage.page)).filter((text) => foreignIn(text, 'en', noWords).length > 0)).toEqual([]);
  await empty.close();
});
