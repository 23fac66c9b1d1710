import type { Feature } from '../../app/feature.ts';

/** One customer once (查重与合并). */
export const feature: Feature = {
  id: 'duplicates',
  routes: [
    { path: '/duplicates', load: () => import('./DuplicatesScreen.tsx') },
    { path: '/duplicates/$keepId/$dropId', load: () => import('./MergeScreen.tsx') },
  ],
  commands: [
    {
      id: 'duplicates.list',
      labelKey: 'duplicates.command',
      words: 'cc chachong hb hebing cfkh chongfu merge duplicates twins',
      where: 'everywhere',
      perform: ({ go }) => go('/duplicates'),
    },
  ],
};
