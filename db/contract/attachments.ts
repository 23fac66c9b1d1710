import { z } from 'zod';
import { attachmentRow } from './complaintViews.ts';
import { command, commandInput, everyone, query } from './entry.ts';
import { filled, id, version } from './values.ts';

/** What a file can be kept with. */
export const attachmentSubject = z.enum(['complaint', 'delivery']);

/**
 * Photos, recordings and scans (附件). They lie beside the database under their digest and are part of every backup; the kind is
 * told from the content, never from the name. Fetched from `/api/attachments/ID/file`.
 */
export const attachments = {
  list: query(everyone)
    .input(z.strictObject({ subject: attachmentSubject, subjectId: id }))
    .output(z.object({ rows: z.array(attachmentRow) })),
  /**
   * Keeps an uploaded file. @throws NOT_FOUND of the subject or `upload-not-found`; VALIDATION of `name` `attachment-name`, of `uploadId`
   * `attachment-kind` (none that we know), `attachment-not-its-name` (values kind, name), TOO_LARGE `attachment-too-large` (values
   * megabytes); CONFLICT `attachments-too-many`; DISK_FULL
   */
  add: command(everyone, ['complaints', 'deliveries'], { runsIn: 'host' })
    .input(commandInput({ subject: attachmentSubject, subjectId: id, uploadId: id, name: filled(200) }))
    .output(z.object({ id })),
  /** The file stays on disk until the store is tidied; `restore` takes it back. */
  remove: command(everyone, ['complaints', 'deliveries']).input(commandInput({ id, version })).output(z.object({})),
  restore: command(everyone, ['complaints', 'deliveries']).input(commandInput({ id })).output(z.object({})),
};
