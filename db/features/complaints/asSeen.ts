import type { ComplaintStep } from '../../contract/complaintTerms.ts';
import { CareError, notFound } from '../../contract/errors.ts';
import { type ComplaintDeed, stepRefusal } from '../../domain/complaints/steps.ts';
import type { ReadDb } from '../../store/handler.ts';
import type { Complaint } from './record.ts';

/** @throws CareError NOT_FOUND `complaint-not-found` */
export const complaintOf = async (db: ReadDb, id: string): Promise<Complaint> => {
  const row = await db
    .selectFrom('complaint')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('complaint');
  return row;
};

export const stepOf = (row: Pick<Complaint, 'step'>): ComplaintStep => row.step as ComplaintStep;

/**
 * A complaint as the desk that acts on it saw it.
 *
 * @throws CareError NOT_FOUND; CONFLICT `changed-meanwhile` with the row as it stands where another desk was quicker
 */
export const complaintAsSeen = async (
  db: ReadDb,
  key: { readonly id: string; readonly version: number },
): Promise<Complaint> => {
  const row = await complaintOf(db, key.id);
  if (row.version !== key.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: row });
  return row;
};

/** @throws CareError CONFLICT where the deed does not follow on the step at which the complaint stands */
export const refuseOutOfStep = (row: Complaint, deed: ComplaintDeed): void => {
  const reason = stepRefusal(deed, stepOf(row));
  if (reason) throw new CareError('CONFLICT', { reason, current: row });
};
