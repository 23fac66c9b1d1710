import type { Locator } from 'playwright-core';
import type { PicturedTopic } from '../../renderer/app/helpPictures.ts';
import { go, type Stage } from '../../test/e2e/stage.ts';
import type { HelpSubjects } from './helpSubjects.ts';

export interface HelpScene {
  /** goes there and says what is to be in the picture */
  open(stage: Stage, desk: HelpSubjects): Promise<Locator | readonly Locator[]>;
  /** px, at most; 380 where left out */
  readonly height?: number;
  /** px, at most; 820 where left out */
  readonly wide?: number;
  /** of the window, px: 1040 where left out, so that words stay large; lists want more */
  readonly across?: number;
}

const heading = ({ page }: Stage, name: string): Locator => page.getByRole('heading', { name, exact: true });
const panelOf = ({ page }: Stage, title: string): Locator =>
  page.locator('section.panel').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const dialog = ({ page }: Stage, name: string): Locator => page.getByRole('dialog', { name, exact: true });

/** A whole screen, from its top. */
const screen = async (stage: Stage, path: string, shown: Locator): Promise<Locator> => {
  await go(stage, path, shown);
  return stage.page.getByRole('main').locator(':scope > *').first();
};
/** A form over the page of the member with everything. */
const customerForm = async (stage: Stage, what: string, title: string): Promise<Locator> => {
  const form = dialog(stage, title);
  await go(stage, `/customers/${stage.subjects.rich}?do=${what}`, form);
  return form;
};
const findIn = async (stage: Stage, form: Locator, plateTail: string): Promise<void> => {
  await form.waitFor();
  await stage.page.keyboard.type(plateTail);
  await form.getByRole('option').first().waitFor();
  await stage.page.keyboard.press('Enter');
  await form.getByLabel(stage.t('board.come.vehicle'), { exact: true }).waitFor();
};

/** What each picture of the help shows. */
export const helpScenes: Readonly<Record<PicturedTopic, HelpScene>> = {
  board: {
    height: 430,
    across: 1366,
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/?view=board', page.locator('[data-card]'));
      const arrived = page.getByRole('region', { name: new RegExp(t('board.step.arrived')) });
      await arrived.locator('[data-card]').first().focus();
      return [page.locator('main h1'), page.getByRole('group', { name: t('board.label') })];
    },
  },
  today: {
    open: async (stage) => {
      await go(stage, '/?view=overview', stage.page.getByRole('row').nth(1));
      return stage.page.locator('main > .today');
    },
    wide: 960,
    height: 460,
  },
  bookings: {
    open: (stage, { today }) => screen(stage, `/bookings?day=${today}`, stage.page.getByRole('row').nth(1)),
    wide: 1000,
    across: 1366,
  },
  surveys: {
    across: 1180,
    wide: 960,
    open: async (stage) => {
      await go(stage, '/surveys?tab=waits', stage.page.getByRole('article'));
      return stage.page.getByRole('article');
    },
  },
  questionnaires: {
    across: 1180,
    wide: 900,
    height: 460,
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/settings/questionnaires', page.getByRole('switch'));
      await page.getByRole('button', { name: t('questionnaires.open', { name: '服务满意度' }) }).click();
      const form = dialog(stage, t('questionnaires.editTitle'));
      await form.waitFor();
      return form;
    },
  },
  customers: {
    open: (stage) => screen(stage, '/customers?kind=person', stage.page.getByRole('main').getByRole('link')),
    wide: 1000,
    across: 1366,
  },
  customer: {
    height: 420,
    wide: 960,
    open: async (stage) => {
      const strip = stage.page.getByRole('region', { name: stage.t('customer.strip.label') });
      await go(stage, `/customers/${stage.subjects.rich}`, strip);
      return [strip, stage.page.getByRole('region', { name: stage.t('vehicle.title'), exact: true })];
    },
  },
  customerForm: {
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/customers/new', heading(stage, t('customer.form.newTitle')));
      await page.field(t('customer.form.name')).focus();
      await page.evaluate(() => navigator.clipboard.writeText('京A·7K258 139 0012 3456 王晓梅'));
      await page.keyboard.press('Control+v');
      await page.waitForFunction(() =>
        [...document.querySelectorAll('input')].some((field) => field.value.includes('7K258')),
      );
      return page.getByRole('main').locator(':scope > *').first();
    },
  },
  members: {
    open: (stage) => screen(stage, '/members', stage.page.locator('[data-member]')),
    height: 440,
    wide: 1000,
    across: 1366,
  },
  memberList: {
    open: (stage) => screen(stage, '/members/list', stage.page.getByRole('main').getByRole('link')),
    height: 340,
    wide: 1000,
    across: 1366,
  },
  memberCard: {
    open: async (stage) =>
      screen(stage, `/members/${stage.subjects.members.rich}`, heading(stage, stage.t('members.paths.title'))),
    height: 460,
    wide: 1000,
    across: 1366,
  },
  joinForm: {
    open: async (stage) => {
      const form = dialog(stage, stage.t('members.join.title'));
      await go(stage, `/customers/${stage.subjects.twins.dropId}?do=join`, form.getByRole('radio'));
      return form;
    },
    height: 520,
  },
  renewForm: {
    open: async (stage) => {
      const form = dialog(stage, stage.t('members.renew.title'));
      const { rows } = await stage.page.call<{ rows: { membershipId: string }[] }>('members.list', { limit: 1 });
      await go(stage, `/members/${rows[0]?.membershipId ?? ''}?do=renew`, form.getByRole('radio'));
      return form;
    },
    height: 360,
  },
  redeem: {
    open: async (stage, { cardNumber }) => {
      const { page, t } = stage;
      await go(stage, '/redeem', heading(stage, t('rewards.counter.begin')));
      await page.keyboard.type(cardNumber);
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      const choices = page.getByRole('form', { name: t('rewards.counter.catalogue') });
      await choices.waitFor();
      await choices.getByRole('radio', { disabled: false }).first().check();
      return page.getByRole('main').locator(':scope > *').first();
    },
    height: 440,
    wide: 940,
  },
  rewards: {
    open: (stage) => screen(stage, '/rewards', stage.page.getByRole('row').nth(1)),
    height: 340,
    wide: 1000,
    across: 1366,
  },
  vouchers: {
    open: (stage) => screen(stage, '/vouchers', stage.page.getByRole('row').nth(1)),
    height: 320,
    wide: 1000,
    across: 1366,
  },
  approvals: {
    open: (stage) => screen(stage, '/approvals', stage.page.getByRole('main').getByRole('listitem')),
    height: 320,
    wide: 1000,
    across: 1366,
  },
  complaints: {
    height: 560,
    wide: 1366,
    across: 1366,
    open: async (stage) => {
      const { subjects } = stage;
      return screen(stage, `/complaints/${subjects.complaints.twin}`, stage.page.getByRole('article'));
    },
  },
  complaintForm: {
    height: 520,
    wide: 920,
    across: 1040,
    open: async (stage) => {
      const { page, t, subjects } = stage;
      const form = dialog(stage, t('complaints.form.newTitle'));
      await go(stage, `/customers/${subjects.complaints.customer}?do=complaint`, form);
      await form.getByLabel(t('complaints.field.part'), { exact: true }).fill(subjects.complaints.part);
      await page
        .getByRole('region', { name: t('complaints.twins.label') })
        .first()
        .waitFor();
      return form;
    },
  },
  enquiries: {
    height: 520,
    wide: 1366,
    across: 1366,
    open: (stage) => screen(stage, '/enquiries', stage.page.getByRole('article')),
  },
  club: {
    height: 560,
    wide: 1366,
    across: 1366,
    open: (stage) => screen(stage, '/club/rescues', stage.page.getByRole('article')),
  },
  tasks: {
    height: 700,
    wide: 940,
    across: 1366,
    open: async (stage) => {
      await screen(stage, '/tasks', stage.page.getByRole('article'));
      return stage.page.getByRole('article');
    },
  },
  paper: {
    height: 560,
    wide: 1366,
    across: 1366,
    open: (stage) => screen(stage, '/paper', stage.page.locator('section.panel').last().getByRole('listitem').first()),
  },
  prospects: {
    open: (stage) => screen(stage, '/prospects', stage.page.getByRole('row').nth(1)),
    height: 300,
    wide: 1000,
    across: 1366,
  },
  deliveries: {
    height: 430,
    across: 1366,
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/deliveries', page.locator('[data-card]'));
      await page.locator('[data-card]').first().focus();
      return [page.locator('main h1'), page.getByRole('group', { name: t('deliveries.columns') })];
    },
  },
  recalls: {
    open: (stage) => screen(stage, '/recalls', stage.page.getByRole('row').nth(1)),
    wide: 1000,
    across: 1366,
  },
  accounts: { open: (stage) => screen(stage, '/accounts', stage.page.getByRole('row').nth(1)), height: 260, wide: 960 },
  duplicates: {
    open: async (stage) => {
      const pairs = stage.page.getByRole('list', { name: stage.t('duplicates.title') });
      await go(stage, '/duplicates', pairs.getByRole('listitem'));
      return pairs;
    },
    height: 300,
    wide: 960,
  },
  merge: {
    open: (stage) => {
      const { keepId, dropId } = stage.subjects.twins;
      return screen(stage, `/duplicates/${keepId}/${dropId}`, stage.page.getByRole('radio'));
    },
    wide: 960,
    height: 480,
  },
  imports: {
    open: (stage) => screen(stage, `/imports?import=${stage.subjects.staged}`, stage.page.getByRole('row').nth(20)),
    height: 460,
  },
  settings: {
    open: (stage) => screen(stage, '/settings/hours', heading(stage, stage.t('settings.section.hours'))),
  },
  rules: {
    open: (stage) => screen(stage, '/settings/pointsRules', heading(stage, stage.t('settings.section.pointsRules'))),
    height: 630,
    wide: 1000,
    across: 1366,
  },
  sandbox: {
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/settings/pointsRules', heading(stage, t('settings.section.pointsRules')));
      const labour = { category: t('visit.category.maintenanceLabour'), tier: t('rules.everyTier') };
      await page.getByLabel(t('rules.points.pointsOf', labour), { exact: true }).fill('2');
      await page.keyboard.press('Alt+s');
      await page.getByRole('region', { name: t('pointsReports.sandbox.issued') }).waitFor();
      return page.getByRole('main').locator(':scope > *').first();
    },
    height: 520,
    wide: 1000,
    across: 1100,
  },
  printQueue: {
    open: (stage) => screen(stage, '/printing/queue', stage.page.getByRole('row').nth(1)),
    height: 280,
    wide: 1000,
    across: 1366,
  },
  printers: {
    open: (stage) => screen(stage, '/printing/printers', stage.page.getByRole('row').nth(1)),
    height: 340,
    wide: 1000,
    across: 1366,
  },
  cardFaces: {
    open: async (stage) => {
      await screen(stage, '/printing/templates?tier=gold', heading(stage, stage.t('printing.templates.title')));
      // a gradient would be most of the picture's bytes
      await stage.page.getByLabel(stage.t('printing.templates.face.gradient')).uncheck();
      await stage.page.getByRole('button', { name: new RegExp(`^${stage.t('printing.templates.kind.name')}`) }).click();
      return stage.page.getByRole('main').locator(':scope > *').first();
    },
    height: 560,
    wide: 1120,
    across: 1366,
  },
  visitForm: {
    open: async (stage) => {
      const form = await customerForm(stage, 'visit', stage.t('visit.title'));
      await form.getByLabel(stage.t('visit.line.description', { n: 1 })).fill('6 万公里保养');
      await form.getByLabel(stage.t('visit.line.amount', { n: 1 })).fill('480');
      return form;
    },
    height: 520,
    wide: 960,
  },
  arrivalForm: {
    open: async (stage, { plateTail }) => {
      const form = dialog(stage, stage.t('board.come.walkInTitle'));
      await go(stage, '/?view=board&do=walkIn', form);
      await findIn(stage, form, plateTail);
      return form;
    },
  },
  bookingForm: {
    open: async (stage, { plateTail, today }) => {
      const form = dialog(stage, stage.t('appointments.newTitle'));
      await go(stage, `/bookings?day=${today}`, stage.page.getByRole('row').nth(1));
      await stage.page.keyboard.press('Alt+b');
      await findIn(stage, form, plateTail);
      return form;
    },
    height: 480,
  },
  vehicleForm: {
    open: (stage) =>
      customerForm(stage, `vehicle&vehicle=${stage.subjects.vehicle}`, stage.t('vehicle.form.editTitle')),
    height: 440,
  },
  consents: { open: (stage) => customerForm(stage, 'consents', stage.t('customer.consent.title')), height: 420 },
  relations: { open: (stage) => customerForm(stage, 'relations', stage.t('customer.relation.title')), height: 440 },
  prospectForm: {
    open: async (stage, { prospect }) => {
      const form = stage.page.locator('dialog[open]');
      await go(stage, `/prospects?id=${prospect}`, form.getByRole('textbox'));
      return form;
    },
    height: 500,
    wide: 960,
  },
  recallForm: {
    open: async (stage) => {
      const form = dialog(stage, stage.t('recalls.newTitle'));
      await go(stage, '/recalls', panelOf(stage, stage.t('recalls.title')));
      await stage.page.getByRole('button', { name: stage.t('recalls.new') }).click();
      await form.waitFor();
      return form;
    },
    height: 480,
  },
  planForm: {
    open: async (stage, { plan }) => {
      const form = stage.page.locator('dialog[open]');
      await go(stage, `/accounts?show=all&id=${plan}`, form.getByRole('textbox'));
      return form;
    },
    height: 460,
  },
  handover: {
    open: async (stage, { adviser }) => {
      const form = dialog(stage, stage.t('handover.title'));
      await go(stage, '/settings/staff?do=handover', form);
      await form.getByRole('combobox').selectOption(adviser);
      await form.getByRole('status').waitFor();
      await form.getByRole('checkbox').first().check();
      return form;
    },
    height: 480,
  },
};
