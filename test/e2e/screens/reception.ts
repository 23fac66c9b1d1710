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
];
