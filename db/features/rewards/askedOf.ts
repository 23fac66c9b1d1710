import type { Asked } from './requestApproval.ts';

/** What an approval keeps of the deed that it waits for. */
export const askedOf = (row: { readonly kind: string; readonly request: string }): Asked =>
  ({ kind: row.kind, request: JSON.parse(row.request) }) as Asked;
