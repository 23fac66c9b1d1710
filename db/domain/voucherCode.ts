import { luhnDigit, luhnOk } from './luhn.ts';
import { plainText } from './plainText.ts';

export type VoucherCodeCheck =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: 'scan-not-a-voucher' | 'voucher-check-digit' };

/**
 * A new voucher's code (券码): V and 11 digits, the last a Luhn check over the digits, so that no card number is taken for one.
 *
 * @param random the next digit's source, a whole number 0 ≤ n < limit
 */
export const newVoucherCode = (random: (limit: number) => number): string => {
  let digits = '';
  while (digits.length < 10) digits += String(random(10));
  return `V${digits}${luhnDigit(digits)}`;
};

/** A code as scanned or typed: full-width, with spaces or dashes, in small letters. */
export const readVoucherCode = (raw: string): VoucherCodeCheck => {
  const code = plainText(raw).replace(/[\s-]/g, '').toUpperCase();
  if (!/^V\d{11}$/.test(code)) return { ok: false, reason: 'scan-not-a-voucher' };
  return luhnOk(code.slice(1)) ? { ok: true, code } : { ok: false, reason: 'voucher-check-digit' };
};
