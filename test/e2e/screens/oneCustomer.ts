import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { customerPanel, dialog, heading, type Screen } from './screen.ts';

const mergeScreen = async (stage: Stage): Promise<void> => {
  const { keepId, dropId } = stage.subjects.twins;
  await go(stage, `/duplicates/${keepId}/${dropId}`, stage.page.getByRole('radio'));
};
const vehicleLife = async (stage: Stage, way: 'transfer' | 'sold'): Promise<Locator> => {
  const { t, subjects } = stage;
  const panel = await customerPanel(stage, `vehicle&vehicle=${subjects.vehicle}`, t('vehicle.form.editTitle'));
  const life = panel.getByRole('region', { name: t('vehicle.life.title') });
  await life.getByRole('button', { name: t(`vehicle.life.${way}`), exact: true }).click();
  return life;
};

/** One customer once: twins, merging, cars that change hands, handing over. */
export const oneCustomerScreens: readonly Screen[] = [
  {
    name: 'duplicates',
    open: (stage) => go(stage, '/duplicates', stage.page.getByRole('button', { name: stage.t('duplicates.compare') })),
  },
  {
    name: 'duplicates, two people',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/duplicates', page.getByRole('button', { name: t('duplicates.compare') }));
      await page
        .getByRole('button', { name: t('duplicates.notSame') })
        .first()
        .click();
      await page.getByRole('textbox', { name: t('duplicates.dismiss.label') }).waitFor();
    },
  },
  { name: 'merge', open: mergeScreen },
  {
    name: 'merge, what is the same unfolded',
    open: async (stage) => {
      await mergeScreen(stage);
      await stage.page.getByRole('main').locator('button[aria-expanded=false]').first().click();
    },
  },
  {
    name: 'merge, no longer possible',
    open: (stage) =>
      go(
        stage,
        `/duplicates/${crypto.randomUUID()}/${stage.subjects.twins.dropId}`,
        heading(stage, stage.t('duplicates.merge.gone')),
      ),
  },
  {
    name: 'customer with a twin',
    open: (stage) =>
      go(
        stage,
        `/customers/${stage.subjects.twins.keepId}`,
        stage.page.getByRole('region', { name: stage.t('duplicates.notice.label') }),
      ),
  },
  {
    name: 'customer with former vehicles and a merged file',
    open: async (stage) => {
      const { page, t, subjects } = stage;
      await go(
        stage,
        `/customers/${subjects.storied}`,
        page.getByRole('region', { name: t('duplicates.merged.title') }),
      );
      await page
        .getByRole('region', { name: t('vehicle.past.title') })
        .getByRole('button')
        .first()
        .click();
    },
  },
  {
    name: 'vehicle, to a new owner',
    open: async (stage) => {
      const life = await vehicleLife(stage, 'transfer');
      await life.getByRole('button', { name: stage.t('vehicle.life.notOnFile') }).click();
      await life.getByRole('button', { name: stage.t('vehicle.life.confirm.transfer'), exact: true }).click();
      await life.getByRole('alert').waitFor();
    },
  },
  {
    name: 'vehicle, its service plan',
    open: async (stage) => {
      const { t, subjects } = stage;
      const panel = await customerPanel(stage, `vehicle&vehicle=${subjects.vehicle}`, t('vehicle.form.editTitle'));
      await panel.getByRole('button', { name: t('plan.show'), exact: true }).click();
      await panel
        .getByRole('region', { name: t('plan.title') })
        .getByRole('listitem')
        .first()
        .waitFor();
    },
  },
  { name: 'vehicle, sold', open: (stage) => vehicleLife(stage, 'sold') },
  {
    name: 'handing over customers',
    open: async (stage) => {
      const { page, t } = stage;
      const shown = dialog(stage, t('handover.title'));
      await go(stage, '/settings/staff?do=handover', shown);
      await shown.getByRole('combobox').selectOption({ index: 1 });
      await shown.getByRole('status').waitFor();
      await shown.getByRole('checkbox').first().check();
      await page.keyboard.press('Tab');
    },
  },
];
