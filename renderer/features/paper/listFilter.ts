import { type Tab, tabs } from './shapes.ts';

/** What the list shows; it stands in the address. */
export interface ListFilter {
  /** null: what is left to enter */
  readonly tab: Tab | null;
  /** whose questionnaire is to be printed */
  readonly customerId: string | null;
}

export const readFilter = (search: URLSearchParams): ListFilter => ({
  tab: tabs.find((tab) => tab === search.get('tab')) ?? null,
  customerId: search.get('for'),
});

export const noFilter: ListFilter = { tab: null, customerId: null };

export const home = '/paper';

/** The address of a sheet (null: of the list), with what the list shows, and the form over it. */
export const addressOf = (
  id: string | null,
  { tab, customerId }: ListFilter,
  more: Readonly<Record<string, string>> = {},
): string => {
  const search = new URLSearchParams({
    ...(tab ? { tab } : {}),
    ...(customerId ? { for: customerId } : {}),
    ...more,
  }).toString();
  const path = id === null ? home : `${home}/${id}`;
  return search ? `${path}?${search}` : path;
};
