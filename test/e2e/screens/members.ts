import { go, type Stage } from '../stage.ts';
import { dialog, heading, type Screen } from './screen.ts';

const cardPage = (stage: Stage, id: string): Promise<void> =>
  go(stage, `/members/${id}`, heading(stage, stage.t('members.paths.title')));

/** A form over the card's page. */
const panel = (what: string, title: (stage: Stage) => string) => async (stage: Stage) => {
  const shown = dialog(stage, title(stage));
  await go(stage, `/members/${stage.subjects.members.rich}?do=${what}`, shown.getByRole('button').first());
  return shown;
};

const ofCard = async (stage: Stage, what: string, title: string): Promise<void> => {
  const id = stage.subjects.members.rich;
  const { cards } = await stage.page.call<{ cards: { id: string }[] }>('members.get', { id });
  await go(stage, `/members/${id}?do=${what}&card=${cards[0]?.id ?? ''}`, dialog(stage, title));
};

/** 会员: what wants doing, the list, a card's page and its forms. */
export const memberScreens: readonly Screen[] = [
  { name: 'membership', open: (stage) => go(stage, '/members', heading(stage, stage.t('members.home.title'))) },
  {
    name: 'members',
    open: (stage) => go(stage, '/members/list', stage.page.getByRole('main').getByRole('link')),
  },
  {
    name: 'members, filtered to nobody',
    open: (stage) =>
      go(
        stage,
        '/members/list?state=cancelled&joinMode=training&expiring=7',
        heading(stage, stage.t('members.list.none')),
      ),
  },
  { name: 'member card', open: (stage) => cardPage(stage, stage.subjects.members.rich) },
  {
    name: 'member card, what an event stood on',
    open: async (stage) => {
      await cardPage(stage, stage.subjects.members.fresh);
      await stage.page.locator('summary').first().click();
    },
  },
  {
    name: 'member card not found',
    open: (stage) => go(stage, `/members/${crypto.randomUUID()}`, heading(stage, stage.t('members.notFound.title'))),
  },
  { name: 'renew, not yet', open: panel('renew', ({ t }) => t('members.renew.title')) },
  {
    name: 'renew',
    open: async (stage) => {
      const { page, t } = stage;
      const { rows } = await page.call<{ rows: { membershipId: string }[] }>('members.list', { limit: 1 });
      const path = `/members/${rows[0]?.membershipId ?? ''}?do=renew`;
      await go(stage, path, dialog(stage, t('members.renew.title')).getByRole('radio'));
    },
  },
  { name: 'upgrade', open: panel('upgrade', ({ t }) => t('members.upgrade.title')) },
  { name: 'points of a membership', open: panel('points', ({ t }) => t('points.title')) },
  {
    name: 'why this tier',
    open: async (stage) => {
      await go(stage, `/members/${stage.subjects.members.fresh}?do=why`, stage.page.locator('dialog[open] h2'));
    },
  },
  { name: 'services', open: panel('benefit', ({ t }) => t('members.benefit.title')) },
  {
    name: 'family card with nothing chosen',
    open: async (stage) => {
      const shown = await panel('addCard', ({ t }) => t('members.addCard.title'))(stage);
      await stage.page.keyboard.press('Control+s');
      await shown.getByText(stage.t('errors.field.required')).waitFor();
    },
  },
  { name: 'took part', open: panel('participation', ({ t }) => t('members.participation.title')) },
  { name: 'tier by hand', open: panel('tier', ({ t }) => t('members.tier.title')) },
  { name: 'leaving', open: panel('cancel', ({ t }) => t('members.cancel.title')) },
  { name: 'card lost', open: (stage) => ofCard(stage, 'state&to=lost', stage.t('members.turn.lost.title')) },
  {
    name: 'card replaced, without a reason',
    open: async (stage) => {
      await ofCard(stage, 'replace', stage.t('members.replace.title'));
      await stage.page.keyboard.press('Control+s');
      await stage.page.getByText(stage.t('errors.field.required')).waitFor();
    },
  },
  {
    name: 'join, whom',
    open: (stage) => go(stage, '/members?do=join', dialog(stage, stage.t('members.join.title'))),
  },
  {
    name: 'join by fee, with mistakes',
    open: async (stage) => {
      const { page, t, subjects } = stage;
      const shown = dialog(stage, t('members.join.title'));
      await go(stage, `/customers/${subjects.twins.dropId}?do=join`, shown.getByRole('radio'));
      await shown.getByRole('radio', { name: t('members.mode.fee') }).check();
      await shown.getByLabel(t('members.cardNumber.label')).fill('882004170030');
      await page.keyboard.press('Control+s');
      await shown.getByText(t('members.problem.receipt-missing')).waitFor();
    },
  },
  {
    name: 'join, a member already',
    open: async (stage) => {
      const shown = dialog(stage, stage.t('members.join.title'));
      await go(
        stage,
        `/customers/${stage.subjects.storied}?do=join`,
        shown.getByRole('button', { name: stage.t('members.actions.card') }),
      );
    },
  },
];
