import { luhnDigit } from '../../domain/luhn.ts';
import type { Random } from './random.ts';
import { scatter } from './scatter.ts';

/** A card number as new cards get them (12 digits, the last a Luhn check, never a phone) that no other index gets. */
export const cardNumber = (index: number, random: Random): string => {
  const digits =
    String(random.between(2000, 9999)) + String(scatter(index % 10_000_000, 4000, 2500, 41)).padStart(7, '0');
  return digits + luhnDigit(digits);
};
