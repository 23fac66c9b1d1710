import { type ListInput, type Response, type Tab, tabs } from './shapes.ts';

/** What the list shows; all of it stands in the address, so that a link and going back find it again. */
export interface ListFilter {
  /** null: the one that holds the answers that are open */
  readonly tab: Tab | null;
  readonly q: string;
  /** '' for any */
  readonly questionnaire: string;
}

export const noFilter: ListFilter = { tab: null, q: '', questionnaire: '' };

export const readFilter = (search: URLSearchParams): ListFilter => ({
  tab: tabs.find((tab) => tab === search.get('tab')) ?? null,
  q: search.get('q') ?? '',
  questionnaire: search.get('questionnaire') ?? '',
});

export const tabOf = ({ waits }: Pick<Response, 'waits'>): Tab => (waits ? 'waits' : 'all');

/** The address of somebody's answers (null: of the list), with what the list shows, and the form over it. */
export const addressOf = (
  id: string | null,
  filter: ListFilter,
  more: Readonly<Record<string, string>> = {},
): string => {
  const search = new URLSearchParams({
    ...(filter.tab ? { tab: filter.tab } : {}),
    ...(filter.q ? { q: filter.q } : {}),
    ...(filter.questionnaire ? { questionnaire: filter.questionnaire } : {}),
    ...more,
  }).toString();
  const path = id === null ? '/surveys' : `/surveys/${id}`;
  return search ? `${path}?${search}` : path;
};

export const listInput = ({ q, questionnaire }: ListFilter, tab: Tab): ListInput => ({
  tab,
  ...(q.trim() ? { q: q.trim() } : {}),
  ...(questionnaire ? { questionnaireId: questionnaire } : {}),
});

export const isNarrowed = ({ q, questionnaire }: ListFilter): boolean => q.trim() !== '' || questionnaire !== '';
