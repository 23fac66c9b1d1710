import type { Screen } from './screens.ts';
import type { Stage } from './stage.ts';

const at = async ({ page }: Stage, path: string): Promise<void> => {
  await page.goto(`/#${path}`);
};
const dialog = (stage: Stage, name: string): Promise<void> =>
  stage.page.getByRole('dialog', { name, exact: true }).waitFor();
const board = async (stage: Stage): Promise<void> => {
  await at(stage, '/?view=board');
  await stage.page.getByRole('group', { name: stage.t('board.label') }).waitFor();
};

/** A car on the board of the sample store; one that is there already stays the only one. */
const oneCar = async (stage: Stage): Promise<void> => {
  const input = { requestId: crypto.randomUUID(), vehicleId: stage.subjects.vehicle };
  await stage.page.call('board.walkIn', input).catch(() => undefined);
  await board(stage);
  await stage.page.locator('[data-card]').first().waitFor();
};

/** The day's board, bookings, prospects, recalls and key accounts, as the administrator. */
export const boardScreens: readonly Screen[] = [
  {
    name: 'board, a card chosen',
    open: async (stage) => {
      await oneCar(stage);
      await stage.page.locator('[data-card]').first().focus();
    },
  },
  {
    name: 'board, lines of a visit',
    open: async (stage) => {
      await oneCar(stage);
      await stage.page.locator('[data-card]').first().focus();
      await stage.page.keyboard.press('l');
      await stage.page.getByLabel(stage.t('visit.line.amount', { n: 1 })).waitFor();
    },
  },
  {
    name: 'board, a walk-in with mistakes',
    open: async (stage) => {
      await at(stage, '/?view=board&do=walkIn');
      await dialog(stage, stage.t('board.come.walkInTitle'));
      await stage.page.keyboard.press('Control+s');
      await stage.page.getByText(stage.t('board.come.whoMissing')).waitFor();
    },
  },
  {
    name: 'a booking in the past',
    open: async (stage) => {
      await at(stage, '/?view=board&do=book');
      await dialog(stage, stage.t('appointments.newTitle'));
      await stage.page.field(stage.t('appointments.day')).fill('2020-01-01');
      await stage.page.getByText(stage.t('errors.field.booking-past')).waitFor();
    },
  },
  {
    name: 'bookings, none',
    open: async (stage) => {
      await at(stage, '/bookings?day=2035-01-01');
      await stage.page.getByRole('heading', { name: stage.t('appointments.none') }).waitFor();
    },
  },
  {
    name: 'prospects, none',
    open: async (stage) => {
      await at(stage, '/prospects');
      await stage.page.getByRole('heading', { name: stage.t('prospects.empty') }).waitFor();
    },
  },
  {
    name: 'new prospect',
    open: async (stage) => {
      await at(stage, '/prospects?do=new');
      await dialog(stage, stage.t('prospects.newTitle'));
    },
  },
  {
    name: 'recalls, none',
    open: async (stage) => {
      await at(stage, '/recalls');
      await stage.page.getByRole('heading', { name: stage.t('recalls.empty') }).waitFor();
    },
  },
  {
    name: 'new recall with mistakes',
    open: async (stage) => {
      await at(stage, '/recalls');
      await stage.page.getByRole('button', { name: stage.t('recalls.new') }).click();
      await dialog(stage, stage.t('recalls.newTitle'));
      await stage.page.keyboard.press('Control+s');
      await stage.page.getByText(stage.t('errors.field.required')).first().waitFor();
    },
  },
  {
    name: 'new yearly plan',
    open: async (stage) => {
      await at(stage, '/accounts');
      await stage.page
        .getByRole('button', { name: stage.t('accounts.new') })
        .first()
        .click();
      await dialog(stage, stage.t('accounts.newTitle'));
    },
  },
];
