import type { Role } from '../../../db/contract/entry.ts';
import type { Feature } from '../../app/feature.ts';
import { ImportIcon } from '../../ui/icons.tsx';

const roles: readonly Role[] = ['manager', 'admin'];

/** 导入: an old system's files, for managers. */
export const feature: Feature = {
  id: 'imports',
  nav: { order: 80, icon: ImportIcon, labelKey: 'imports.title', path: '/imports', roles, foot: true },
  routes: [{ path: '/imports', load: () => import('./ImportsScreen.tsx'), roles }],
  commands: [
    {
      id: 'imports.open',
      labelKey: 'imports.command',
      words: 'dr daoru jiuxitong biaoge excel csv xlsx import',
      where: 'everywhere',
      roles,
      perform: ({ go }) => go('/imports'),
    },
  ],
};
