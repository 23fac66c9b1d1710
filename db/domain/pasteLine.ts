import { han, kindOfName, normaliseName } from './personName.ts';
import { checkPhone } from './phone.ts';
import { plainText } from './plainText.ts';
import { checkPlate, plateProvinces } from './plate.ts';
import { checkResidentId } from './residentId.ts';
import { checkVin } from './vin.ts';

/** What was found in a line copied from a chat or a list, in whatever order it stood. */
export interface PastedLine {
  name?: string;
  /** digits only */
  phones: string[];
  plate?: string;
  vin?: string;
  residentId?: string;
  /** What belongs to none of these, for the note. */
  rest: string;
}

const labels =
  /(?<![\p{Script=Han}A-Z])(?:客户姓名|客户名称|客户|车主|姓名|联系人|名字|手机号码?|手机|联系电话|电话号码|电话|车牌号码?|车牌|牌照|车架号|车辆识别代[码号]|身份证号?码?|身份证|vin|tel|name|phone|mobile)(?:\s*[:：]\s*|\s+|(?=[A-Z0-9+]))/giu;
// The order matters: a resident ID holds what looks like a phone, a phone's groups look like anything.
const idPattern = /(?<![A-Z0-9])[1-9]\d{16}[\dX](?![A-Z0-9])/gi;
const vinPattern = /(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])/gi;
const phonePattern =
  /(?<![A-Z0-9])(?:(?:\+|00)?86[ -]?)?(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|1[3-9]\d[ -]?\d{3}[ -]?\d{5}|[48]00[ -]?\d{3}[ -]?\d{4}|\(?0\d{2,3}\)?[ -]?\d{3,4}[ -]?\d{4})(?![A-Z0-9])/gi;
const platePattern = new RegExp(
  `[${plateProvinces}]\\s?[A-HJ-NP-Z]\\s?[·•・‧.\\- ]?\\s?[A-HJ-NP-Z0-9]{4,6}[学警挂港澳]?(?![A-Z0-9])`,
  'gi',
);

/** `京A·12345 138 0013 8000 王伟` → plate, phone and name, however they are jumbled. Nothing is lost: see `rest`. */
export function readPastedLine(line: string): PastedLine {
  let left = ` ${plainText(line).replace(labels, ' ')} `;
  const found: PastedLine = { phones: [], rest: '' };
  const take = (pattern: RegExp, accept: (text: string) => boolean) => {
    left = left.replace(pattern, (text) => (accept(text) ? '  ' : text));
  };
  take(idPattern, (text) => {
    const check = checkResidentId(text);
    if (!check.ok || found.residentId) return false;
    found.residentId = check.id;
    return true;
  });
  take(vinPattern, (text) => {
    const check = checkVin(text);
    // Seventeen digits are an order number rather than a vehicle.
    if (!check.ok || found.vin || /^\d+$/.test(text)) return false;
    found.vin = check.vin;
    return true;
  });
  take(phonePattern, (text) => {
    const check = checkPhone(text);
    if (!check.ok) return false;
    if (!found.phones.includes(check.number)) found.phones.push(check.number);
    return true;
  });
  take(platePattern, (text) => {
    const check = checkPlate(text);
    if (!check.ok || found.plate) return false;
    found.plate = check.plate;
    return true;
  });
  const words = left.split(/[\s,;，；、|/]+/).filter((word) => word !== '');
  const named = words.findIndex(looksLikeName);
  const name = named < 0 ? undefined : words[named];
  if (name) found.name = normaliseName(name).replace(/(?<=..)(?:先生|女士|小姐)$/, '');
  found.rest = words.filter((_, index) => index !== named).join(' ');
  return found;
}

function looksLikeName(word: string): boolean {
  const length = Array.from(word).length;
  if (kindOfName(word) === 'company') return true;
  return (
    length >= 2 &&
    length <= 15 &&
    Array.from(word).every((character) => character === '·' || han.test(character)) &&
    (length <= 4 || word.includes('·') || /(?:先生|女士|小姐)$/.test(word))
  );
}
