import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** More words narrow nothing further and only cost. */
const mostWords = 6;

export const wordsOf = (typed: string): readonly string[] =>
  [...new Set(typed.normalize('NFKC').split(/\s+/).filter(Boolean))].slice(0, mostWords);

/** A pattern for LIKE; `%` and `_` stand for themselves. */
export const anywhere = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** Columns of the enquiry (e), its customer (c), vehicle (v) and expert (s). */
const columns = [
  ...['e.number', 'e.question', 'e.answer', 'e.strangerName', 'e.handNote', 'e.closeNote'],
  ...['c.name', 'v.plate', 'v.vin', 's.displayName'],
];

/** Plates and numbers are stored without the dots, dashes and spaces that people write in them. */
const compact = (word: string): string => word.replace(/[\s·•.\-‐-―()（）]/g, '').toUpperCase();

const holds = (word: string): RawBuilder<SqlBool> => {
  const like = anywhere(word);
  const written = compact(word);
  const conditions = [
    ...columns.map((column) => sql<SqlBool>`${sql.ref(column)} LIKE ${like} ESCAPE '\\'`),
    ...(written !== '' && written !== word ? [sql<SqlBool>`v.plate LIKE ${anywhere(written)} ESCAPE '\\'`] : []),
    ...(/^\d{3,}$/.test(written)
      ? [
          sql<SqlBool>`e.strangerPhone LIKE ${anywhere(written)}`,
          sql<SqlBool>`EXISTS (SELECT 1 FROM customerPhone p WHERE p.customerId = e.customerId
            AND p.number LIKE ${anywhere(written)})`,
        ]
      : []),
  ];
  return sql<SqlBool>`(${sql.join(conditions, sql` OR `)})`;
};

/** Enquiries in which each word stands somewhere; of `enquirySelection`. */
export const matching = (typed: string): RawBuilder<SqlBool>[] => wordsOf(typed).map(holds);
