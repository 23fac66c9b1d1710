import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { anywhere, wordsOf } from '../enquiries/matching.ts';

/** Columns of the customer (c), vehicle (v) and adviser (s). */
const columns = [
  ...['c.name', 'v.plate', 'v.vin', 'v.brand', 'v.series', 'v.model', 'v.color'],
  ...['s.displayName', 'd.ceremony', 'd.note', 'd.cancelReason'],
];

/** Plates and numbers are stored without the dots, dashes and spaces that people write in them. */
const compact = (word: string): string => word.replace(/[\s·•.\-‐-―()（）]/g, '').toUpperCase();

const holds = (word: string): RawBuilder<SqlBool> => {
  const written = compact(word);
  const conditions = [
    ...columns.map((column) => sql<SqlBool>`${sql.ref(column)} LIKE ${anywhere(word)} ESCAPE '\\'`),
    ...(written !== '' && written !== word ? [sql<SqlBool>`v.plate LIKE ${anywhere(written)} ESCAPE '\\'`] : []),
    ...(/^\d{3,}$/.test(written)
      ? [
          sql<SqlBool>`EXISTS (SELECT 1 FROM customerPhone p WHERE p.customerId = d.customerId
            AND p.number LIKE ${anywhere(written)})`,
        ]
      : []),
  ];
  return sql<SqlBool>`(${sql.join(conditions, sql` OR `)})`;
};

/** Deliveries in which each word stands somewhere; of `deliverySelection`. */
export const matching = (typed: string): RawBuilder<SqlBool>[] => wordsOf(typed).map(holds);
