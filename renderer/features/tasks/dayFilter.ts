import { type Channel, channels, type LeftOutReason, leftOutReasons } from './shapes.ts';

/** What the list shows; all of it stands in the address, so that a link and going back find it again. */
export interface DayFilter {
  readonly channel: Channel;
  readonly mine: boolean;
  readonly ruleId: string | null;
  /** those whom the list leaves out instead: of one reason, or all of them */
  readonly left: LeftOutReason | 'all' | null;
}

export const noFilter: DayFilter = { channel: 'call', mine: false, ruleId: null, left: null };

export const readFilter = (search: URLSearchParams): DayFilter => {
  const left = search.get('left');
  return {
    channel: channels.find((one) => one === search.get('channel')) ?? 'call',
    mine: search.get('mine') === '1',
    ruleId: search.get('rule'),
    left: left === 'all' ? left : (leftOutReasons.find((one) => one === left) ?? null),
  };
};

/** The address of a customer's call (null: of the list), with what the list shows, and the form over it. */
export const addressOf = (
  customerId: string | null,
  filter: DayFilter,
  more: Readonly<Record<string, string>> = {},
): string => {
  const search = new URLSearchParams({
    ...(filter.channel === 'call' ? {} : { channel: filter.channel }),
    ...(filter.mine ? { mine: '1' } : {}),
    ...(filter.ruleId ? { rule: filter.ruleId } : {}),
    ...(filter.left ? { left: filter.left } : {}),
    ...more,
  }).toString();
  const path = customerId === null ? '/tasks' : `/tasks/${customerId}`;
  return search ? `${path}?${search}` : path;
};

export const isNarrowed = ({ mine, ruleId }: DayFilter): boolean => mine || ruleId !== null;
