import { rename, rm } from 'node:fs/promises';
import type { CustomerExport } from '../../contract/exports.ts';
import type { Cell } from '../../domain/import/cell.ts';
import { list } from '../../features/customers/list.ts';
import { writeTable } from '../../files/writeTable.ts';
import type { QueryContext, ReadDb } from '../handler.ts';
import { customerCells } from './customerCells.ts';

const pageRows = 1000;

/**
 * Writes the customer list as one state of the store shows it: the caller holds a read transaction. `path` is there once the file
 * is whole; gives the number of rows.
 */
export const writeCustomers = async (
  db: ReadDb,
  ctx: QueryContext,
  what: CustomerExport,
  path: string,
  onProgress: (done: number, total: number | null) => void,
): Promise<number> => {
  const { format, title, columns, filter, sort } = what;
  let done = 0;
  async function* rows(): AsyncGenerator<readonly Cell[]> {
    let cursor: string | undefined;
    let total: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(
        db,
        { filter, sort, limit: pageRows, ...(cursor === undefined ? {} : { cursor }) },
        ctx,
      );
      total ??= page.total;
      for (const row of page.rows) yield customerCells(row, columns);
      done += page.rows.length;
      onProgress(done, total);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
  const partial = `${path}.partial`;
  try {
    await writeTable(partial, format, {
      sheet: sheetName(title),
      header: columns.map((each) => each.title),
      rows: rows(),
    });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return done;
};

/** Excel takes 31 characters and none of []:*?/\ in a sheet's name. */
const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet1';
