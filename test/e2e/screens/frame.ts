import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { pattern } from '../texts.ts';
import { customersList } from './customersList.ts';
import { dialog, heading, type Screen } from './screen.ts';

const search = async ({ page }: Stage, typed: string, shown: Locator): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(typed);
  await shown.first().waitFor();
};

/** The desk's frame: 今日, the one box, what hangs in the corners. */
export const frameScreens: readonly Screen[] = [
  { name: 'today', open: (stage) => go(stage, '/', stage.page.getByRole('row').nth(1)) },
  {
    name: 'one box, hits',
    open: async (stage) => {
      await go(stage, '/', stage.page.getByRole('row').nth(1));
      await search(stage, 'wang', stage.page.getByRole('option').nth(3));
    },
  },
  {
    name: 'one box, nothing',
    open: async (stage) => {
      await go(stage, '/', stage.page.getByRole('row').nth(1));
      await search(stage, 'qqqqqq', stage.page.getByText(stage.t('common.box.nothing', { q: 'qqqqqq' })));
    },
  },
  {
    name: 'list of keys',
    open: async (stage) => {
      await customersList(stage);
      await stage.page.keyboard.press('Shift+?');
      await dialog(stage, stage.t('common.keys.title')).waitFor();
    },
  },
  {
    name: 'account menu',
    open: async (stage) => {
      await customersList(stage);
      await stage.page
        .getByRole('button', { name: pattern(stage.t('common.account.menu', { name: '{{n}}' })) })
        .click();
      await stage.page.getByRole('menu').waitFor();
    },
  },
  { name: 'own password', open: (stage) => go(stage, '/password', heading(stage, stage.t('session.change.title'))) },
  { name: 'no such page', open: (stage) => go(stage, '/nowhere', heading(stage, stage.t('common.notFound.title'))) },
];
