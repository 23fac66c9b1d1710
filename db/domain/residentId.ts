import { type Day, isDay } from './day.ts';
import { plainText } from './plainText.ts';

/** 居民身份证 (GB 11643). The desk does not need it; where an old system has it, it is checked. */
export type ResidentIdCheck =
  | { ok: true; id: string; birthday: Day; sex: 'male' | 'female' }
  | {
      ok: false;
      id: string;
      reason: 'resident-id-length' | 'resident-id-characters' | 'resident-id-birthday' | 'resident-id-check-digit';
    };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Takes 18 characters, or the 15 digits of cards issued before 1999, which become 18. */
export function checkResidentId(raw: string): ResidentIdCheck {
  const written = plainText(raw)
    .replace(/[\s\-_]/g, '')
    .toUpperCase();
  const id = /^\d{15}$/.test(written) ? lengthen(written) : written;
  if (id.length !== 18) return { ok: false, id, reason: 'resident-id-length' };
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return { ok: false, id, reason: 'resident-id-characters' };
  const birthday = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isDay(birthday)) return { ok: false, id, reason: 'resident-id-birthday' };
  if (id[17] !== residentIdCheckDigit(id)) return { ok: false, id, reason: 'resident-id-check-digit' };
  return { ok: true, id, birthday, sex: Number(id[16]) % 2 === 1 ? 'male' : 'female' };
}

/** What belongs in place 18 after these 17 digits. */
export function residentIdCheckDigit(id: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += Number(id[place]) * (weights[place] ?? 0);
  return '10X98765432'[sum % 11] ?? '';
}

/** 310115********1380: the middle, which tells the birthday, is hidden. */
export function maskResidentId(id: string): string {
  return id.length < 10 ? id : `${id.slice(0, 6)}${'*'.repeat(id.length - 10)}${id.slice(-4)}`;
}

function lengthen(old: string): string {
  const body = `${old.slice(0, 6)}19${old.slice(6)}`;
  return body + residentIdCheckDigit(body);
}
