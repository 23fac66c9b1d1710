import { randomUUID } from 'node:crypto';
import type { Fate, ImportKind } from '../../contract/imports.ts';
import type { CheckedRow, RowProblem } from '../../domain/import/cell.ts';
import { type CustomerRow, checkCustomerRow } from '../../domain/import/customerRow.ts';
import { fieldsOf, missingFields } from '../../domain/import/fields.ts';
import { checkMemberRow } from '../../domain/import/memberRow.ts';
import { checkServiceOrderRow } from '../../domain/import/serviceOrderRow.ts';
import { kindOfName, pinyin } from '../../domain/personName.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { MappingMemory } from '../../files/columns.ts';
import { type ImportRow, openImport } from '../../files/importTable.ts';
import { readTable } from '../../files/readTable.ts';
import { type Connection, openConnection } from '../connection.ts';
import type { StagedFile } from '../importProtocol.ts';
import { storeFileOf } from '../storeFile.ts';
import { timeZoneOf } from '../timeZone.ts';
import type { Progress } from '../types.ts';
import { plannerOf, tiersOn } from './planner.ts';
import { createStaging } from './stagingFile.ts';
import { tally } from './tally.ts';

export interface StageRequest {
  readonly dataDir: string;
  readonly importId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly path: string;
  readonly mapping?: Readonly<Record<string, number>> | undefined;
}

/** Around the reading of the file itself, which takes seconds and no SQL. */
export type Reading = <T>(read: () => Promise<T>) => Promise<T>;

/** Progress is told, and room made for other threads' work, every so many rows. */
const stepRows = 1000;

type Check = (row: ImportRow) => CheckedRow<unknown>;

const withPinyin = ({ row, problems }: CheckedRow<CustomerRow>): CheckedRow<CustomerRow> =>
  row === null
    ? { row, problems }
    : { row: { ...row, pinyin: pinyin(row.name, kindOfName(row.name)).spaced }, problems };

const checkerOf = (kind: ImportKind, store: Connection, today: string): Check => {
  switch (kind) {
    case 'customers':
      return (row) => withPinyin(checkCustomerRow(row.fields, { today, formulas: row.formulas }));
    case 'members': {
      const tiers = tiersOn(store, today).map((tier) => tier.name);
      return (row) => checkMemberRow(row.fields, { today, formulas: row.formulas, tiers });
    }
    case 'service-orders':
      return (row) => checkServiceOrderRow(row.fields, { today, formulas: row.formulas });
  }
};

/** A file whose columns have titles that nobody knows: every row is refused until a person says which column is which. */
const withoutColumn =
  (field: string): Check =>
  () => ({
    row: null,
    problems: [{ column: field, code: 'column-missing', level: 'error' }],
  });

const rememberedMapping = (store: Connection, kind: ImportKind): MappingMemory => {
  const rows = store
    .prepare<[string], { headerKey: string; mapping: string }>(
      'SELECT headerKey, mapping FROM importMapping WHERE kind = ?',
    )
    .all(kind);
  return Object.fromEntries(rows.map((row) => [row.headerKey, row.mapping]));
};

/**
 * Reads, cleans and checks a file, finds out what would become of each row, and lays all of it down in a scratch file. The
 * store is only read. Runs in a worker.
 *
 * @throws FileRefused where the file cannot be read at all
 */
export const stageFile = async (
  request: StageRequest,
  onProgress: (progress: Progress) => void,
  now: () => number,
  reading: Reading = (read) => read(),
): Promise<StagedFile> => {
  const { dataDir, importId, kind } = request;
  const store = openConnection(storeFileOf(dataDir), { readonly: true });
  const staging = createStaging(dataDir, importId);
  try {
    onProgress({ phase: 'read', done: 0, total: 0 });
    const at = now();
    const today = dayOf(at, timeZoneOf(store));
    const file = await openImport(await reading(() => readTable(request.path)), kind, {
      remembered: rememberedMapping(store, kind),
    });
    const mapping = request.mapping ? { ...request.mapping } : file.mapping;
    const [missing] = missingFields(kind, mapping);
    const check = missing === undefined ? checkerOf(kind, store, today) : withoutColumn(missing);
    const plan = plannerOf(kind, {
      connection: store,
      newId: randomUUID,
      at,
      source: `import:${importId}`,
      byName: '',
      today,
    });
    const counts = tally(kind);
    const insert = staging.connection.prepare(
      'INSERT INTO row (number, cells, row, fate, warning, problems, changes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    const put = (
      row: ImportRow,
      checked: unknown,
      fate: Fate,
      problems: readonly RowProblem[],
      changes: readonly string[],
    ): void => {
      const accepted = fate === 'new' || fate === 'changed' || fate === 'same';
      const warning = accepted && problems.some((problem) => problem.level === 'warning') ? 1 : 0;
      insert.run(
        row.number,
        JSON.stringify(row.cells),
        checked === null ? null : JSON.stringify(checked),
        fate,
        warning,
        JSON.stringify(problems),
        JSON.stringify(changes),
      );
    };
    let done = 0;
    staging.connection.exec('BEGIN');
    for await (const row of file.rows(mapping)) {
      if (row.blank) {
        counts.skipped();
        put(row, null, 'skipped', [], []);
      } else {
        const checked = check(row);
        if (checked.row === null) {
          counts.refused();
          put(row, null, 'error', checked.problems, []);
        } else {
          const planned = plan(checked.row);
          counts.planned(checked.row, planned, checked.problems);
          put(row, checked.row, planned.fate, [...checked.problems, ...planned.problems], planned.changes);
        }
      }
      done++;
      if (done % stepRows === 0) onProgress({ phase: 'check', done, total: Math.max(file.rowCount, done) });
    }
    staging.connection.exec('COMMIT');
    const summary = counts.summary();
    const { header, headerRow } = file;
    staging.finish({ importId, kind, fileName: request.fileName, header, headerRow, mapping, summary });
    onProgress({ phase: 'done', done, total: done });
    return { header, headerRow, mapping, summary, fields: fieldsOf(kind).map((field) => ({ ...field })) };
  } catch (error) {
    staging.discard();
    throw error;
  } finally {
    store.close();
  }
};
