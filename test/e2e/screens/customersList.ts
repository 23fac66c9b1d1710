import { go, type Stage } from '../stage.ts';
import { heading, type Screen } from './screen.ts';

/** The rows of a list of 100,000 are no table rows: only those in sight exist. */
export const customersList = async (stage: Stage, filter = ''): Promise<void> => {
  await go(stage, `/customers${filter}`, stage.page.getByRole('main').getByRole('link'));
};
export const customersListScreens: readonly Screen[] = [
  { name: 'customers', open: (stage) => customersList(stage) },
  {
    name: 'customers, a filter being chosen',
    open: async (stage) => {
      await customersList(stage, '?kind=person&sort=insurance');
      await stage.page.getByRole('button', { name: stage.t('customers.field.stage'), exact: true }).click();
      await stage.page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'customers, nobody fits',
    open: (stage) => go(stage, '/customers?q=qqqqqq', heading(stage, stage.t('customers.none'))),
  },
];
