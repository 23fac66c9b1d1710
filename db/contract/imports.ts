import { z } from 'zod';
import { command, commandInput, managers, query } from './entry.ts';
import { filled, id, instant, limit } from './values.ts';

/** What a file holds: 客户与车辆, 会员, 工单 */
export const importKind = z.enum(['customers', 'members', 'service-orders']);
export type ImportKind = z.output<typeof importKind>;

/** What becomes of a row. `repeated` and `unknownVehicle` are refused service orders, counted apart from `error`. */
export const fate = z.enum(['new', 'changed', 'same', 'error', 'skipped', 'repeated', 'unknownVehicle']);
export type Fate = z.output<typeof fate>;

export const problem = z.object({
  /** row number as a spreadsheet program shows it, from 1, title rows included */
  row: z.number().int(),
  /** the field, or null when the row as a whole is meant */
  column: z.string().nullable(),
  code: z.string(),
  level: z.enum(['error', 'warning']),
  message: z.string(),
});
export type Problem = z.output<typeof problem>;

export const importSummary = z.object({
  rows: z.number(),
  accepted: z.number(),
  created: z.number(),
  updated: z.number(),
  same: z.number(),
  warnings: z.number(),
  errors: z.number(),
  skipped: z.number(),
  /** members: over the accepted rows */
  cumulative_points: z.number().optional(),
  redeemable_points: z.number().optional(),
  by_tier: z.record(z.string(), z.number()).optional(),
  /** service orders */
  unknown_vehicle: z.number().optional(),
  repeated_order: z.number().optional(),
  amount_fen: z.number().optional(),
});
export type ImportSummary = z.output<typeof importSummary>;

export const mapping = z.record(z.string(), z.number().int().min(0).max(500));

export const importState = z.object({
  id,
  kind: importKind,
  fileName: z.string(),
  state: z.enum(['staging', 'staged', 'applying', 'applied', 'undone', 'failed', 'cancelled']),
  phase: z.enum(['read', 'check', 'match', 'write', 'search', 'done']),
  /** rows done and in all; total 0 while unknown */
  done: z.number(),
  total: z.number(),
  summary: importSummary.nullable(),
  /** the header's cells, the row it stands in (from 1), and field → column index */
  header: z.array(z.string()),
  headerRow: z.number(),
  mapping,
  /** fields of this kind, those marked required must be mapped */
  fields: z.array(z.object({ field: z.string(), required: z.boolean() })),
  /** why it failed */
  error: z.object({ code: z.string(), reason: z.string() }).nullable(),
});
export type ImportState = z.output<typeof importState>;

export const previewRow = z.object({
  row: z.number().int(),
  fate,
  warning: z.boolean(),
  cells: z.array(z.string()),
  problems: z.array(problem),
  /** for `changed`: what changes */
  changes: z.array(z.string()),
});

export const importBatch = z.object({
  id,
  kind: importKind,
  fileName: z.string(),
  appliedAt: instant,
  by: z.string(),
  undoneAt: instant.nullable(),
  summary: importSummary,
});

export type ImportBatch = z.output<typeof importBatch>;

/**
 * Import of an old system's files. A file is uploaded first (`POST /api/files`, the body as it is), then staged in a
 * worker, looked through, and applied in one transaction. `stage`, `remap`, `state`, `cancel` and `apply` run in the
 * host: they drive the worker and report progress.
 */
export const imports = {
  stage: command(managers, ['imports'], { runsIn: 'host' })
    .input(commandInput({ uploadId: id, kind: importKind, fileName: filled(200) }))
    .output(z.object({ importId: id })),
  remap: command(managers, ['imports'], { runsIn: 'host' })
    .input(commandInput({ importId: id, mapping }))
    .output(z.object({})),
  state: query(managers, { runsIn: 'host' })
    .input(z.strictObject({ importId: id }))
    .output(importState),
  preview: query(managers, { runsIn: 'host' })
    .input(
      z.strictObject({
        importId: id,
        fate: z.enum([...fate.options, 'warning']).optional(),
        offset: z.number().int().min(0).default(0),
        limit: limit(100, 500),
      }),
    )
    .output(z.object({ rows: z.array(previewRow), count: z.number() })),
  apply: command(managers, ['imports', 'customers', 'vehicles', 'visits', 'settings'], { runsIn: 'host' })
    .input(commandInput({ importId: id }))
    .output(importSummary),
  cancel: command(managers, ['imports'], { runsIn: 'host' })
    .input(commandInput({ importId: id }))
    .output(z.object({})),
  list: query(managers)
    .input(z.strictObject({}))
    .output(z.object({ rows: z.array(importBatch) })),
  /** All of it or nothing: refused with the reason where something later builds on it. `command`: the number of the import's own. */
  undo: command(managers, ['imports', 'customers', 'vehicles', 'visits'])
    .input(commandInput({ importId: id }))
    .output(z.object({ removed: z.number(), restored: z.number(), command: z.number() })),
};
