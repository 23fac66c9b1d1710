import type { PaperKind } from '../contract/paper.ts';
import { paperCodeOf } from '../domain/paper/paperCode.ts';
import { rowCodeOf } from '../domain/tasks/rowCode.ts';
import type { Connection } from './connection.ts';

/** What can go wrong in papers and what was entered of them, beyond what their columns forbid. */
export type PaperFindingCode = 'paper-kind' | 'paper-twice' | 'paper-code';

/** Each gives the ids of rows that contradict their sheet or another row. */
export const paperChecks: readonly (readonly [code: PaperFindingCode, sql: string])[] = [
  [
    // a row is of its sheet's kind, and became what papers of that kind become
    'paper-kind',
    `SELECT r.id FROM paperRow r JOIN paperSheet s ON s.id = r.sheetId WHERE r.deletedAt IS NULL AND (r.kind <> s.kind
       OR (r.complaintId IS NOT NULL AND r.kind <> 'complaint') OR (r.visitId IS NOT NULL AND r.kind <> 'signIn')
       OR (r.responseId IS NOT NULL AND r.kind <> 'survey'))`,
  ],
  [
    // a complaint, somebody's answers and a call come from one paper; a visit may stand on two: a booking's row and an empty one
    'paper-twice',
    `SELECT id FROM paperRow r WHERE r.deletedAt IS NULL AND EXISTS (SELECT 1 FROM paperRow o WHERE o.id < r.id AND o.deletedAt IS NULL
       AND (o.complaintId = r.complaintId OR o.responseId = r.responseId))
     UNION ALL SELECT id FROM callSheetRow r WHERE r.deletedAt IS NULL AND EXISTS (SELECT 1 FROM callSheetRow o WHERE o.id < r.id
       AND o.deletedAt IS NULL AND o.contactId = r.contactId)`,
  ],
];

/** Rows whose code is not the one of their number: ids, at most `most`. */
export const miscodedRows = (connection: Connection, most: number): string[] => {
  const papers = connection.prepare<[], { id: string; kind: PaperKind; seq: number; code: string }>(
    'SELECT id, kind, seq, code FROM paperRow',
  );
  const calls = connection.prepare<[], { id: string; seq: number; code: string }>(
    'SELECT id, seq, code FROM callSheetRow',
  );
  const found: string[] = [];
  for (const { id, kind, seq, code } of papers.iterate()) {
    if (paperCodeOf(kind, seq) !== code) found.push(id);
    if (found.length >= most) return found;
  }
  for (const { id, seq, code } of calls.iterate()) {
    if (rowCodeOf(seq) !== code) found.push(id);
    if (found.length >= most) return found;
  }
  return found;
};
