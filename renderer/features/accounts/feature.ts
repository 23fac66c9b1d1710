import type { Feature } from '../../app/feature.ts';
import { managers } from '../../lib/roles.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';

/** 重点客户: a plan and a review a year. Reached from 客户 and the one box. */
export const feature: Feature = {
  id: 'accounts',
  routes: [{ path: '/accounts', load: () => import('./AccountsScreen.tsx') }],
  commands: [
    {
      id: 'accounts.list',
      labelKey: 'accounts.title',
      words: 'zdkh zhongdiankehu ndjh niandujihua key accounts plans',
      where: 'everywhere',
      perform: ({ go }) => go('/accounts'),
    },
    {
      id: 'accounts.new',
      labelKey: 'accounts.new',
      words: 'xjjh xinjianjihua niandujihua new plan',
      key: 'B',
      where: '/accounts',
      roles: managers,
      perform: () => doOnScreen('accounts.new'),
    },
  ],
};
