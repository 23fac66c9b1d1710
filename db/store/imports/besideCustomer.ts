import type { ImportedPhone } from '../../domain/import/personCells.ts';
import type { BulkWriter } from './bulkWriter.ts';
import type { PlanContext } from './planContext.ts';

/** Phones behind those that the customer has already; `from` is how many these are. */
export const writePhones = (
  writer: BulkWriter,
  customerId: string,
  phones: readonly ImportedPhone[],
  from: number,
): void => {
  for (const [index, { number, kind }] of phones.entries()) {
    const label = kind === 'mobile' ? 'mobile' : 'work';
    writer.insertBeside('customerPhone', { customerId, position: from + index, number, kind, label });
  }
};

/** A remark of the file's, as a note of whoever brings the file in. */
export const writeNote = (writer: BulkWriter, context: PlanContext, customerId: string, text: string): void =>
  writer.insertBeside('customerNote', {
    id: context.newId(),
    customerId,
    text,
    at: context.at,
    byName: context.byName,
    source: context.source,
  });
