import type { DeliveryRow } from '../../../db/contract/deliveries.ts';
import { go, type Stage } from '../stage.ts';
import { customerPanel, dialog, heading, type Screen } from './screen.ts';

const rowsOf = async ({ page }: Stage): Promise<DeliveryRow[]> =>
  (await page.call<{ rows: DeliveryRow[] }>('deliveries.board')).rows;

/** One that is being prepared; a small sample store may have none. */
const prepared = async (stage: Stage): Promise<DeliveryRow> => {
  const isOpen = ({ step }: DeliveryRow): boolean => step === 'preparation';
  const found = (await rowsOf(stage)).find(isOpen);
  if (found) return found;
  const vehicle = { series: '天籁', model: '2.0L XL', color: '珠光白' };
  await stage.page.call('deliveries.add', { customerId: stage.subjects.rich, vehicle, step: 'preparation' });
  return prepared(stage);
};

const board = async (stage: Stage): Promise<void> => {
  await prepared(stage);
  await go(stage, '/deliveries', stage.page.locator('[data-card]'));
};

const opened = async (stage: Stage, what = ''): Promise<DeliveryRow> => {
  const row = await prepared(stage);
  const titles: Readonly<Record<string, string>> = {
    '': row.name,
    edit: stage.t('deliveries.form.editTitle'),
    deliver: stage.t('deliveries.deliver.title'),
  };
  const form = what === '' ? '' : `&do=${what}`;
  await go(stage, `/deliveries?id=${row.id}${form}`, dialog(stage, titles[what] ?? ''));
  return row;
};

/** Cars on their way to their owners, what is said of each, and those of before. */
export const deliveryScreens: readonly Screen[] = [
  {
    name: 'deliveries',
    open: async (stage) => {
      await board(stage);
      await stage.page.locator('[data-card]').first().focus();
    },
  },
  { name: 'delivery', open: (stage) => opened(stage) },
  {
    name: 'delivery, being cancelled',
    open: async (stage) => {
      await opened(stage);
      await stage.page.getByRole('button', { name: stage.t('deliveries.cancel.open'), exact: true }).click();
      await stage.page.getByRole('textbox', { name: stage.t('deliveries.cancel.label') }).waitFor();
    },
  },
  { name: 'delivery: edit', open: (stage) => opened(stage, 'edit') },
  {
    name: 'delivery: hand over with mistakes',
    open: async (stage) => {
      await opened(stage, 'deliver');
      await stage.page.getByLabel(stage.t('deliveries.deliver.time')).fill('25:00');
      await stage.page.keyboard.press('Control+s');
      await stage.page.getByRole('dialog').getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'new delivery with mistakes',
    open: async (stage) => {
      const shown = dialog(stage, stage.t('deliveries.form.newTitle'));
      await go(stage, '/deliveries?do=new', shown);
      await stage.page.keyboard.press('Control+s');
      await shown.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'new delivery of a customer',
    open: (stage) => customerPanel(stage, 'delivery', stage.t('deliveries.form.newTitle')),
  },
  {
    name: 'past deliveries',
    open: async (stage) => {
      const { rows } = await stage.page.call<{ rows: DeliveryRow[] }>('deliveries.past');
      const ready =
        rows.length === 0 ? heading(stage, stage.t('deliveries.pastEmpty.title')) : stage.page.getByRole('row').nth(1);
      await go(stage, '/deliveries/past', ready);
    },
  },
  {
    name: 'past deliveries, none found',
    open: (stage) => go(stage, '/deliveries/past?q=zzzz', stage.page.getByText(stage.t('deliveries.pastNone'))),
  },
  {
    name: 'settings: deliveries',
    open: (stage) => go(stage, '/settings/deliveries', heading(stage, stage.t('deliveries.settings.title'))),
  },
];

/** A store from which no car was delivered yet. */
export const noDeliveryScreens: readonly Screen[] = [
  {
    name: 'deliveries, none',
    open: (stage) => go(stage, '/deliveries', heading(stage, stage.t('deliveries.empty.title'))),
  },
  {
    name: 'past deliveries, none',
    open: (stage) => go(stage, '/deliveries/past', heading(stage, stage.t('deliveries.pastEmpty.title'))),
  },
];
