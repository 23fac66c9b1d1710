import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { pattern } from '../texts.ts';
import { dialog, type Screen } from './screen.ts';

const listed = ({ page }: Stage, name: string): Locator =>
  page.getByRole('main').getByRole('button', { name, exact: true });
const panelOf = async (stage: Stage, name: string, show = 'open'): Promise<Locator> => {
  await go(stage, `/prospects?show=${show}`, listed(stage, name));
  await listed(stage, name).click();
  const shown = dialog(stage, stage.t('prospects.panelTitle', { name }));
  await shown.waitFor();
  return shown;
};
const recalls = (stage: Stage): Promise<void> => go(stage, '/recalls', stage.page.getByRole('row').nth(1));
const plans = (stage: Stage, show: 'open' | 'reviewed'): Promise<void> =>
  go(stage, `/accounts?show=${show}`, stage.page.getByRole('row').nth(1));
const firstPlan = async (stage: Stage, show: 'open' | 'reviewed'): Promise<void> => {
  await plans(stage, show);
  await stage.page.getByRole('row').nth(1).getByRole('button').click();
  await stage.page
    .getByRole('dialog', { name: pattern(stage.t('accounts.panelTitle', { name: '{{n}}', year: '{{y}}' })) })
    .waitFor();
};

/** Who looks for a car, which cars are called back, which customers have a plan. */
export const wishScreens: readonly Screen[] = [
  { name: 'prospects', open: (stage) => go(stage, '/prospects', listed(stage, '苏晓')) },
  {
    name: 'new prospect',
    open: (stage) => go(stage, '/prospects?do=new', dialog(stage, stage.t('prospects.newTitle'))),
  },
  { name: 'prospect', open: (stage) => panelOf(stage, '苏晓') },
  {
    name: 'prospect, buying with mistakes',
    open: async (stage) => {
      const panel = await panelOf(stage, '何雨桐');
      await panel.getByRole('button', { name: stage.t('prospects.convert'), exact: true }).click();
      await panel.getByLabel(stage.t('prospects.car.vin')).fill('LGBH12E09');
      await stage.page.keyboard.press('Control+s');
    },
  },
  {
    name: 'prospect, being lost',
    open: async (stage) => {
      const panel = await panelOf(stage, '郑凯文');
      await panel.getByRole('button', { name: stage.t('prospects.lose'), exact: true }).click();
      await panel.getByRole('textbox', { name: stage.t('prospects.lostReason') }).waitFor();
    },
  },
  { name: 'recalls', open: recalls },
  {
    name: 'new recall with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      await recalls(stage);
      await page.getByRole('button', { name: t('recalls.new') }).click();
      await dialog(stage, t('recalls.newTitle')).waitFor();
      await page.keyboard.press('Control+s');
      await page.getByText(t('errors.field.required')).first().waitFor();
    },
  },
  { name: 'yearly plans', open: (stage) => plans(stage, 'open') },
  {
    name: 'new yearly plan',
    open: async (stage) => {
      const { page, t } = stage;
      await plans(stage, 'open');
      await page
        .getByRole('button', { name: t('accounts.new') })
        .first()
        .click();
      await dialog(stage, t('accounts.newTitle')).waitFor();
    },
  },
  { name: 'yearly plan', open: (stage) => firstPlan(stage, 'open') },
  { name: 'yearly plan, reviewed', open: (stage) => firstPlan(stage, 'reviewed') },
];
