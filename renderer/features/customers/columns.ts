import { useState } from 'react';
import type { CustomerColumn } from '../../../db/contract/exports.ts';
import { useMe } from '../../lib/session.ts';

/** In the order in which the list shows them; the name is always there. */
export const columns: readonly CustomerColumn[] = [
  'name',
  'phone',
  'vehicle',
  'tier',
  'lastVisit',
  'insurance',
  'inspection',
  'adviser',
  'tags',
];
export const fixedColumn: CustomerColumn = 'name';

const keyOf = (staffId: string): string => `caredesk.columns.${staffId}.customers`;

/** What was kept, as far as this version knows it; all of them where nothing was. */
export const readColumns = (kept: string | null): readonly CustomerColumn[] => {
  try {
    const parsed: unknown = JSON.parse(kept ?? 'null');
    if (!Array.isArray(parsed)) return columns;
    return columns.filter((column) => column === fixedColumn || parsed.includes(column));
  } catch {
    return columns;
  }
};

/** The columns that the person at the desk has chosen, kept on this computer. */
export const useColumnChoice = (): readonly [
  readonly CustomerColumn[],
  (column: CustomerColumn, shown: boolean) => void,
  () => void,
] => {
  const key = keyOf(useMe()?.staffId ?? '');
  const [chosen, setChosen] = useState(() => readColumns(localStorage.getItem(key)));
  const keep = (next: readonly CustomerColumn[]): void => {
    setChosen(next);
    try {
      if (next.length === columns.length) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // a full storage: the choice holds as long as the page
    }
  };
  return [
    chosen,
    (column, shown) => keep(columns.filter((one) => (one === column ? shown : chosen.includes(one)))),
    () => keep(columns),
  ];
};
