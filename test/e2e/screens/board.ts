import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { dialog, type Screen } from './screen.ts';

const cards = ({ page }: Stage): Locator => page.locator('[data-card]');
const board = (stage: Stage): Promise<void> => go(stage, '/?view=board', cards(stage));
const cardOf = (stage: Stage, step: 'booked' | 'inWork'): Locator =>
  stage.page
    .getByRole('group', { name: stage.t('board.label') })
    .getByRole('region')
    .nth(step === 'booked' ? 0 : 2)
    .locator('[data-card]')
    .first();
/** A letter on a card opens what it stands for. */
const onCard = async (stage: Stage, step: 'booked' | 'inWork', key: string, title: string): Promise<void> => {
  await board(stage);
  await cardOf(stage, step).focus();
  await stage.page.keyboard.press(key);
  await dialog(stage, title).waitFor();
};

/** The day's board and the bookings. */
export const boardScreens: readonly Screen[] = [
  { name: 'board', open: board },
  {
    name: 'board, a card chosen',
    open: async (stage) => {
      await board(stage);
      await cardOf(stage, 'inWork').focus();
    },
  },
  {
    name: 'board, a booking chosen',
    open: async (stage) => {
      await board(stage);
      await cardOf(stage, 'booked').focus();
    },
  },
  {
    name: 'board, a move that makes no sense',
    open: async (stage) => {
      await board(stage);
      await stage.page.getByRole('region').nth(1).locator('[data-card]').first().focus();
      await stage.page.keyboard.press('Shift+ArrowLeft');
      await stage.page.getByText(stage.t('board.noBack')).waitFor();
    },
  },
  {
    name: 'board, lines of a visit',
    open: (stage) => onCard(stage, 'inWork', 'l', stage.t('board.linesPanel.title')),
  },
  {
    name: 'board, voiding without a reason',
    open: async (stage) => {
      await onCard(stage, 'inWork', 'x', stage.t('board.voidPanel.title'));
      await stage.page.keyboard.press('Control+s');
      await stage.page.getByText(stage.t('board.voidPanel.required')).waitFor();
    },
  },
  {
    name: 'board, a booking being cancelled',
    open: (stage) => onCard(stage, 'booked', 'x', stage.t('appointments.cancelTitle')),
  },
  {
    name: 'board, a walk-in with mistakes',
    open: async (stage) => {
      await go(stage, '/?view=board&do=walkIn', dialog(stage, stage.t('board.come.walkInTitle')));
      await stage.page.keyboard.press('Control+s');
      await stage.page.getByText(stage.t('board.come.whoMissing')).waitFor();
    },
  },
  {
    name: 'board, somebody unknown walks in',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/?view=board&do=walkIn', dialog(stage, t('board.come.walkInTitle')));
      await page.keyboard.type('13812349999');
      await page.getByText(t('board.come.none')).waitFor();
      await page.keyboard.press('Enter');
      await page.getByText(t('board.come.newText')).waitFor();
    },
  },
  {
    name: 'a booking in the past',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/?view=board&do=book', dialog(stage, t('appointments.newTitle')));
      await page.field(t('appointments.day')).fill('2020-01-01');
      await page.getByText(t('errors.field.booking-past')).waitFor();
    },
  },
  { name: 'bookings', open: (stage) => go(stage, '/bookings', stage.page.getByRole('row').nth(1)) },
  {
    name: 'booking, another time',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/bookings', page.getByRole('row').nth(1));
      await page
        .getByRole('button', { name: t('board.do.edit'), exact: true })
        .first()
        .click();
      await dialog(stage, t('appointments.changeTitle')).waitFor();
    },
  },
];
