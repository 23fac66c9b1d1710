import type { Outcome } from './shapes.ts';

/** What may come of a call, in the order of the buttons. */
export const outcomes = [
  'connected',
  'noAnswer',
  'busy',
  'off',
  'callBack',
  'refused',
  'never',
  'emptyNumber',
  'wrongPerson',
  'elsewhere',
  'sold',
  'booked',
] as const satisfies readonly Outcome[];

/** The key of each: digits in the order of the buttons, then 售 S and 约 Y. */
export const outcomeKeys: Readonly<Record<Outcome, string>> = {
  connected: '1',
  noAnswer: '2',
  busy: '3',
  off: '4',
  callBack: '5',
  refused: '6',
  never: '7',
  emptyNumber: '8',
  wrongPerson: '9',
  elsewhere: '0',
  sold: 'S',
  booked: 'Y',
};
