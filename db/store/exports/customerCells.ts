import type { z } from 'zod';
import type { listRow } from '../../contract/customerViews.ts';
import type { CustomerColumn } from '../../contract/exports.ts';
import type { Cell } from '../../domain/import/cell.ts';
import { formatPlate } from '../../domain/plate.ts';

type ListRow = z.input<typeof listRow>;

/** A cell of the customer list as text: numbers that are names (phones, plates) stay what they are in a spreadsheet. */
const cellOf = (row: ListRow, column: CustomerColumn): Cell => {
  switch (column) {
    case 'name':
      return row.name;
    case 'phone':
      return row.phoneMasked;
    case 'vehicle':
      return [row.plates.map(formatPlate).join(' '), row.series ?? ''].filter(Boolean).join(' ') || null;
    case 'tier':
      return row.tierName;
    case 'lastVisit':
      return row.lastVisitDay;
    case 'insurance':
      return row.insuranceEndDay;
    case 'inspection':
      return row.inspectionDueDay;
    case 'adviser':
      return row.adviserName;
    case 'tags':
      return row.tags.join(' ') || null;
  }
};

export const customerCells = (row: ListRow, columns: readonly { readonly column: CustomerColumn }[]): Cell[] =>
  columns.map(({ column }) => cellOf(row, column));
