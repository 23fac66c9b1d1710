import { CareError } from '../../db/contract/errors.ts';

/** The deepest input of the contract nests five levels; an RPC envelope adds two. */
const deepest = 24;

const refuse = (reason: string): CareError => new CareError('VALIDATION', { reason });

/**
 * @throws CareError VALIDATION where the value nests deeper than any input does, or carries a key that would reach an
 * object's prototype
 */
export const checkPlain = (root: unknown): void => {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw refuse('input-too-deep');
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value)) {
        for (const item of value) below.push(item);
        continue;
      }
      for (const key of Object.keys(value)) {
        if (key === '__proto__') throw refuse('input-key-invalid');
        below.push((value as Record<string, unknown>)[key]);
      }
    }
    level = below;
  }
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** @throws CareError VALIDATION where the bytes are no UTF-8 */
export const strictUtf8 = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    throw refuse('input-not-utf8');
  }
};

/** Empty text is `undefined`. @throws CareError VALIDATION where it is no JSON, or none that we take */
export const parsePlain = (text: string): unknown => {
  if (text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('input-malformed');
  }
  checkPlain(value);
  return value;
};
