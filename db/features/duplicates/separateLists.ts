import { sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../store/handler.ts';
import { type Phone, phonesOf, tagsOf, writePhones, writeTags } from '../customers/lists.ts';

interface Change {
  readonly before: string | null;
  readonly after: string | null;
  readonly action: string | null;
}

type List = 'phones' | 'tags';
type Item = Phone | string;

const keyOf = (item: Item): string => (typeof item === 'string' ? item : item.number);
const itemsOf = (image: string | null, list: List): readonly Item[] =>
  image === null ? [] : (((JSON.parse(image) as Record<string, unknown>)[list] as readonly Item[] | undefined) ?? []);

/**
 * Which entries of a customer's list only ever came by merging, told by its changes from the first to the last: what a person
 * entered, or labelled anew, is the customer's own.
 */
const brought = async (db: ReadDb, customerId: string, list: List): Promise<Set<string>> => {
  const { rows } = await sql<Change>`
    SELECT c.before, c.after, a.action FROM changeLog c LEFT JOIN auditLog a ON a.seq = c.command
    WHERE c.entityId = ${customerId} AND c.entity = 'customer' AND json_type(c.after, ${`$.${list}`}) IS NOT NULL
    ORDER BY c.seq`.execute(db);
  const found = new Set<string>();
  for (const { before, after, action } of rows) {
    const had = new Map(itemsOf(before, list).map((item) => [keyOf(item), JSON.stringify(item)]));
    for (const item of itemsOf(after, list)) {
      const key = keyOf(item);
      if (had.get(key) === JSON.stringify(item)) continue;
      // an undo gives back what was there, as what it was there
      if (action === 'duplicates.merge' ? !had.has(key) : action === 'changes.undo' && found.has(key)) found.add(key);
      else found.delete(key);
    }
  }
  return found;
};

/** The present list without what goes, in the order from before the merge where nothing else changed. */
const without = <T extends Item>(
  present: readonly T[],
  before: readonly Item[],
  goes: (key: string) => boolean,
): T[] => {
  const left = present.filter((item) => !goes(keyOf(item)));
  const order = new Map(before.map((item, index) => [keyOf(item), index]));
  const known = left.length === before.length && left.every((item) => order.has(keyOf(item)));
  return known ? left.toSorted((a, b) => (order.get(keyOf(a)) ?? 0) - (order.get(keyOf(b)) ?? 0)) : left;
};

/**
 * Phones and tags that came to the kept customer with the dropped one go with it again, unless somebody else who is still merged
 * into it has them too.
 */
export const separateLists = async (
  db: WriteDb,
  merge: { readonly command: number; readonly keepId: string; readonly dropId: string },
): Promise<{ before: Record<string, unknown>; after: Record<string, unknown> }> => {
  const { command, keepId, dropId } = merge;
  const others = await db
    .selectFrom('customer')
    .select('id')
    .where('mergedInto', '=', keepId)
    .where('id', '!=', dropId)
    .execute();
  const change = await db
    .selectFrom('changeLog')
    .select('before')
    .where('command', '=', command)
    .where('entityId', '=', keepId)
    .executeTakeFirst();
  const goes = async (list: List, read: (db: ReadDb, id: string) => Promise<readonly Item[]>) => {
    const came = await brought(db, keepId, list);
    const theirs = new Set((await read(db, dropId)).map(keyOf));
    for (const { id } of others) for (const item of await read(db, id)) theirs.delete(keyOf(item));
    return (key: string): boolean => came.has(key) && theirs.has(key);
  };
  const before = { phones: await phonesOf(db, keepId), tags: await tagsOf(db, keepId) };
  const earlier = change?.before ?? null;
  const phones = without(before.phones, itemsOf(earlier, 'phones'), await goes('phones', phonesOf));
  const tags = without(before.tags, itemsOf(earlier, 'tags'), await goes('tags', tagsOf));
  await writePhones(db, keepId, phones);
  await writeTags(db, keepId, tags);
  return { before, after: { phones, tags } };
};
