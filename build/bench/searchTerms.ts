import type { Connection } from '../../db/store/connection.ts';

/** A kind of query of the one box with the words that somebody would type for real customers. */
export interface QueryKind {
  readonly name: string;
  readonly words: readonly string[];
}

interface Person {
  readonly name: string;
  readonly pinyin: string;
  readonly phone: string;
  readonly plate: string;
  readonly vin: string;
  readonly card: string | null;
}

/** Customers picked evenly over the whole store, those of long ago as well as those of today. */
const peopleOf = (connection: Connection, count: number): Person[] => {
  const most = connection.prepare<[], number>('SELECT max(rowid) FROM customer').pluck(true).get() ?? 0;
  const at = connection.prepare<[number], Person>(`
    SELECT c.name, c.pinyin, p.number AS phone, v.plate, v.vin, (SELECT number FROM memberCard WHERE customerId = c.id) AS card
    FROM customer c JOIN customerPhone p ON p.customerId = c.id AND p.position = 0 JOIN vehicle v ON v.customerId = c.id
    WHERE c.rowid >= ? AND c.kind = 'person' AND v.plate IS NOT NULL ORDER BY c.rowid LIMIT 1`);
  const step = most / count;
  return Array.from({ length: count }, (_, i) => at.get(Math.floor(i * step) + 1)).filter(
    (person) => person !== undefined,
  );
};

const initials = (pinyin: string): string =>
  pinyin
    .split(' ')
    .map((syllable) => syllable.charAt(0))
    .join('');
const letters = 'abcdefghjklmnpqrstwxyz';

/** Every kind of fragment that the desk finds a customer by, `count` words each, drawn from real rows. */
export const queryKinds = (connection: Connection, count: number): QueryKind[] => {
  const people = peopleOf(connection, count * 3);
  const words = (name: string, wordOf: (person: Person, index: number) => string | null): QueryKind => ({
    name,
    words: people.flatMap((person, index) => wordOf(person, index) ?? []).slice(0, count),
  });
  return [
    words('phone last 4', (person) => person.phone.slice(-4)),
    words('two characters inside a name', ({ name }) => (name.length >= 3 ? name.slice(1, 3) : null)),
    words('plate last 5', (person) => person.plate.slice(-5)),
    words('pinyin initials, 3', ({ pinyin }) => (initials(pinyin).length === 3 ? initials(pinyin) : null)),
    words('full pinyin', ({ pinyin }) => pinyin.replaceAll(' ', '')),
    words('VIN tail', (person) => person.vin.slice(-6)),
    words('card number', (person) => person.card),
    words('no match', (person, index) => `${person.phone.slice(-5)}${index % 10}zq`),
    words('one character', (person) => person.name.charAt(0)),
    words('one letter', (_, index) => letters.charAt(index % letters.length)),
    words('two letters', ({ pinyin }) => initials(pinyin).slice(0, 2)),
    words('two terms', ({ name, phone }) => (name.length >= 3 ? `${name.slice(1, 3)} ${phone.slice(-4)}` : null)),
  ];
};
