import { badField } from '../../contract/errors.ts';
import type { ReadDb } from '../../store/handler.ts';

/**
 * A person of the store who still works there, named in a field.
 *
 * @throws CareError VALIDATION of `path` where there is none or the person left
 */
export const activeStaff = async (
  db: ReadDb,
  id: string,
  path: string,
): Promise<{ id: string; displayName: string }> => {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'displayName'])
    .where('id', '=', id)
    .where('active', '=', 1)
    .executeTakeFirst();
  if (!row) throw badField(path, 'staff-not-found');
  return row;
};
