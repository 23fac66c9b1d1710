import { CareError } from '../../contract/errors.ts';
import type { WriteDb } from '../../store/handler.ts';
import { type Phone, phonesOf, tagsOf, writePhones, writeTags } from '../customers/lists.ts';
import { linesOf, type VisitLine, writeLines } from '../visits/lines.ts';

type Image = Readonly<Record<string, unknown>>;

interface Child {
  readonly table: 'customer' | 'visit';
  /** as the change log names it beside the row's own columns */
  readonly key: 'phones' | 'tags' | 'lines';
  readonly read: (db: WriteDb, id: string) => Promise<unknown>;
  readonly write: (db: WriteDb, id: string, value: unknown) => Promise<void>;
}

/** Rows that belong to another row alone and change with it. */
const children: readonly Child[] = [
  { table: 'customer', key: 'phones', read: phonesOf, write: (db, id, value) => writePhones(db, id, value as Phone[]) },
  { table: 'customer', key: 'tags', read: tagsOf, write: (db, id, value) => writeTags(db, id, value as string[]) },
  { table: 'visit', key: 'lines', read: linesOf, write: (db, id, value) => writeLines(db, id, value as VisitLine[]) },
];

export const isChild = (key: string): boolean => children.some((child) => child.key === key);

/**
 * Puts such rows back as they were.
 *
 * @throws CareError CONFLICT where they are not as the command left them
 * @returns the images for the change log
 */
export const undoChildren = async (
  db: WriteDb,
  table: string,
  id: string,
  before: Image,
  after: Image,
): Promise<{ before: Record<string, unknown>; after: Record<string, unknown> }> => {
  const images: { before: Record<string, unknown>; after: Record<string, unknown> } = { before: {}, after: {} };
  for (const child of children) {
    if (child.table !== table || !(child.key in after)) continue;
    if (JSON.stringify(await child.read(db, id)) !== JSON.stringify(after[child.key])) {
      throw new CareError('CONFLICT', { reason: 'undo-changed-since' });
    }
    await child.write(db, id, before[child.key]);
    images.before[child.key] = after[child.key];
    images.after[child.key] = before[child.key];
  }
  return images;
};
