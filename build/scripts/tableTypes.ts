import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { migrate } from '../../db/schema/migrate.ts';
import { migrations } from '../../db/schema/migrations.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}

const typeOf: Readonly<Record<string, string>> = {
  INTEGER: 'number',
  TEXT: 'string',
  REAL: 'number',
  BLOB: 'Uint8Array',
};

const columnLine = (column: Column, alone: boolean): string => {
  const rowId = alone && column.pk > 0 && column.type === 'INTEGER';
  const plain = typeOf[column.type] ?? 'unknown';
  const nullable = column.notnull === 0 && !rowId ? `${plain} | null` : plain;
  const generated = rowId || column.dflt_value !== null;
  return `  ${column.name}: ${generated ? `Generated<${nullable}>` : nullable};`;
};

/** The tables of a store at its newest version, as Kysely wants them: written by `npm run generate`, checked by a test. */
export const tableTypes = async (): Promise<string> => {
  const connection = new Database(':memory:');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: connection }) });
  await migrate(db, migrations, async () => {});
  const tables = connection
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'searchIndex%' ORDER BY rowid",
    )
    .all()
    .map((row) => row.name);
  const blocks = tables.map((table) => {
    const columns = connection.pragma(`table_info(${table})`) as Column[];
    const alone = columns.filter((column) => column.pk > 0).length === 1;
    const typeName = `${table.charAt(0).toUpperCase()}${table.slice(1)}Table`;
    return {
      table,
      typeName,
      text: `export interface ${typeName} {\n${columns.map((column) => columnLine(column, alone)).join('\n')}\n}\n`,
    };
  });
  connection.close();
  return [
    '// Generated from the migrations by `npm run generate`; do not edit.',
    "import type { Generated } from 'kysely';",
    '',
    blocks.map((block) => block.text).join('\n'),
    'export interface Tables {',
    ...blocks.map((block) => `  ${block.table}: ${block.typeName};`),
    '}',
    '',
  ].join('\n');
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../../db/schema/tables.ts', import.meta.url), await tableTypes());
}
