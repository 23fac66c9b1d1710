import type { Stage } from '../stage.ts';
import type { Screen } from './screen.ts';

/** From nothing: no sheet or notice of the screen before is left. */
const goTo = async ({ page }: Stage, path: string): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`/#${path}`);
};

const customers = async (stage: Stage, query = ''): Promise<void> => {
  const { page, t } = stage;
  await goTo(stage, `/customers${query}`);
  await page.getByRole('button', { name: t('customers.columns.label'), exact: true }).waitFor();
};

/** What lies over a screen: help, the tour, and the small forms of the customer list. */
export const overlayScreens: readonly Screen[] = [
  {
    name: 'help of today',
    open: async (stage) => {
      const { page, t } = stage;
      await goTo(stage, '/');
      await page.getByRole('main').waitFor();
      await page.keyboard.press('F1');
      await page.getByRole('heading', { name: `${t('help.title')} · ${t('help.topics.today.title')}` }).waitFor();
    },
  },
  {
    name: 'help of the customer page',
    open: async (stage) => {
      const { page, t, subjects } = stage;
      await goTo(stage, `/customers/${subjects.rich}`);
      await page.getByRole('region', { name: t('customer.strip.label') }).waitFor();
      await page.keyboard.press('F1');
      await page.getByRole('heading', { name: `${t('help.title')} · ${t('help.topics.customer.title')}` }).waitFor();
    },
  },
  {
    name: 'the tour',
    open: async (stage) => {
      const { page, t } = stage;
      await goTo(stage, '/');
      await page.getByRole('main').waitFor();
      await page.keyboard.press('F1');
      await page.getByRole('button', { name: t('help.tour'), exact: true }).click();
      await page.getByRole('region', { name: t('tour.label', { step: 1, count: 7 }) }).waitFor();
    },
  },
  {
    name: 'customers, columns being chosen',
    open: async (stage) => {
      const { page, t } = stage;
      await customers(stage);
      await page.getByRole('button', { name: t('customers.columns.label'), exact: true }).click();
      await page.getByRole('dialog', { name: t('customers.columns.label') }).waitFor();
    },
  },
  {
    name: 'customers, a group being kept',
    open: async (stage) => {
      const { page, t } = stage;
      await customers(stage, '?kind=person&awayMonths=6');
      await page.getByRole('button', { name: t('customers.groups.saveTitle'), exact: true }).click();
      await page.getByRole('button', { name: t('customers.groups.confirm'), exact: true }).click();
      await page.getByText(t('customers.groups.nameRequired')).waitFor();
    },
  },
  {
    name: 'an undo offered',
    open: async (stage) => {
      const { page, t, subjects } = stage;
      await goTo(stage, `/customers/${subjects.rich}?do=note`);
      const note = page.getByRole('dialog', { name: t('customer.note.title') });
      await note.getByRole('textbox').fill('OK');
      await page.keyboard.press('Control+s');
      await page.getByText(t('customer.note.saved')).waitFor();
    },
  },
];
