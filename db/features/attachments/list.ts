import type { AttachmentRow } from '../../contract/complaintViews.ts';
import type { Contract } from '../../contract/index.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import type { Subject } from './subject.ts';

/** What is kept with something, the first first. */
export const attachmentsOf = async (db: ReadDb, { subject, subjectId }: Subject): Promise<AttachmentRow[]> => {
  const rows = await db
    .selectFrom('attachment')
    .select(['id', 'version', 'name', 'kind', 'mime', 'bytes', 'at', 'byName'])
    .where('subject', '=', subject)
    .where('subjectId', '=', subjectId)
    .where('deletedAt', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as AttachmentRow['kind'] }));
};

export const list: QueryHandler<Contract['attachments']['list']> = async (db, input) => ({
  rows: await attachmentsOf(db, input),
});
