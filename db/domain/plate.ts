import { isPlaceholder, plainText } from './plainText.ts';

/** 普通 / 小型新能源 / 大型新能源 / 教练车（学）/ 警 / 粤港澳两地 / 挂车 */
export type PlateKind =
  | 'ordinary'
  | 'newEnergySmall'
  | 'newEnergyLarge'
  | 'learner'
  | 'police'
  | 'hongKongMacau'
  | 'trailer';

export type PlateCheck =
  | { ok: true /** upper case without the dot: 京A3K927 */; plate: string; kind: PlateKind }
  /** Embassy, temporary, old or mistyped plates: the caller may keep `plate` after a warning. */
  | { ok: false; plate: string; reason: 'plate-odd' };

/** The 31 characters that begin a plate on the mainland. */
export const plateProvinces = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';

// I and O are not used on plates: they read as 1 and 0.
const place = `[${plateProvinces}][A-HJ-NP-Z]`;
const any = '[A-HJ-NP-Z0-9]';
const energy = '[A-HJK]';
const patterns: readonly (readonly [PlateKind, RegExp])[] = [
  ['ordinary', new RegExp(`^${place}${any}{5}$`)],
  ['newEnergySmall', new RegExp(`^${place}${energy}${any}\\d{4}$`)],
  ['newEnergyLarge', new RegExp(`^${place}\\d{5}${energy}$`)],
  ['learner', new RegExp(`^${place}${any}{4}学$`)],
  ['police', new RegExp(`^${place}${any}{4}警$`)],
  ['trailer', new RegExp(`^${place}${any}{4}挂$`)],
  ['hongKongMacau', new RegExp(`^粤Z${any}{4}[港澳]$`)],
];

/** One spelling for a plate, whether it is a good one or not. */
export function canonicalPlate(raw: string): string {
  return plainText(raw)
    .replace(/['\s·•∙⋅・‧.\-‐-―−_]/g, '')
    .toUpperCase();
}

export function checkPlate(raw: string): PlateCheck {
  const plate = canonicalPlate(raw);
  for (const [kind, pattern] of patterns) if (pattern.test(plate)) return { ok: true, plate, kind };
  return { ok: false, plate, reason: 'plate-odd' };
}

/** A new car has no plate yet; old systems write 无牌, 未上牌, 新车 … in its place. */
export function isNoPlate(raw: string): boolean {
  const text = plainText(raw).replace(/\s/g, '');
  return isPlaceholder(text) || /^(?:无牌照?|无车牌|未上牌|待上牌|未挂牌|没上牌|新车|暂无牌照?|未上户)$/.test(text);
}

/** As on the car: 京A·3K927. Plates without province and letter are left as they are. */
export function formatPlate(plate: string): string {
  return new RegExp(`^${place}`).test(plate) ? `${plate.slice(0, 2)}·${plate.slice(2)}` : plate;
}
