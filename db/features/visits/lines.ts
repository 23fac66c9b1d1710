import type { Selectable } from 'kysely';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb, WriteDb } from '../../store/handler.ts';

/** A line as the change log keeps it: all of its columns. */
export type VisitLine = Selectable<Tables['visitLine']>;

export const linesOf = (db: ReadDb, visitId: string): Promise<VisitLine[]> =>
  db.selectFrom('visitLine').selectAll().where('visitId', '=', visitId).orderBy('position').execute();

export const writeLines = async (db: WriteDb, visitId: string, lines: readonly VisitLine[]): Promise<void> => {
  await db.deleteFrom('visitLine').where('visitId', '=', visitId).execute();
  if (lines.length > 0)
    await db
      .insertInto('visitLine')
      .values([...lines])
      .execute();
};
