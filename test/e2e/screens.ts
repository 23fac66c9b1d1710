import type { Locator } from 'playwright-core';
import type { CustomerPage } from '../../db/contract/customerViews.ts';
import { boardScreens } from './boardScreens.ts';
import { overlayScreens } from './overlayScreens.ts';
import { go, type Stage } from './stage.ts';
import { pattern } from './texts.ts';

/** One thing that a person can have before them; `open` leaves it there, at rest. */
export interface Screen {
  readonly name: string;
  open(stage: Stage): Promise<unknown>;
}

const nameless = 'name,phone\nWang,13800138000\n';

const heading = ({ page }: Stage, name: string): Locator => page.getByRole('heading', { name, exact: true });
const dialog = ({ page }: Stage, name: string): Locator => page.getByRole('dialog', { name, exact: true });
/** The rows of a list of 100,000 are no table rows: only those in sight exist. */
const customersList = async (stage: Stage, filter = ''): Promise<void> => {
  await go(stage, `/customers${filter}`, stage.page.getByRole('main').getByRole('link'));
};
const customerPage = (stage: Stage): Promise<void> =>
  go(
    stage,
    `/customers/${stage.subjects.rich}`,
    stage.page.getByRole('region', { name: stage.t('customer.strip.label') }),
  );
const customerPanel = async (stage: Stage, what: string, title: string): Promise<Locator> => {
  const shown = dialog(stage, title);
  await go(stage, `/customers/${stage.subjects.rich}?do=${what}`, shown);
  return shown;
};
const imports = (stage: Stage, id: string, shown: Locator): Promise<void> => go(stage, `/imports?import=${id}`, shown);
const search = async ({ page }: Stage, typed: string, shown: Locator): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(typed);
  await shown.first().waitFor();
};

/** Before anything is set up. */
export const firstRunScreens: readonly Screen[] = [
  { name: 'setup', open: (stage) => go(stage, '/', heading(stage, stage.t('session.setup.title'))) },
  {
    name: 'setup with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/', heading(stage, t('session.setup.title')));
      await page.field(t('session.setup.password')).fill('short');
      await page.button(t('session.setup.start')).click();
      await page.getByText(t('errors.field.password-short')).waitFor();
    },
  },
];

/** A store without customers, as its administrator. */
export const emptyStoreScreens: readonly Screen[] = [
  { name: 'today, empty', open: (stage) => go(stage, '/', heading(stage, stage.t('today.emptyTitle'))) },
  { name: 'customers, none', open: (stage) => go(stage, '/customers', heading(stage, stage.t('customers.empty'))) },
  {
    name: 'imports, none yet',
    open: (stage) => go(stage, '/imports', stage.page.getByText(stage.t('imports.past.none'))),
  },
  {
    name: 'settings: tokens, none',
    open: (stage) => go(stage, '/settings/tokens', stage.page.getByText(stage.t('settings.tokens.none'))),
  },
];

/** The log-in page of the sample store. */
export const doorScreens: readonly Screen[] = [
  { name: 'log-in', open: (stage) => go(stage, '/', stage.page.getByText(stage.t('session.demo'))) },
  {
    name: 'log-in refused',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/', page.button(t('session.login')));
      await page.field(t('session.name')).fill('nobody');
      await page.field(t('session.password')).fill('Not-the-word-1');
      await page.button(t('session.login')).click();
      await page.getByRole('alert').waitFor();
    },
  },
];

const customerScreens: readonly Screen[] = [
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
];

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

const oneCustomerScreens: readonly Screen[] = [
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

const importScreens: readonly Screen[] = [
  { name: 'imports, with past ones', open: (stage) => go(stage, '/imports', stage.page.getByRole('row').nth(2)) },
  {
    name: 'imports, about to be undone',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/imports', page.getByRole('row').nth(2));
      await page
        .getByRole('button', { name: t('imports.past.undo'), exact: true })
        .first()
        .click();
      await page.getByRole('button', { name: t('imports.past.undoYes') }).waitFor();
    },
  },
  {
    name: 'imports, a file that is none',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/imports', heading(stage, t('imports.heading')));
      const file = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') };
      await page.getByLabel(t('imports.file.label')).setInputFiles(file);
      await page.getByText(t('imports.refused.file-wrong-kind')).waitFor();
    },
  },
  {
    name: 'imports, sending a file',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/imports', heading(stage, t('imports.heading')));
      await page.route('**/api/files*', () => undefined);
      const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(nameless) };
      await page.getByLabel(t('imports.file.label')).setInputFiles(file);
      await page.getByRole('progressbar').waitFor();
      await page.unroute('**/api/files*');
    },
  },
  {
    name: 'import, being checked',
    open: async (stage) => {
      const { page, subjects } = stage;
      await page.route('**/rpc/imports/state*', async (route) => {
        const answer = await route.fetch();
        const { json } = await answer.json();
        await route.fulfill({ json: { json: { ...json, state: 'staging', phase: 'check', done: 1200, total: 3000 } } });
      });
      await imports(stage, subjects.staged, page.getByRole('progressbar'));
      await page.unroute('**/rpc/imports/state*');
    },
  },
  {
    name: 'import, checked',
    open: (stage) => imports(stage, stage.subjects.staged, stage.page.getByRole('row').nth(20)),
  },
  {
    name: 'import, columns being moved',
    open: async (stage) => {
      const { page, t, subjects } = stage;
      await imports(stage, subjects.staged, page.getByRole('row').nth(20));
      await page.getByRole('button', { name: t('imports.mapping.open') }).click();
      const region = page.getByRole('region', { name: t('imports.mapping.title') });
      await region.getByRole('combobox').first().selectOption('');
      await region.getByRole('alert').waitFor();
    },
  },
  {
    name: 'import, done',
    open: (stage) => imports(stage, stage.subjects.applied, stage.page.getByText(stage.t('imports.result.cumulative'))),
  },
  {
    name: 'import, undone',
    open: (stage) =>
      imports(stage, stage.subjects.undone, stage.page.getByText(stage.t('imports.result.undone')).first()),
  },
  {
    name: 'import, refused',
    open: (stage) =>
      imports(stage, stage.subjects.refused, stage.page.getByText(stage.t('imports.refused.file-empty'))),
  },
  {
    name: 'import, gone',
    open: (stage) =>
      imports(stage, crypto.randomUUID(), stage.page.getByText(stage.t('imports.refused.import-not-found'))),
  },
];

const sections = ['store', 'tiers', 'reminders', 'staff', 'tokens', 'appearance', 'about'] as const;

const settingsScreens: readonly Screen[] = [
  ...sections.map(
    (section): Screen => ({
      name: `settings: ${section}`,
      open: (stage) => go(stage, `/settings/${section}`, heading(stage, stage.t(`settings.section.${section}`))),
    }),
  ),
  {
    name: 'settings: adding staff',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/settings/staff', page.getByRole('row').nth(2));
      await page.getByRole('button', { name: t('settings.staff.add') }).click();
      await page.keyboard.press('Control+s');
      await dialog(stage, t('settings.staff.add')).getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'settings: a new token',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/settings/tokens', page.getByRole('button', { name: t('settings.tokens.add') }));
      await page.getByRole('button', { name: t('settings.tokens.add') }).click();
      await dialog(stage, t('settings.tokens.add')).waitFor();
    },
  },
];

/** The sample store, as its administrator. */
export const deskScreens: readonly Screen[] = [
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
  ...customerScreens,
  ...oneCustomerScreens,
  ...importScreens,
  ...settingsScreens,
  ...boardScreens,
  ...overlayScreens,
  { name: 'own password', open: (stage) => go(stage, '/password', heading(stage, stage.t('session.change.title'))) },
  { name: 'no such page', open: (stage) => go(stage, '/nowhere', heading(stage, stage.t('common.notFound.title'))) },
];

/** What everybody else sees of a part that is not theirs. */
export const receptionScreens: readonly Screen[] = [
  { name: 'forbidden', open: (stage) => go(stage, '/imports', heading(stage, stage.t('common.forbidden.title'))) },
  {
    name: 'settings of reception',
    open: (stage) => go(stage, '/settings/store', stage.page.getByText(stage.t('settings.adminOnly'))),
  },
];
