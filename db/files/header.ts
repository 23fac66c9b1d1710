import type { Cell } from '../domain/import/cell.ts';
import type { ImportTableKind } from '../domain/import/fields.ts';
import { plainText } from '../domain/plainText.ts';
import { exactField, nearField } from './columns.ts';
import type { TableRow } from './table.ts';

/** Titles, export times and notes stand above the header, never this many lines of them. */
export const headerSearchRows = 40;

/**
 * The row of column titles among a file's first rows: the one that names the most different fields. Of equals the later one, for the
 * upper row of a two-line header is merged into the lower. Undefined where no row names two.
 */
export function findHeader(rows: readonly TableRow[], kind: ImportTableKind): TableRow | undefined {
  let best: TableRow | undefined;
  let bestScore = 0;
  for (const row of rows) {
    const score = headerScore(row.cells, kind);
    const adjacent = best !== undefined && row.number === best.number + 1;
    if (score > bestScore || (score === bestScore && score > 0 && adjacent)) {
      best = row;
      bestScore = score;
    }
  }
  return bestScore >= 4 ? best : undefined;
}

/** Two for every field that is named exactly, one for a near one. A title merged over many columns names a field once. */
function headerScore(cells: readonly Cell[], kind: ImportTableKind): number {
  const exact = new Set<string>();
  const near = new Set<string>();
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell.length > 40) continue;
    const field = exactField(cell, kind);
    if (field) exact.add(field);
    else {
      const guess = nearField(cell, kind);
      if (guess) near.add(guess);
    }
  }
  let score = exact.size * 2;
  for (const field of near) if (!exact.has(field)) score += 1;
  return score;
}

const totalText =
  /^(?:本页|总|全部)?(?:合计|总计|小计|共计|累计|总和|总共|小结|grandtotal|subtotal|total|sum)(?:[:：(（].*|\d.*|金额|积分)?$/i;
const footerText = /^(?:制表|打印|导出|审核|填表|复核|制单)(?:人|员|时间|日期|单位)?[:：]/;

/**
 * A total row (合计, 总计, 小计) or a line below the table (制表人: …): its first filled cell says so. A customer's row begins with
 * something else.
 */
export function isTotalRow(cells: readonly Cell[]): boolean {
  const first = cells.find((cell) => cell !== null && String(cell).trim() !== '');
  if (typeof first !== 'string') return false;
  const text = plainText(first).replace(/\s/g, '');
  return totalText.test(text) || footerText.test(text);
}

/** Exports of several pages repeat the header on each. */
export function repeatsHeader(cells: readonly Cell[], header: readonly Cell[]): boolean {
  let same = 0;
  for (const [index, title] of header.entries()) {
    const here = plainText(String(cells[index] ?? ''));
    if (here !== plainText(String(title ?? ''))) return false;
    if (here !== '') same += 1;
  }
  return same >= 2;
}
