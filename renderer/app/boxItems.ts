import type { TFunction } from 'i18next';
import type { SearchHit } from '../../db/contract/customerViews.ts';
import type { Answer, api } from '../lib/api.ts';
import type { Found } from '../lib/useSearch.ts';
import type { Command } from './feature.ts';
import { rankCommands } from './rankCommands.ts';

/** A complaint, an enquiry or a service of the club, found by its number. */
export type NumberedRecord = Answer<typeof api.home.numbered>['rows'][number];

/** Where such records are. */
export const recordHomes: Readonly<Record<NumberedRecord['kind'], string>> = {
  complaint: '/complaints',
  enquiry: '/enquiries',
  agency: '/club/agency',
  rescue: '/club/rescues',
  claim: '/club/claims',
};

/** One line of the one box. */
export type BoxItem =
  | { readonly kind: 'hit'; readonly group: 'customers'; readonly key: string; readonly hit: SearchHit }
  | { readonly kind: 'numbered'; readonly group: 'records'; readonly key: string; readonly record: NumberedRecord }
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
 * One ranked list: what bears the number that was typed, then customers, unless a command's name begins with two or more typed characters; where nobody is
 * found, the offer to add who was typed.
 */
export const boxItems = (
  found: Found | null,
  numbered: readonly NumberedRecord[],
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
  const records: readonly BoxItem[] = (typed ? numbered : []).map((record) => ({
    kind: 'numbered',
    group: 'records',
    key: record.id,
    record,
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
    typed.trim().length > 1 &&
    found &&
    found.hits.length === 0 &&
    !found.tooShort &&
    named.length === 0 &&
    records.length === 0
      ? [{ kind: 'new', group: 'commands', key: 'new', typed: typed.trim() }]
      : [];
  const commandsFirst = typed.trim().length > 1 && (ranked[0]?.rank ?? 0) >= 3;
  return commandsFirst ? [...named, ...records, ...hits] : [...records, ...hits, ...named, ...add];
};
