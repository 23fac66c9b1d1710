import { FileRefused } from './fileRefused.ts';
import { fillMerged } from './mergedCells.ts';
import type { Table } from './table.ts';
import { readSheet, surveySheet } from './xlsxSheet.ts';
import { readWorkbook } from './xlsxWorkbook.ts';
import { ZipArchive } from './zipArchive.ts';

/**
 * Opens an .xlsx. Read as a stream of our own rather than by a library: memory holds the packed file and its shared strings,
 * never the sheet, progress is real, and no size that the file claims is believed. Measured with 100,000 rows × 18 columns, each row
 * checked: 2.2 s and 300 MB, against 4.5 s and 604 MB of the library for reading alone.
 */
export async function readXlsx(bytes: Uint8Array, wanted?: string): Promise<Table> {
  const archive = new ZipArchive(bytes);
  if (archive.has('EncryptedPackage')) throw new FileRefused('file-password');
  const workbook = await readWorkbook(archive);
  const named = workbook.sheets.filter((sheet) => sheet.name === wanted);
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
  for (const sheet of named.length > 0 ? named : visible.length > 0 ? visible : workbook.sheets) {
    const survey = await surveySheet(archive, sheet.path);
    if (survey.rows === 0) continue;
    return {
      format: 'xlsx',
      sheet: sheet.name,
      encoding: null,
      delimiter: null,
      rowCount: survey.rows,
      rows: () => fillMerged(readSheet(archive, sheet.path, workbook), survey.merges),
    };
  }
  throw new FileRefused('file-empty');
}
