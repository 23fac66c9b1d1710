import { plainText } from './plainText.ts';
import { canonicalVin, checkVin } from './vin.ts';

export interface VinListProblem {
  /** from 1 */
  readonly line: number;
  /** as it stands, cut after 60 characters */
  readonly text: string;
  readonly reason: 'vin-length' | 'vin-characters';
}

export interface VinList {
  /** each once, in the list's order */
  readonly vins: readonly string[];
  readonly problems: readonly VinListProblem[];
  /** VINs that stood in the list before */
  readonly repeated: number;
  /** VINs whose check digit does not fit: taken all the same */
  readonly doubtful: number;
}

const separators = /[\t,;，；、|]/;
/** The head of a column, as makers' lists have it. */
const heading = /^(?:vin(?:[码号]|\s?(?:code|number|no\.?))?|车架号码?|车辆识别(?:代号|代码|码)|底盘号)$/i;
const longestShown = 60;

/**
 * The VINs of a recall (召回 VIN 清单), pasted or read from a file: one a line, alone or among other columns, or several a
 * line. Lines without any are named one by one, but for a heading and blank lines.
 */
export function parseVinList(text: string): VinList {
  const vins = new Set<string>();
  const problems: VinListProblem[] = [];
  let repeated = 0;
  let doubtful = 0;
  let first = true;
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = plainText(raw.replaceAll('\t', ' ; '));
    if (line === '' || /^[;\s]*$/.test(line)) continue;
    const found = vinsOf(line);
    if (found.length === 0) {
      const isHeading = first && line.split(/[,;，；、| ]/).some((cell) => heading.test(cell));
      if (!isHeading) problems.push({ line: index + 1, text: cut(raw), reason: reasonOf(line) });
    }
    first = false;
    for (const { vin, checkDigitOk } of found) {
      if (vins.has(vin)) repeated += 1;
      else {
        vins.add(vin);
        if (!checkDigitOk) doubtful += 1;
      }
    }
  }
  return { vins: [...vins], problems, repeated, doubtful };
}

function cut(raw: string): string {
  const line = raw.trim();
  return Array.from(line).length > longestShown ? `${Array.from(line).slice(0, longestShown).join('')}…` : line;
}

function vinsOf(line: string): { vin: string; checkDigitOk: boolean }[] {
  const whole = checkVin(line);
  if (whole.ok) return [whole];
  const cells = line.split(separators);
  const byCell = cells.flatMap(vinIn);
  return byCell.length > 0 ? byCell : cells.flatMap((cell) => cell.split(' ')).flatMap(vinIn);
}

/** Words and numbers beside a VIN are columns of the list, no VINs: 17 characters must hold a digit and a letter. */
function vinIn(cell: string): { vin: string; checkDigitOk: boolean }[] {
  const checked = checkVin(cell);
  return checked.ok && /\d/.test(checked.vin) ? [checked] : [];
}

function reasonOf(line: string): VinListProblem['reason'] {
  const parts = [line, ...line.split(separators), ...line.split(/[\s\t,;，；、|]+/)].map(canonicalVin);
  return parts.some((part) => Array.from(part).length === 17) ? 'vin-characters' : 'vin-length';
}
