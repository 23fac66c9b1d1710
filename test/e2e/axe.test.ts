import axe, { type AxeResults, type RunOnly } from 'axe-core';
import { expect, it } from 'vitest';
import { languages } from '../../renderer/lib/preferences.ts';
import { type DeskPage, openJourney } from './journey.ts';
import { atRest, takeStage } from './stage.ts';
import { inTheme, walkScreens } from './walkScreens.ts';

const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa'] } as const;
/** What another theme can make different: the page's words and roles are the same in both. */
const ofColours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;
type Rules = typeof all | typeof ofColours;

/** What a person who hears, enlarges or hardly sees colours would stumble over. */
const violations = async (page: DeskPage, rules: Rules): Promise<string[]> => {
  await atRest(page);
  // by the debugger: the desk's own policy lets no foreign script in
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<AxeResults, RunOnly>(
    (runOnly) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly }),
    { type: rules.type, values: [...rules.values] },
  );
  return found.flatMap((rule) =>
    rule.nodes.map(
      (node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  );
};

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
  expect((await violations(page, all)).map((found) => found.split(':')[0])).toEqual(['color-contrast', 'label']);
  expect((await violations(page, ofColours)).map((found) => found.split(':')[0])).toEqual(['color-contrast']);
  await journey.close();
});

walkScreens(languages, async ({ page }) => {
  await inTheme(page, 'light');
  const light = await violations(page, all);
  await inTheme(page, 'dark');
  const dark = await violations(page, ofColours);
  expect({ light, dark }).toEqual({ light: [], dark: [] });
});
