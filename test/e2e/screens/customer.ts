import type { CustomerPage } from '../../../db/contract/customerViews.ts';
import { go, type Stage } from '../stage.ts';
import { pattern } from '../texts.ts';
import { customerPanel, heading, type Screen } from './screen.ts';

const customerPage = (stage: Stage): Promise<void> =>
  go(
    stage,
    `/customers/${stage.subjects.rich}`,
    stage.page.getByRole('region', { name: stage.t('customer.strip.label') }),
  );
/** One customer: the page, its forms and its panels. */
export const customerScreens: readonly Screen[] = [
  { name: 'customer page', open: customerPage },
  {
    name: 'customer page, a visit open and about to be voided',
    open: async (stage) => {
      const { page, t } = stage;
      await customerPage(stage);
      const timeline = page.getByRole('region', { name: t('customer.timeline.title') });
      await timeline.getByRole('listitem').getByRole('button').first().click();
      await page.getByRole('button', { name: t('visit.void.button'), exact: true }).click();
      await page.getByText(t('visit.void.text')).waitFor();
    },
  },
  {
    name: 'customer not found',
    open: (stage) => go(stage, `/customers/${crypto.randomUUID()}`, heading(stage, stage.t('customer.notFound.title'))),
  },
  {
    name: 'new customer',
    open: (stage) => go(stage, '/customers/new', heading(stage, stage.t('customer.form.newTitle'))),
  },
  {
    name: 'new customer with mistakes and twins',
    open: async (stage) => {
      const { page, t, subjects } = stage;
      const { vehicles } = await page.call<CustomerPage>('customers.get', { id: subjects.rich });
      await go(stage, '/customers/new', heading(stage, t('customer.form.newTitle')));
      await page.field(t('customer.form.mobile')).fill('1380013800');
      await page.field(t('customer.form.plate')).fill(vehicles[0]?.plate ?? '');
      await page.getByText(t('customer.check.phone-invalid')).first().waitFor();
      await page.getByText(pattern(t('customer.twins.plate', { name: '{{n}}' }))).waitFor();
      await page.keyboard.press('Control+s');
      await page.getByText(t('customer.check.name-required')).waitFor();
    },
  },
  {
    name: 'edit customer',
    open: (stage) =>
      go(stage, `/customers/${stage.subjects.rich}/edit`, heading(stage, stage.t('customer.form.editTitle'))),
  },
  { name: 'visit', open: (stage) => customerPanel(stage, 'visit', stage.t('visit.title')) },
  {
    name: 'visit with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      const panel = await customerPanel(stage, 'visit', t('visit.title'));
      await panel.getByLabel(t('visit.mileage')).fill('1');
      await panel.getByLabel(t('visit.line.amount', { n: 1 })).fill('12,3x');
      await page.keyboard.press('Control+s');
      await panel.getByText(t('customer.check.amount-invalid')).waitFor();
    },
  },
  { name: 'new vehicle', open: (stage) => customerPanel(stage, 'vehicle', stage.t('vehicle.form.addTitle')) },
  {
    name: 'vehicle with readings and policies',
    open: async (stage) => {
      const { t, subjects } = stage;
      const panel = await customerPanel(stage, `vehicle&vehicle=${subjects.vehicle}`, t('vehicle.form.editTitle'));
      await panel.getByRole('button', { name: t('vehicle.policy.add') }).click();
    },
  },
  { name: 'note', open: (stage) => customerPanel(stage, 'note', stage.t('customer.note.title')) },
  { name: 'consents', open: (stage) => customerPanel(stage, 'consents', stage.t('customer.consent.title')) },
  { name: 'relations', open: (stage) => customerPanel(stage, 'relations', stage.t('customer.relation.title')) },
  { name: 'points of a card', open: (stage) => customerPanel(stage, 'points', stage.t('points.title')) },
];
