import type { Connection } from '../connection.ts';

export type Cell = string | number | null;

export interface BulkInsert {
  add(row: readonly Cell[]): void;
  flush(): void;
}

/** Cells of one statement: beyond a few hundred a longer one gains nothing. */
const cellsInStatement = 240;

/** Inserts rows many to a statement, in order: about half the time of one by one. */
export const bulkInsert = (connection: Connection, table: string, columns: readonly string[]): BulkInsert => {
  const one = `(${columns.map(() => '?').join(', ')})`;
  const head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
  const rows = Math.max(1, Math.floor(cellsInStatement / columns.length));
  const many = connection.prepare(head + Array.from({ length: rows }, () => one).join(', '));
  const single = connection.prepare(head + one);
  const size = rows * columns.length;
  let cells: Cell[] = [];
  return {
    add: (row) => {
      for (const cell of row) cells.push(cell);
      if (cells.length < size) return;
      many.run(cells);
      cells = [];
    },
    flush: () => {
      for (let from = 0; from < cells.length; from += columns.length)
        single.run(cells.slice(from, from + columns.length));
      cells = [];
    },
  };
};
