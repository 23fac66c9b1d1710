import type { TextKey } from '../../i18n/index.ts';
import type { AgencyJob, Claim, Rescue, Service } from './shapes.ts';

/**
 * What can be done with a job; each is a command on its page and a button with a key. Some are done at once, the others open a form of
 * that name.
 */
export const deeds = [
  'begin',
  'ready',
  'handBack',
  'dispatch',
  'arrive',
  'close',
  'surveyed',
  'repairing',
  'submitted',
  'settle',
  'back',
  'edit',
  'print',
  'cancel',
] as const;
export type Deed = (typeof deeds)[number];

/** The letter of each; the one that comes next also has Enter. */
export const deedKeys: Readonly<Record<Deed, string>> = {
  begin: 'S',
  ready: 'O',
  handBack: 'J',
  dispatch: 'D',
  arrive: 'A',
  close: 'W',
  surveyed: 'D',
  repairing: 'R',
  submitted: 'J',
  settle: 'W',
  back: 'B',
  edit: 'E',
  print: 'P',
  cancel: 'X',
};

/** Which service has which. */
export const deedsOf: Readonly<Record<Service, readonly Deed[]>> = {
  agency: ['begin', 'ready', 'handBack', 'back', 'edit', 'print', 'cancel'],
  rescues: ['dispatch', 'arrive', 'close', 'edit', 'print', 'cancel'],
  claims: ['surveyed', 'repairing', 'submitted', 'settle', 'back', 'edit', 'print'],
};

export const deedLabel = (deed: Deed): TextKey => `club.deed.${deed}`;

/** What makes sense now, the one that brings it on (Enter) first; the store has the last word. */
export const agencyDeeds = ({ state }: Pick<AgencyJob, 'state'>): readonly Deed[] => {
  switch (state) {
    case 'taken':
      return ['begin', 'ready', 'handBack', 'edit', 'print', 'cancel'];
    case 'underWay':
      return ['ready', 'handBack', 'back', 'edit', 'print', 'cancel'];
    case 'ready':
      return ['handBack', 'back', 'edit', 'print', 'cancel'];
    case 'handedBack':
    case 'cancelled':
      return ['print'];
  }
};

export const rescueDeeds = ({ state }: Pick<Rescue, 'state'>): readonly Deed[] => {
  switch (state) {
    case 'called':
      return ['dispatch', 'arrive', 'close', 'edit', 'print', 'cancel'];
    case 'dispatched':
      return ['arrive', 'close', 'edit', 'print', 'cancel'];
    case 'arrived':
      return ['close', 'edit', 'print', 'cancel'];
    case 'closed':
    case 'cancelled':
      return ['print'];
  }
};

export const claimDeeds = ({ state }: Pick<Claim, 'state'>): readonly Deed[] => {
  switch (state) {
    case 'reported':
      return ['surveyed', 'repairing', 'submitted', 'settle', 'edit', 'print'];
    case 'surveyed':
      return ['repairing', 'submitted', 'settle', 'back', 'edit', 'print'];
    case 'repairing':
      return ['submitted', 'settle', 'back', 'edit', 'print'];
    case 'submitted':
      return ['settle', 'back', 'edit', 'print'];
    case 'paid':
    case 'unpaid':
      return ['print'];
  }
};

/** Ended: Enter does nothing, what can still be done is printing. */
export const isNextDeed = (deed: Deed): boolean => deed !== 'print';
