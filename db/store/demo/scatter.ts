import { mixed } from './random.ts';

/**
 * Sends 0, 1, 2 … to numbers below `high * low` that look drawn at random and never meet: one step adds to each half what a hash
 * of the other half says, which can always be taken back. So plates, VINs, phones and cards are unique without a list of them.
 */
export const scatter = (index: number, high: number, low: number, salt: number): number => {
  let left = Math.floor(index / low) % high;
  let right = index % low;
  for (let round = 0; round < 2; round++) {
    left = (left + (mixed(right ^ Math.imul(salt + round, 0x27d4eb2f)) % high)) % high;
    right = (right + (mixed(left ^ Math.imul(salt - round, 0x165667b1)) % low)) % low;
  }
  return left * low + right;
};
