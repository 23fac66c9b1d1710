import type { ComponentType } from 'react';
import { deskCommands } from './deskCommands.ts';
import type { Command, Feature, NavEntry } from './feature.ts';

const found = import.meta.glob<{ readonly feature: Feature }>('../features/*/feature.ts', { eager: true });

/** Every feature there is; a folder with a feature.ts is enough. */
export const features: readonly Feature[] = Object.values(found).map((module) => module.feature);

export const navEntries: readonly NavEntry[] = features
  .flatMap((feature) => feature.nav ?? [])
  .sort((a, b) => a.order - b.order);

/** What stands at the right end of the top bar. */
export const topBarParts: readonly ComponentType[] = features.flatMap((feature) => feature.topBar ?? []);

export const commands: readonly Command[] = [...features.flatMap((feature) => feature.commands), ...deskCommands];

/** What can be done to a customer that the one box has found, a Tab away. */
export const hitCommands: readonly Command[] = commands.filter((command) => command.onHit !== undefined);

/** The buttons of a page: `pageCommands('/customers/$id')`. */
export const pageCommands = (route: Command['where']): readonly Command[] =>
  commands.filter((command) => command.where === route);

const routes: readonly string[] = features.flatMap((feature) => feature.routes.map((route) => route.path));

/** The route that shows a path: `/customers/$id` for `/customers/ID`, the one with the most words of its own first. */
export const routeOf = (path: string, among: readonly string[] = routes): string | null => {
  const parts = path.split('/');
  const fits = (route: string): boolean => {
    const own = route.split('/');
    return own.length === parts.length && own.every((part, at) => part.startsWith('$') || part === parts[at]);
  };
  const variables = (route: string): number => route.split('$').length;
  return among.filter(fits).sort((a, b) => variables(a) - variables(b))[0] ?? null;
};

const bare = new Set<string>(
  features.flatMap((feature) => feature.routes.filter((route) => route.bare).map((route) => route.path)),
);

/** True where the path shows a screen that is turned round to a customer. */
export const isBare = (path: string): boolean => bare.has(routeOf(path) ?? '');

/** True where a command's `where` covers the path shown. */
export const isHere = ({ where, notOn = [] }: Pick<Command, 'where' | 'notOn'>, path: string): boolean => {
  const route = routeOf(path);
  return where === 'everywhere' ? !notOn.some((one) => one === route) : route === where;
};
