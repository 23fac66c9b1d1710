import { CareError } from '../../contract/errors.ts';
import type { PaperKind } from '../../contract/paper.ts';
import { paperCodeOf } from '../../domain/paper/paperCode.ts';
import type { ReadDb, WriteDb } from '../../store/handler.ts';
import { idsIn } from '../tasks/judge.ts';

/** Codes of a kind are given out in turn; an old row that still waits with one that comes round loses it (`lapsed`). */
export const newPaperCodes = async (
  db: WriteDb,
  kind: PaperKind,
  count: number,
): Promise<readonly { readonly seq: number; readonly code: string }[]> => {
  const last = await db
    .selectFrom('paperRow')
    .select(db.fn.max<number | null>('seq').as('seq'))
    .where('kind', '=', kind)
    .executeTakeFirst();
  const first = (last?.seq ?? 0) + 1;
  const given = Array.from({ length: count }, (_, at) => ({ seq: first + at, code: paperCodeOf(kind, first + at) }));
  await db
    .updateTable('paperRow')
    .set({ state: 'lapsed' })
    .where('state', '=', 'open')
    .where('code', 'in', idsIn(given.map(({ code }) => code)) as never)
    .execute();
  return given;
};

/**
 * Two rows that wait never have one code: this row's may have come round meanwhile.
 *
 * @throws CareError CONFLICT `row-code-given-out`
 */
export const refuseGivenOut = async (
  db: ReadDb,
  table: 'paperRow' | 'callSheetRow',
  row: { readonly id: string; readonly code: string },
): Promise<void> => {
  const other = await db
    .selectFrom(table)
    .select('id')
    .where('code', '=', row.code)
    .where('state', '=', 'open')
    .where('id', '<>', row.id)
    .executeTakeFirst();
  if (other) throw new CareError('CONFLICT', { reason: 'row-code-given-out' });
};
