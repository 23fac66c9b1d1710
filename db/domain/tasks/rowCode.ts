import { luhnDigit, luhnOk } from '../luhn.ts';
import { plainText } from '../plainText.ts';

/** So many codes there are; then the first comes round. */
const codes = 100_000;
/** Has no divisor in common with `codes`: rows one below the other get codes that are far apart, and none twice. */
const stride = 61_803;

/** The code (行码) of the row printed as the so-and-so-manieth: five digits and a Luhn check. */
export const rowCodeOf = (seq: number): string => {
  const digits = String((seq * stride) % codes).padStart(5, '0');
  return digits + luhnDigit(digits);
};

/** A code as typed or scanned: full-width, with spaces or dashes; null where it is none, or a digit of it is wrong. */
export const readRowCode = (raw: string): string | null => {
  const code = plainText(raw).replace(/[\s-]/g, '');
  return /^\d{6}$/.test(code) && luhnOk(code) ? code : null;
};
