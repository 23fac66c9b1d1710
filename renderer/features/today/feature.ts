import type { Feature } from '../../app/feature.ts';
import { HomeIcon } from '../../ui/icons.tsx';

/** 今日: what this desk must do now. */
export const feature: Feature = {
  id: 'today',
  nav: { order: 10, icon: HomeIcon, labelKey: 'today.title', path: '/' },
  routes: [{ path: '/', load: () => import('./TodayScreen.tsx') }],
  commands: [
    {
      id: 'today.open',
      labelKey: 'today.title',
      words: 'jr jinri home today shouye sy',
      where: 'everywhere',
      perform: ({ go }) => go('/'),
    },
  ],
};
