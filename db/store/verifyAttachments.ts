import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { attachmentFileOf } from './attachmentFile.ts';
import type { Connection } from './connection.ts';

/** What can go wrong in the files beside the database. */
export type AttachmentFindingCode = 'attachment-missing' | 'attachment-changed';

export interface AttachmentFinding {
  readonly code: AttachmentFindingCode;
  /** id of the row */
  readonly about: string;
}

/**
 * Attachments whose file is not there, or whose bytes are no longer those that were kept; each file is read once, however many rows
 * name it. Removed ones are not looked at.
 */
export const attachmentFindings = async (
  connection: Connection,
  dataDir: string,
  most: number,
): Promise<AttachmentFinding[]> => {
  const rows = connection
    .prepare<[], { id: string; digest: string }>(
      'SELECT min(id) AS id, digest FROM attachment WHERE deletedAt IS NULL GROUP BY digest ORDER BY min(at), id',
    )
    .all();
  const found: AttachmentFinding[] = [];
  for (const { id, digest } of rows) {
    const lies = await digestOf(attachmentFileOf(dataDir, digest));
    if (lies === null) found.push({ code: 'attachment-missing', about: id });
    else if (lies !== digest) found.push({ code: 'attachment-changed', about: id });
    if (found.length >= most) break;
  }
  return found;
};

/** hex sha256; null where it cannot be read. */
const digestOf = async (path: string): Promise<string | null> => {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch {
    return null;
  }
  return hash.digest('hex');
};
