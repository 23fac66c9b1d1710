import type { Pinyin } from '../domain/personName.ts';
import { documentTokens } from '../domain/searchTokens.ts';
import type { Connection } from './connection.ts';

interface Parts {
  readonly name: string;
  readonly pinyin: string;
}

export interface SearchDocument {
  readonly customerId: string;
  readonly name: string;
  /** spaced by syllable: `wang wei` */
  readonly pinyin: string;
  readonly phones: readonly string[];
  readonly plates: readonly string[];
  readonly vins: readonly string[];
  readonly cards: readonly string[];
}

export interface SearchDocuments {
  /** Writes a customer's document anew, in front of all others; drops it where the customer is gone. */
  refresh(customerId: string): void;
  /** Adds the document of a customer that has none yet, from values at hand. */
  add(document: SearchDocument): void;
  drop(customerId: string): void;
}

/** `wang wei` as the rules want it. */
const pinyinParts = (spaced: string): Pinyin => ({
  spaced,
  full: spaced.replaceAll(' ', ''),
  initials: spaced
    .split(' ')
    .map((syllable) => syllable.charAt(0))
    .join(''),
});

export interface NameStarts {
  readonly firstChar: string;
  readonly initial1: string;
  readonly initial2: string;
  readonly pinyin2: string;
}

/** The start of a name, as the B-trees hold it: its first character, first initial, first two, first two letters of its pinyin. */
const startsOf = (name: string, pinyin: string): NameStarts => {
  const { full, initials } = pinyinParts(pinyin);
  return {
    firstChar: (Array.from(name)[0] ?? '').toLowerCase(),
    initial1: initials.slice(0, 1),
    initial2: initials.slice(0, 2),
    pinyin2: full.slice(0, 2),
  };
};

/** Keeps the one box's index (see migration 0050). Raw statements: an import writes 100,000 of them. */
export const searchDocuments = (connection: Connection): SearchDocuments => {
  const oldDoc = connection.prepare<[string], { docId: number }>('SELECT docId FROM searchDoc WHERE customerId = ?');
  const deleteDoc = connection.prepare('DELETE FROM searchDoc WHERE docId = ?');
  const deleteIndex = connection.prepare('DELETE FROM searchIndex WHERE rowid = ?');
  const insertDoc = connection.prepare(
    'INSERT INTO searchDoc (customerId, firstChar, initial1, initial2, pinyin2) VALUES (?, ?, ?, ?, ?)',
  );
  const insertIndex = connection.prepare('INSERT INTO searchIndex (rowid, tokens) VALUES (?, ?)');
  const parts = connection.prepare<[string], Parts>(
    'SELECT name, pinyin FROM customer WHERE id = ? AND deletedAt IS NULL',
  );
  const phones = connection
    .prepare<[string], string>('SELECT number FROM customerPhone WHERE customerId = ?')
    .pluck(true);
  const vehicles = connection.prepare<[string], { plate: string | null; vin: string | null }>(
    "SELECT plate, vin FROM vehicle WHERE customerId = ? AND deletedAt IS NULL AND status = 'active'",
  );
  // whatever became of a card: a replaced one's number still finds who held it
  const cards = connection
    .prepare<[string], string>('SELECT number FROM memberCard WHERE customerId = ? AND deletedAt IS NULL')
    .pluck(true);

  const drop = (customerId: string): void => {
    const old = oldDoc.get(customerId);
    if (!old) return;
    deleteIndex.run(old.docId);
    deleteDoc.run(old.docId);
  };

  const add = (document: SearchDocument): void => {
    const starts = startsOf(document.name, document.pinyin);
    const { firstChar, initial1, initial2, pinyin2 } = starts;
    const { lastInsertRowid } = insertDoc.run(document.customerId, firstChar, initial1, initial2, pinyin2);
    insertIndex.run(lastInsertRowid, documentTokens({ ...document, pinyin: pinyinParts(document.pinyin) }));
  };

  return {
    drop,
    add,
    refresh: (customerId) => {
      drop(customerId);
      const found = parts.get(customerId);
      if (!found) return;
      const owned = vehicles.all(customerId);
      const present = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null);
      add({
        customerId,
        name: found.name,
        pinyin: found.pinyin,
        phones: phones.all(customerId),
        plates: present(owned.map((vehicle) => vehicle.plate)),
        vins: present(owned.map((vehicle) => vehicle.vin)),
        cards: cards.all(customerId),
      });
    },
  };
};
