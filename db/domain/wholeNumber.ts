import { plainText } from './plainText.ts';

export type WholeNumberCheck = { ok: true; value: number } | { ok: false };

/**
 * A non-negative whole number as files write it: 12345, `12,345`, `12345公里`, 12345.0. Words, fractions and signs are
 * refused. `units` are suffixes that may follow.
 */
export function parseWholeNumber(raw: string | number, units: readonly string[] = []): WholeNumberCheck {
  // + 0 turns -0 into 0, which JSON would do later.
  if (typeof raw === 'number')
    return Number.isSafeInteger(raw) && raw >= 0 ? { ok: true, value: raw + 0 } : { ok: false };
  let text = plainText(raw).replace(/\s/g, '').toLowerCase();
  const unit = units.find((suffix) => text.endsWith(suffix));
  if (unit) text = text.slice(0, -unit.length);
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.0*)?$/.test(text)) return { ok: false };
  const value = Number(text.replaceAll(',', ''));
  return Number.isSafeInteger(value) ? { ok: true, value } : { ok: false };
}

/** What stands behind a mileage: 58204公里, 58,204 km. */
export const kilometreUnits: readonly string[] = ['公里', '千米', 'km'];
