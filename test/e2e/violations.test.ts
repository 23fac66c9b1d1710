import { expect, it } from 'vitest';
import { openJourney } from './journey.ts';
import { takeStage } from './stage.ts';
import { allRules, colourRules, violations } from './violations.ts';

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
  expect((await violations(page, allRules)).map((found) => found.split(':')[0])).toEqual(['color-contrast', 'label']);
  expect((await violations(page, colourRules)).map((found) => found.split(':')[0])).toEqual(['color-contrast']);
  await journey.close();
});
