import { plainText } from './plainText.ts';

export type VinCheck =
  | {
      ok: true;
      vin: string;
      /** False is a warning, never a refusal: many European VINs have no check digit. */ checkDigitOk: boolean;
    }
  | { ok: false; reason: 'vin-length' | 'vin-characters' };

const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;
const values = new Map<string, number>([
  ...Array.from('0123456789', (digit, index): [string, number] => [digit, index]),
  ...Array.from('ABCDEFGH', (letter, index): [string, number] => [letter, index + 1]),
  ...Array.from('JKLMN', (letter, index): [string, number] => [letter, index + 1]),
  ['P', 7],
  ['R', 9],
  ...Array.from('STUVWXYZ', (letter, index): [string, number] => [letter, index + 2]),
]);

/** 车架号 in one spelling: upper case, no spaces or dashes. */
export function canonicalVin(raw: string): string {
  return plainText(raw)
    .replace(/[\s\-‐-―−_·.]/g, '')
    .toUpperCase();
}

export function checkVin(raw: string): VinCheck {
  const vin = canonicalVin(raw);
  if (vin.length !== 17) return { ok: false, reason: 'vin-length' };
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin)) return { ok: false, reason: 'vin-characters' };
  return { ok: true, vin, checkDigitOk: vin[8] === vinCheckDigit(vin) };
}

/** What belongs in place 9 of these 17 characters (GB 16735, ISO 3779): `0`–`9` or `X`; '' where a character has no value. */
export function vinCheckDigit(vin: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) {
    const value = place === 8 ? 0 : values.get(vin[place] ?? '');
    if (value === undefined) return '';
    sum += value * (weights[place] ?? 0);
  }
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}
