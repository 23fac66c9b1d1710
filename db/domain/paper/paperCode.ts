import type { PaperKind } from '../../contract/paper.ts';
import { luhnDigit, luhnOk } from '../luhn.ts';
import { plainText } from '../plainText.ts';

/** So many codes a kind has; then the first comes round. */
const codes = 100_000;
/** Has no divisor in common with `codes`: forms that lie on one pile get codes that are far apart, and none twice. */
const stride = 61_803;

/** The first digit says what the paper is. */
const digitOf: Readonly<Record<PaperKind, string>> = { complaint: '2', signIn: '3', survey: '4' };
const kindOf: ReadonlyMap<string, PaperKind> = new Map([
  [digitOf.complaint, 'complaint'],
  [digitOf.signIn, 'signIn'],
  [digitOf.survey, 'survey'],
]);

/** The code (行码) of the so-and-so-manieth row of a kind: its digit, five more and a Luhn check. */
export const paperCodeOf = (kind: PaperKind, seq: number): string => {
  const digits = digitOf[kind] + String((seq * stride) % codes).padStart(5, '0');
  return digits + luhnDigit(digits);
};

/** A code as typed or scanned: full-width, with spaces or dashes; null where it is none, or a digit of it is wrong. */
export const readPaperCode = (raw: string): { readonly code: string; readonly kind: PaperKind } | null => {
  const code = plainText(raw).replace(/[\s-]/g, '');
  const kind = /^\d{7}$/.test(code) && luhnOk(code) ? kindOf.get(code.charAt(0)) : undefined;
  return kind === undefined ? null : { code, kind };
};
