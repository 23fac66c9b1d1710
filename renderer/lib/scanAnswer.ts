import type { SearchHit } from '../../db/contract/customerViews.ts';
import { luhnOk } from '../../db/domain/luhn.ts';
import { checkVin } from '../../db/domain/vin.ts';

/** What a scan led to. It is first looked up as it stands: numbers of old systems have no check digit. */
export type ScanAnswer =
  | { readonly kind: 'open'; readonly hit: SearchHit }
  /** several customers have it */
  | { readonly kind: 'several' }
  /** nobody has exactly this, but one customer has something that begins so */
  | { readonly kind: 'near'; readonly hit: SearchHit; readonly check: Check }
  | { readonly kind: 'none'; readonly check: Check };

/** What the code's own check digit says: `wrong` was read badly, `unknown` has none. */
export type Check = 'vin' | 'right' | 'wrong' | 'unknown';

const bare = (text: string): string => text.replace(/[\s·.-]/g, '').toUpperCase();

const has = (hit: SearchHit, text: string): boolean => {
  const wanted = bare(text);
  return [hit.cardNumber, ...hit.vehicles.flatMap((vehicle) => [vehicle.plate, vehicle.vin])].some(
    (value) => value !== null && bare(value) === wanted,
  );
};

/** New card numbers are 12 digits with a Luhn check, VINs are 17 characters; all else has no check that we know. */
export const checkOf = (text: string): Check => {
  if (/^\d{12}$/.test(text)) return luhnOk(text) ? 'right' : 'wrong';
  if (text.length === 17 && checkVin(text).ok) return 'vin';
  return 'unknown';
};

export const scanAnswer = (text: string, hits: readonly SearchHit[]): ScanAnswer => {
  const exact = hits.filter((hit) => has(hit, text));
  const [hit, ...others] = exact;
  if (hit) return others.length === 0 ? { kind: 'open', hit } : { kind: 'several' };
  const [near, ...more] = hits;
  return near && more.length === 0
    ? { kind: 'near', hit: near, check: checkOf(text) }
    : { kind: 'none', check: checkOf(text) };
};
