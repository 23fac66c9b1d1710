import type { Command, Feature } from '../../app/feature.ts';
import { SettingsIcon } from '../../ui/icons.tsx';
import { type SectionId, sectionIds, sectionRoles, sectionWords } from './sections.ts';

const sectionCommand = (section: SectionId): Command => {
  const roles = sectionRoles[section];
  return {
    id: `settings.${section}`,
    labelKey: `settings.command.${section}`,
    words: `sz ${sectionWords[section]}`,
    where: 'everywhere',
    ...(roles ? { roles } : {}),
    perform: ({ go }) => go(section === 'imports' ? '/imports' : `/settings/${section}`),
  };
};

/** 设置: the store's facts and rules, its staff, and the software that may talk to it. */
export const feature: Feature = {
  id: 'settings',
  nav: { order: 90, icon: SettingsIcon, labelKey: 'settings.title', path: '/settings', foot: true },
  routes: [
    { path: '/settings', load: () => import('./SettingsScreen.tsx') },
    { path: '/settings/$section', load: () => import('./SettingsScreen.tsx') },
  ],
  commands: sectionIds.filter((section) => section !== 'imports').map(sectionCommand),
};
