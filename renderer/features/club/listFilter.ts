import { type Service, type Tab, tabs } from './shapes.ts';

/** What a list shows; all of it stands in the address, so that a link and going back find it again. */
export interface ListFilter {
  /** null: the one that holds the job which is open */
  readonly tab: Tab | null;
  readonly q: string;
  /** a kind, of a claim its state; '' for all */
  readonly kind: string;
}

export const noFilter: ListFilter = { tab: null, q: '', kind: '' };

export const readFilter = (search: URLSearchParams): ListFilter => ({
  tab: tabs.find((tab) => tab === search.get('tab')) ?? null,
  q: search.get('q') ?? '',
  kind: search.get('kind') ?? '',
});

export const homeOf = (service: Service): string => `/club/${service}`;

/** The address of a job (null: of the list), with what the list shows, and the form over it. */
export const addressOf =
  (service: Service) =>
  (id: string | null, filter: ListFilter, more: Readonly<Record<string, string>> = {}): string => {
    const search = new URLSearchParams({
      ...(filter.tab ? { tab: filter.tab } : {}),
      ...(filter.q ? { q: filter.q } : {}),
      ...(filter.kind ? { kind: filter.kind } : {}),
      ...more,
    }).toString();
    const path = id === null ? homeOf(service) : `${homeOf(service)}/${id}`;
    return search ? `${path}?${search}` : path;
  };

/** What every list asks. */
export const listInput = ({ q }: ListFilter, tab: Tab, cursor: string | undefined) => ({
  tab,
  limit: 100,
  ...(q.trim() ? { q: q.trim() } : {}),
  ...(cursor ? { cursor } : {}),
});

export const isNarrowed = ({ q, kind }: ListFilter): boolean => q.trim() !== '' || kind !== '';
