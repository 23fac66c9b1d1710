import { primaryDeed, stepRefusal } from '../../../db/domain/complaints/steps.ts';
import type { TextKey } from '../../i18n/index.ts';
import type { Complaint } from './shapes.ts';

/** What can be done with a complaint; each is a command on its page, a button with a key, and most open a panel of that name. */
export const deeds = [
  'contact',
  'investigate',
  'propose',
  'accept',
  'refuse',
  'finish',
  'askBack',
  'close',
  'reopen',
  'pause',
  'resume',
  'promise',
  'compensate',
  'action',
  'attach',
  'edit',
  'print',
  'explain',
] as const;
export type Deed = (typeof deeds)[number];

/** The letter of each; the one that comes next also has Enter. */
export const deedKeys: Readonly<Record<Deed, string>> = {
  contact: 'C',
  investigate: 'D',
  propose: 'F',
  accept: 'Y',
  refuse: 'X',
  finish: 'W',
  askBack: 'H',
  close: 'G',
  reopen: 'R',
  pause: 'S',
  resume: 'Z',
  promise: 'N',
  compensate: 'B',
  action: 'M',
  attach: 'A',
  edit: 'E',
  print: 'P',
  explain: 'L',
};

export const deedLabel = (deed: Deed): TextKey => `complaints.deed.${deed}`;

type Shown = Pick<Complaint, 'step' | 'waitingFor' | 'breached'>;

/** Whether it makes sense now; the store has the last word. */
export const isOffered = (deed: Deed, { step, waitingFor, breached }: Shown): boolean => {
  switch (deed) {
    case 'print':
    case 'attach':
      return true;
    case 'accept':
    case 'refuse':
      return stepRefusal('answer', step) === null;
    case 'contact':
    case 'investigate':
    case 'propose':
    case 'finish':
    case 'askBack':
    case 'reopen':
      return stepRefusal(deed, step) === null;
    case 'pause':
      // a solution that lies before the customer makes the clock stand by itself, and one that was agreed to has stopped it
      return waitingFor === null && (step === 'acknowledged' || step === 'investigating');
    case 'resume':
      return waitingFor !== null && step !== 'closed';
    case 'explain':
      return breached && step !== 'closed';
    case 'close':
    case 'promise':
    case 'compensate':
    case 'action':
    case 'edit':
      return step !== 'closed';
  }
};

/** The deed of Enter, the one that brings it on: a customer who is waited for has answered first. */
export const nextDeed = ({ step, waitingFor }: Shown): Deed | null => {
  const deed = primaryDeed(step, waitingFor !== null);
  return deed === 'answer' ? 'accept' : deed;
};

/** The buttons beside the one that comes next, in the order of the work; 打印 stands apart and 超时说明 in its notice. */
export const otherDeeds = (complaint: Shown): readonly Deed[] => {
  const first = nextDeed(complaint);
  return deeds.filter((deed) => deed !== first && deed !== 'print' && deed !== 'explain' && isOffered(deed, complaint));
};
