import { type ListInput, type State, type Tab, type Topic, tabs, topics } from './shapes.ts';

/** What the list shows; all of it stands in the address, so that a link and going back find it again. */
export interface ListFilter {
  /** null: the one that holds the enquiry which is open */
  readonly tab: Tab | null;
  readonly q: string;
  readonly topic: Topic | null;
}

export const noFilter: ListFilter = { tab: null, q: '', topic: null };

export const readFilter = (search: URLSearchParams): ListFilter => ({
  tab: tabs.find((tab) => tab === search.get('tab')) ?? null,
  q: search.get('q') ?? '',
  topic: topics.find((one) => one === search.get('topic')) ?? null,
});

export const tabOf = (state: State): Tab => (state === 'closed' ? 'closed' : 'open');

/** The address of an enquiry (null: of the list), with what the list shows, and the form over it. */
export const addressOf = (
  id: string | null,
  filter: ListFilter,
  more: Readonly<Record<string, string>> = {},
): string => {
  const search = new URLSearchParams({
    ...(filter.tab ? { tab: filter.tab } : {}),
    ...(filter.q ? { q: filter.q } : {}),
    ...(filter.topic ? { topic: filter.topic } : {}),
    ...more,
  }).toString();
  const path = id === null ? '/enquiries' : `/enquiries/${id}`;
  return search ? `${path}?${search}` : path;
};

export const listInput = ({ q, topic }: ListFilter, tab: Tab): ListInput => ({
  tab,
  ...(q.trim() ? { q: q.trim() } : {}),
  ...(topic ? { topic } : {}),
});

export const isNarrowed = ({ q, topic }: ListFilter): boolean => q.trim() !== '' || topic !== null;
