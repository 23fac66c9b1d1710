import type { Cell } from '../domain/import/cell.ts';
import type { Merge, TableRow } from './table.ts';

/**
 * Gives the rows below the first of a merged block its value: one customer's name over the rows of two vehicles. Across columns
 * nothing is copied: a note over two columns is not an amount.
 */
export async function* fillMerged(rows: AsyncIterable<TableRow>, merges: readonly Merge[]): AsyncGenerator<TableRow> {
  const tall = merges
    .filter((merge) => merge.lastRow > merge.firstRow && merge.lastRow - merge.firstRow < 10_000)
    .sort((a, b) => a.firstRow - b.firstRow);
  let next = 0;
  let active: { merge: Merge; value: Cell; formula: boolean }[] = [];
  for await (const row of rows) {
    const index = row.number - 1;
    active = active.filter(({ merge }) => merge.lastRow >= index);
    const filled: number[] = [];
    for (const { merge, value, formula } of active) {
      if (value === null || (row.cells[merge.firstColumn] ?? null) !== null) continue;
      while (row.cells.length < merge.firstColumn) row.cells.push(null);
      row.cells[merge.firstColumn] = value;
      if (formula) filled.push(merge.firstColumn);
    }
    for (let merge = tall[next]; merge && merge.firstRow <= index; merge = tall[next]) {
      next += 1;
      if (merge.firstRow !== index) continue;
      const formula = row.formulas.includes(merge.firstColumn);
      active.push({ merge, value: row.cells[merge.firstColumn] ?? null, formula });
    }
    yield filled.length === 0 ? row : { ...row, formulas: [...row.formulas, ...filled] };
  }
}
