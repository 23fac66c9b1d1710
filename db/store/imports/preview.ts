import type { Problem } from '../../contract/imports.ts';
import type { Cell, RowProblem } from '../../domain/import/cell.ts';
import { problemText } from '../../domain/import/problemText.ts';
import { csvLine } from '../../files/writeTable.ts';
import type { PreviewRow } from '../importProtocol.ts';
import { openStaging } from './stagingFile.ts';

const reasonTitle = '错误原因';

interface StoredRow {
  readonly number: number;
  readonly cells: string;
  readonly fate: string;
  readonly warning: number;
  readonly problems: string;
  readonly changes: string;
}

const problemsOf = (row: { number: number; problems: string }): Problem[] =>
  (JSON.parse(row.problems) as RowProblem[]).map((problem) => ({
    row: row.number,
    column: problem.column,
    code: problem.code,
    level: problem.level,
    message: problemText(problem),
  }));

const cellText = (cell: Cell): string => (cell === null ? '' : String(cell));

/** Some rows of a staged file with their fates, all or those of one fate. */
export const previewRows = (
  dataDir: string,
  importId: string,
  page: { fate?: string | undefined; offset: number; limit: number },
): { rows: PreviewRow[]; count: number } => {
  const { connection } = openStaging(dataDir, importId);
  try {
    const where = page.fate === undefined ? '' : page.fate === 'warning' ? 'WHERE warning = 1' : 'WHERE fate = @fate';
    const values = { fate: page.fate ?? '', offset: page.offset, limit: page.limit };
    const bound = where.includes('@fate') ? { fate: values.fate } : {};
    const count =
      connection.prepare<[typeof bound], number>(`SELECT count(*) FROM row ${where}`).pluck(true).get(bound) ?? 0;
    const rows = connection
      .prepare<[object], StoredRow>(
        `SELECT number, cells, fate, warning, problems, changes FROM row ${where} ORDER BY number LIMIT @limit OFFSET @offset`,
      )
      .all({ ...bound, limit: values.limit, offset: values.offset });
    return {
      count,
      rows: rows.map((row) => ({
        row: row.number,
        fate: row.fate as PreviewRow['fate'],
        warning: row.warning === 1,
        cells: (JSON.parse(row.cells) as Cell[]).map(cellText),
        problems: problemsOf(row),
        changes: JSON.parse(row.changes) as string[],
      })),
    };
  } finally {
    connection.close();
  }
};

/** Every problem of a staged file, for the command line's report. */
export const problemsOfFile = (dataDir: string, importId: string): Problem[] => {
  const { connection } = openStaging(dataDir, importId);
  try {
    const rows = connection
      .prepare<[], { number: number; problems: string }>(
        "SELECT number, problems FROM row WHERE problems <> '[]' ORDER BY number",
      )
      .all();
    return rows.flatMap(problemsOf);
  } finally {
    connection.close();
  }
};

/**
 * The refused rows as a CSV with a byte order mark: as they stood in the file, with one more column that says why. Mended, it
 * can be fed again.
 */
export const errorCsv = (dataDir: string, importId: string): string => {
  const { connection, meta } = openStaging(dataDir, importId);
  try {
    const rows = connection
      .prepare<[], StoredRow>("SELECT * FROM row WHERE fate IN ('error', 'repeated', 'unknownVehicle') ORDER BY number")
      .all();
    // fed again, it has that column already: the new reason takes the place of the old
    const width = meta.header.at(-1) === reasonTitle ? meta.header.length - 1 : meta.header.length;
    const lines = rows.map((row) => {
      const cells = JSON.parse(row.cells) as Cell[];
      const own = Array.from({ length: width }, (_, index) => cells[index] ?? null);
      const reasons = problemsOf(row).map((problem) => problem.message);
      return csvLine([...own, reasons.join('；')]);
    });
    return `\uFEFF${csvLine([...meta.header.slice(0, width), reasonTitle])}${lines.join('')}`;
  } finally {
    connection.close();
  }
};
