import { CareError } from '../../contract/errors.ts';
import type { ImportSummary } from '../../contract/imports.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import { rememberMapping } from '../../files/columns.ts';
import type { BulkAccess } from '../bulkCommand.ts';
import { writerCacheKib } from '../connection.ts';
import type { CommandContext } from '../handler.ts';
import { bulkWriter } from './bulkWriter.ts';
import { plannerOf } from './planner.ts';
import { openStaging } from './stagingFile.ts';
import { tally } from './tally.ts';

const stepRows = 500;
const bulkCacheKib = -393_216;

interface StagedRow {
  readonly row: string | null;
  readonly fate: string;
  readonly problems: string;
}

/**
 * Writes a staged file into the store, in the transaction of the command that runs it: matched anew row by row, so that what
 * changed since the preview counts; cancelled between rows with nothing left behind. The first import sets the go-live day
 * (启用日, domain: points).
 */
export const applyStaged = (access: BulkAccess, importId: string, ctx: CommandContext): ImportSummary => {
  const { connection, db, dataDir, queue, command } = access;
  const known = connection
    .prepare<[string], number>('SELECT 1 FROM importBatch WHERE id = ?')
    .pluck(true)
    .get(importId);
  if (known) throw new CareError('CONFLICT', { reason: 'import-is-applied' });
  const staging = openStaging(dataDir, importId);
  // 100,000 rows touch pages all over; read back from the WAL they would take three times as long
  connection.pragma(`cache_size = ${bulkCacheKib}`);
  try {
    const { meta } = staging;
    const at = ctx.now();
    const today = dayOf(at, ctx.timeZone);
    const writer = bulkWriter(connection, db, queue, command);
    const plan = plannerOf(meta.kind, {
      connection,
      newId: ctx.newId,
      at,
      source: `import:${importId}`,
      byName: ctx.actor.name,
      today,
    });
    const counts = tally(meta.kind);
    const total = meta.summary.rows;
    let done = 0;
    const rows = staging.connection.prepare<[], StagedRow>('SELECT row, fate, problems FROM row ORDER BY number');
    for (const staged of rows.iterate()) {
      if (staged.row !== null) {
        const row: unknown = JSON.parse(staged.row);
        const planned = plan(row);
        planned.write?.(writer);
        counts.planned(row, planned, staged.problems === '[]' ? [] : JSON.parse(staged.problems));
      } else if (staged.fate === 'skipped') counts.skipped();
      else counts.refused();
      done++;
      if (done % stepRows === 0) {
        ctx.checkCancelled();
        ctx.progress({ phase: 'write', done, total });
      }
    }
    writer.finish((finished, of) => {
      ctx.checkCancelled();
      ctx.progress({ phase: 'write', done: finished, total: of });
    });
    const summary = counts.summary();
    connection
      .prepare(
        'INSERT INTO importBatch (id, kind, fileName, appliedAt, byName, summary, command) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(importId, meta.kind, meta.fileName, at, ctx.actor.name, JSON.stringify(summary), command);
    connection.prepare('UPDATE store SET goLiveDay = coalesce(goLiveDay, ?)').run(today);
    const remember = connection.prepare(
      'INSERT OR REPLACE INTO importMapping (kind, headerKey, mapping, changedAt) VALUES (?, ?, ?, ?)',
    );
    for (const [key, field] of Object.entries(rememberMapping(meta.header, meta.mapping)))
      remember.run(meta.kind, key, field, at);
    ctx.about('import', importId);
    return summary;
  } finally {
    staging.connection.close();
    connection.pragma(`cache_size = ${writerCacheKib}`);
    connection.pragma('shrink_memory');
  }
};
