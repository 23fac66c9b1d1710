import type { TFunction } from 'i18next';
import type { SearchHit } from '../../db/contract/customerViews.ts';
import type { Found } from '../lib/useSearch.ts';
import type { Command } from './feature.ts';
import { rankCommands } from './rankCommands.ts';

/** One line of the one box. */
export type BoxItem =
  | { readonly kind: 'hit'; readonly group: 'customers'; readonly key: string; readonly hit: SearchHit }
  | {
      readonly kind: 'command';
      readonly group: 'commands';
      readonly key: string;
      readonly command: Command;
      readonly label: string;
    }
  | { readonly kind: 'new'; readonly group: 'commands'; readonly key: string; readonly typed: string };

const mostCommands = 6;

/**
 * One ranked list: customers first, unless a command's name begins with two or more typed characters; where nobody is
 * found, the offer to add who was typed.
 */
export const boxItems = (
  found: Found | null,
  commands: readonly Command[],
  typed: string,
  t: TFunction,
): readonly BoxItem[] => {
  const hits: readonly BoxItem[] = (typed ? (found?.hits ?? []) : []).map((hit) => ({
    kind: 'hit',
    group: 'customers',
    key: hit.id,
    hit,
  }));
  const ranked = rankCommands(commands, typed, t).slice(0, mostCommands);
  const named: readonly BoxItem[] = ranked.map(({ command, label }) => ({
    kind: 'command',
    group: 'commands',
    key: command.id,
    command,
    label,
  }));
  const add: readonly BoxItem[] =
    typed.trim().length > 1 && found && found.hits.length === 0 && !found.tooShort && named.length === 0
      ? [{ kind: 'new', group: 'commands', key: 'new', typed: typed.trim() }]
      : [];
  const commandsFirst = typed.trim().length > 1 && (ranked[0]?.rank ?? 0) >= 3;
  return commandsFirst ? [...named, ...hits] : [...hits, ...named, ...add];
};
