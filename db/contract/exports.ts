import { z } from 'zod';
import { listFilter } from './customerViews.ts';
import { command, commandInput, managers, query } from './entry.ts';
import { filled, id } from './values.ts';

/** The columns of the customer list. */
export const customerColumn = z.enum([
  'name',
  'phone',
  'vehicle',
  'tier',
  'lastVisit',
  'insurance',
  'inspection',
  'adviser',
  'tags',
]);
export type CustomerColumn = z.output<typeof customerColumn>;

/** What of the customer list goes into a file: its filters, its order, its columns as they are called on the screen. */
export const customerExport = z.strictObject({
  format: z.enum(['xlsx', 'csv']),
  /** names the sheet and the file */
  title: filled(40),
  filter: listFilter.default({}),
  sort: z.enum(['recent', 'name', 'lastVisit', 'insurance']).default('recent'),
  columns: z
    .array(z.strictObject({ column: customerColumn, title: filled(40) }))
    .min(1)
    .max(customerColumn.options.length),
});
export type CustomerExport = z.output<typeof customerExport>;

const exportState = z.object({
  exportId: id,
  state: z.enum(['writing', 'ready', 'failed', 'cancelled']),
  done: z.number().int(),
  /** null until they are counted */
  total: z.number().int().nullable(),
  fileName: z.string(),
  /** of `failed` */
  reason: z.string().nullable(),
});
export type ExportState = z.output<typeof exportState>;

/**
 * Lists as files (导出). Writing one is on record before it begins; the file is fetched from `/api/exports/ID/file` while its
 * export is `ready`, and forgotten after a quarter of an hour. Phones stand in it as the list shows them, masked.
 */
export const exports = {
  /** @throws BUSY `exports-busy` where two are being written */
  customers: command(managers, [], { runsIn: 'host' })
    .input(commandInput(customerExport.shape))
    .output(z.object({ exportId: id })),
  /** @throws NOT_FOUND for another's */
  state: query(managers, { runsIn: 'host' })
    .input(z.strictObject({ exportId: id }))
    .output(exportState),
  /** Nothing is left of a cancelled export; one that is ready is forgotten. */
  cancel: command(managers, [], { runsIn: 'host' })
    .input(commandInput({ exportId: id }))
    .output(z.object({})),
};
