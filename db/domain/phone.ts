import { plainText } from './plainText.ts';

/** 手机 / 座机 / 400、800 电话 */
export type PhoneKind = 'mobile' | 'landline' | 'service';

export type PhoneCheck =
  | { ok: true /** digits only, 13800138000 or 01065529988 */; number: string; kind: PhoneKind; extension?: string }
  | { ok: false; reason: 'phone-invalid' };

const invalid: PhoneCheck = { ok: false, reason: 'phone-invalid' };
const mobile = /^1[3-9]\d{9}$/;
const areaLandline = /^0[1-9]\d{1,2}\d{7,8}$/;
const localLandline = /^[2-8]\d{6,7}$/;
const service = /^[48]00\d{7}$/;

/** Reads a number as people and old systems write it: `+86 138-0013-8000`, `(010) 6552 9988 转 801`, full-width digits. */
export function checkPhone(raw: string): PhoneCheck {
  if (mobile.test(raw)) return { ok: true, number: raw, kind: 'mobile' };
  const { main, extension } = splitExtension(plainText(raw));
  const compact = main.replace(/[\s\-‐-―−ー_.·()[\]]/g, '');
  if (!/^\+?\d+$/.test(compact)) return invalid;
  const abroad = /^(?:\+86|0086|\+0086)(\d+)$/.exec(compact)?.[1];
  const digits = abroad ?? (/^86(1[3-9]\d{9})$/.exec(compact)?.[1] || compact);
  if (digits.startsWith('+')) return invalid;
  // Written for callers from abroad, the area code has lost its 0.
  const kind = kindOf(digits) ?? (abroad && areaLandline.test(`0${digits}`) ? 'landline' : undefined);
  if (!kind || (kind === 'mobile' && extension)) return invalid;
  const number = abroad && kind === 'landline' && !digits.startsWith('0') ? `0${digits}` : digits;
  return extension ? { ok: true, number, kind, extension } : { ok: true, number, kind };
}

function kindOf(digits: string): PhoneKind | undefined {
  if (mobile.test(digits)) return 'mobile';
  if (service.test(digits)) return 'service';
  if (areaLandline.test(digits) || localLandline.test(digits)) return 'landline';
  return undefined;
}

function splitExtension(text: string): { main: string; extension?: string } {
  const said = /^(.+?)\s*(?:转|分机|ext\.?|x|#)\s*[:：]?\s*(\d{1,6})$/i.exec(text);
  if (said?.[1] && said[2]) return { main: said[1], extension: said[2] };
  const dashed = /^((?:\+86[- ]?)?0?\d{2,3}[- ]\d{7,8})-(\d{1,6})$/.exec(text);
  if (dashed?.[1] && dashed[2]) return { main: dashed[1], extension: dashed[2] };
  return { main: text };
}

/** Several numbers in one cell: `13800138000/13900139000`, `138…；010-…`. Blanks are left out. */
export function splitPhones(raw: string): string[] {
  return plainText(raw.replace(/[\n\r]/g, ';'))
    .split(/[/;,、；，|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** For lists that need not show the whole number: 138****8000. */
export function maskPhone(number: string): string {
  if (number.length <= 4) return number;
  const head = number.slice(0, Math.max(0, Math.min(3, number.length - 7)));
  return `${head}****${number.slice(-4)}`;
}

/** For reading aloud: 138 0013 8000, 010 6552 9988, 400 820 8820. */
export function formatPhone(number: string): string {
  if (mobile.test(number)) return `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
  if (service.test(number)) return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
  if (areaLandline.test(number)) {
    const area = /^0(?:10|2\d)/.test(number) ? 3 : 4;
    const local = number.slice(area);
    return `${number.slice(0, area)} ${local.slice(0, -4)} ${local.slice(-4)}`;
  }
  if (localLandline.test(number)) return `${number.slice(0, -4)} ${number.slice(-4)}`;
  return number;
}
