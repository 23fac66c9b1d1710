import type { Random } from './random.ts';
import { scatter } from './scatter.ts';

/** Number ranges that the carriers have given out. */
const prefixes: readonly [string, ...string[]] = [
  ...([
    '139',
    '138',
    '137',
    '136',
    '135',
    '150',
    '151',
    '152',
    '157',
    '158',
    '159',
    '182',
    '187',
    '188',
    '198',
  ] as const),
  ...([
    '130',
    '131',
    '132',
    '155',
    '156',
    '166',
    '185',
    '186',
    '133',
    '153',
    '177',
    '180',
    '181',
    '189',
    '199',
  ] as const),
];

/** A mobile number that no other index gets: its last eight digits are its own. */
export const mobile = (index: number, random: Random): string =>
  random.pick(prefixes) + String(scatter(index, 10_000, 10_000, 11)).padStart(8, '0');

/** A number of the store's own town. */
export const landline = (random: Random): string => `0571${random.between(82_000_000, 89_999_999)}`;
