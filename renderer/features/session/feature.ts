import type { Feature } from '../../app/feature.ts';

/** Who is at the desk. Log-in and first run stand before the frame: the Gate shows them. */
export const feature: Feature = {
  id: 'session',
  routes: [{ path: '/password', load: () => import('./PasswordScreen.tsx') }],
  commands: [
    {
      id: 'session.password',
      labelKey: 'session.change.title',
      words: 'xgmm xiugaimima password',
      where: 'everywhere',
      perform: ({ go }) => go('/password'),
    },
  ],
};
