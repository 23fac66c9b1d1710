import type { ImportKind, ImportSummary } from '../../contract/imports.ts';
import type { Contract } from '../../contract/index.ts';
import type { HandlersOf, QueryHandler } from '../../store/handler.ts';
import { undo } from './undo.ts';

type Imports = Contract['imports'];

const list: QueryHandler<Imports['list']> = async (db) => {
  const rows = await db.selectFrom('importBatch').selectAll().orderBy('appliedAt', 'desc').limit(200).execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind as ImportKind,
      fileName: row.fileName,
      appliedAt: row.appliedAt,
      by: row.byName,
      undoneAt: row.undoneAt,
      summary: JSON.parse(row.summary) as ImportSummary,
    })),
  };
};

export const imports = { list, undo } satisfies HandlersOf<Pick<Imports, 'list' | 'undo'>>;
