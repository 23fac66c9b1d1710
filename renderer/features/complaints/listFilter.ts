import { type ListInput, type Severity, type Step, severities, type Tab, tabs } from './shapes.ts';

/** What the list shows; all of it stands in the address, so that a link and going back find it again. */
export interface ListFilter {
  /** null: the one that holds the complaint which is open */
  readonly tab: Tab | null;
  readonly q: string;
  readonly mine: boolean;
  readonly severity: Severity | null;
  readonly department: string | null;
}

export const noFilter: ListFilter = { tab: null, q: '', mine: false, severity: null, department: null };

export const readFilter = (search: URLSearchParams): ListFilter => ({
  tab: tabs.find((tab) => tab === search.get('tab')) ?? null,
  q: search.get('q') ?? '',
  mine: search.get('mine') === '1',
  severity: severities.find((one) => one === search.get('severity')) ?? null,
  department: search.get('department'),
});

/** Where a complaint lies that has reached this step. */
export const tabOf = (step: Step): Tab => {
  switch (step) {
    case 'closed':
      return 'archive';
    case 'done':
      return 'askBack';
    default:
      return 'open';
  }
};

/** The address of a complaint (null: of the list), with what the list shows, and the form over it. */
export const addressOf = (
  id: string | null,
  filter: ListFilter,
  more: Readonly<Record<string, string>> = {},
): string => {
  const search = new URLSearchParams({
    ...(filter.tab ? { tab: filter.tab } : {}),
    ...(filter.q ? { q: filter.q } : {}),
    ...(filter.mine ? { mine: '1' } : {}),
    ...(filter.severity ? { severity: filter.severity } : {}),
    ...(filter.department ? { department: filter.department } : {}),
    ...more,
  }).toString();
  const path = id === null ? '/complaints' : `/complaints/${id}`;
  return search ? `${path}?${search}` : path;
};

export const listInput = (filter: ListFilter, tab: Tab): ListInput => ({
  tab,
  ...(filter.q.trim() ? { q: filter.q.trim() } : {}),
  ...(filter.mine ? { mine: true } : {}),
  ...(filter.severity ? { severity: filter.severity } : {}),
  ...(filter.department ? { department: filter.department } : {}),
});

export const isNarrowed = ({ q, mine, severity, department }: ListFilter): boolean =>
  q.trim() !== '' || mine || severity !== null || department !== null;
