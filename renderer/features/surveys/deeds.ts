import type { TextKey } from '../../i18n/index.ts';
import type { Response } from './shapes.ts';

/** What can be done with somebody's answers; each is a command on its page and a button with a key. */
export const deeds = ['call', 'complaint', 'follow', 'remove'] as const;
export type Deed = (typeof deeds)[number];

/** The letter of each; the one that comes next also has Enter. */
export const deedKeys: Readonly<Record<Deed, string>> = { call: 'C', complaint: 'T', follow: 'G', remove: 'X' };

export const deedLabel = (deed: Deed): TextKey => `surveys.deed.${deed}`;

type Shown = Pick<Response, 'customerId' | 'bad' | 'waits' | 'complaintId'>;

/**
 * Whether it makes sense now; the store has the last word.
 *
 * @param mayRemove managers take an answer out of the figures
 */
export const isOffered = (deed: Deed, { customerId, bad, waits, complaintId }: Shown, mayRemove: boolean): boolean => {
  switch (deed) {
    case 'call':
      return waits && customerId !== null;
    case 'complaint':
      return bad && complaintId === null;
    case 'follow':
      return waits;
    case 'remove':
      return mayRemove;
  }
};

/** The deed of Enter: whoever is not satisfied is called. */
export const nextDeed = (response: Shown): Deed | null => (isOffered('call', response, false) ? 'call' : null);

export const otherDeeds = (response: Shown, mayRemove: boolean): readonly Deed[] =>
  deeds.filter((deed) => deed !== nextDeed(response) && isOffered(deed, response, mayRemove));
