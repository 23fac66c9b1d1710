import type { TextKey } from '../../i18n/index.ts';
import type { Enquiry } from './shapes.ts';

/** What can be done with an enquiry; each is a command on its page, a button with a key, and opens a form of that name. */
export const deeds = ['answer', 'handOver', 'close', 'reopen', 'keep', 'edit'] as const;
export type Deed = (typeof deeds)[number];

/** The letter of each; the one that comes next also has Enter. */
export const deedKeys: Readonly<Record<Deed, string>> = {
  answer: 'D',
  handOver: 'H',
  close: 'G',
  reopen: 'R',
  keep: 'S',
  edit: 'E',
};

export const deedLabel = (deed: Deed): TextKey => `enquiries.deed.${deed}`;

type Shown = Pick<Enquiry, 'state' | 'answeredAt' | 'keptAsId' | 'keptAnswerId'>;

/** Whether it makes sense now; the store has the last word. */
export const isOffered = (deed: Deed, { state, answeredAt, keptAsId }: Shown): boolean => {
  switch (deed) {
    case 'answer':
    case 'close':
    case 'edit':
      return state !== 'closed';
    case 'handOver':
      return state === 'open' || state === 'handedOver';
    case 'reopen':
      return state === 'answered' || state === 'closed';
    case 'keep':
      return answeredAt !== null && keptAsId === null;
  }
};

/** The deed of Enter, the one that brings it on. */
export const nextDeed = ({ state }: Pick<Shown, 'state'>): Deed | null => {
  switch (state) {
    case 'open':
    case 'handedOver':
      return 'answer';
    case 'answered':
      return 'close';
    case 'closed':
      return null;
  }
};

export const otherDeeds = (enquiry: Shown): readonly Deed[] =>
  deeds.filter((deed) => deed !== nextDeed(enquiry) && isOffered(deed, enquiry));
