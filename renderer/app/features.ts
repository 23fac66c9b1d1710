import type { Command, Feature, NavEntry } from './feature.ts';

const found = import.meta.glob<{ readonly feature: Feature }>('../features/*/feature.ts', { eager: true });

/** Every feature there is; a folder with a feature.ts is enough. */
export const features: readonly Feature[] = Object.values(found).map((module) => module.feature);

export const navEntries: readonly NavEntry[] = features
  .flatMap((feature) => feature.nav ?? [])
  .sort((a, b) => a.order - b.order);

export const commands: readonly Command[] = features.flatMap((feature) => feature.commands);

/** True where a command's `where` covers the path shown. */
export const isHere = (command: Command, path: string): boolean =>
  command.where === 'everywhere' || path === command.where || path.startsWith(`${command.where}/`);
