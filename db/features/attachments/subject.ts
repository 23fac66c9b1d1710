import { CareError, notFound } from '../../contract/errors.ts';
import type { CommandContext, ReadDb, WriteDb } from '../../store/handler.ts';
import { complaintOf } from '../complaints/asSeen.ts';
import { announce, writeEvent } from '../complaints/record.ts';
import { announce as announceDelivery, deliveryOf } from '../deliveries/record.ts';

/** What a file is kept with. */
export interface Subject {
  readonly subject: 'complaint' | 'delivery';
  readonly subjectId: string;
}

/** More are no help to anybody. */
const mostAttachments = 40;

export const subjectOf = (row: { readonly subject: string; readonly subjectId: string }): Subject => ({
  subject: row.subject as Subject['subject'],
  subjectId: row.subjectId,
});

/** @throws CareError NOT_FOUND of what it is kept with */
export const refuseGoneSubject = async (db: ReadDb, { subject, subjectId }: Subject): Promise<void> => {
  switch (subject) {
    case 'complaint':
      await complaintOf(db, subjectId);
      return;
    case 'delivery':
      await deliveryOf(db, subjectId);
  }
};

/** @throws CareError CONFLICT `attachments-too-many` */
export const refuseFullSubject = async (db: ReadDb, { subject, subjectId }: Subject): Promise<void> => {
  const { count } = await db
    .selectFrom('attachment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('subject', '=', subject)
    .where('subjectId', '=', subjectId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= mostAttachments) {
    throw new CareError('CONFLICT', { reason: 'attachments-too-many', values: { most: mostAttachments } });
  }
};

/** Puts on record what became of a file, where its subject keeps a record. */
export const tellSubject = async (
  db: WriteDb,
  ctx: CommandContext,
  { subject, subjectId }: Subject,
  what: 'added' | 'removed' | 'restored',
  name: string,
): Promise<void> => {
  switch (subject) {
    case 'complaint':
      await writeEvent(db, ctx, subjectId, { kind: 'attachment', text: name, values: { what } });
      announce(ctx, await complaintOf(db, subjectId));
      return;
    case 'delivery':
      announceDelivery(ctx, await deliveryOf(db, subjectId));
  }
};

/** @throws CareError NOT_FOUND `attachment-not-found` */
export const attachmentOf = async (db: ReadDb, id: string) => {
  const row = await db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('attachment');
  return row;
};
