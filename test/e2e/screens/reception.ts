import { go } from '../stage.ts';
import { heading, type Screen } from './screen.ts';

/** What everybody else sees of a part that is not theirs. */
export const receptionScreens: readonly Screen[] = [
  { name: 'forbidden', open: (stage) => go(stage, '/imports', heading(stage, stage.t('common.forbidden.title'))) },
  {
    name: 'settings of reception',
    open: (stage) => go(stage, '/settings/store', stage.page.getByText(stage.t('settings.adminOnly'))),
  },
  {
    name: 'rules of reception',
    open: (stage) => go(stage, '/settings/pointsRules', stage.page.getByText(stage.t('rules.managersOnly'))),
  },
  {
    name: 'call rules of reception',
    open: (stage) => go(stage, '/settings/taskRules', stage.page.getByText(stage.t('rules.managersOnly'))),
  },
  {
    name: 'a call rule of reception',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/settings/taskRules', page.getByText(t('rules.managersOnly')));
      await page
        .getByRole('list', { name: t('taskRules.list') })
        .getByRole('button')
        .first()
        .click();
      await page.getByRole('dialog').getByText(t('taskRules.group.limits')).waitFor();
    },
  },
];
