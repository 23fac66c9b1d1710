import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { canonicalPlate } from '../../domain/plate.ts';
import { anywhere, wordsOf } from '../enquiries/matching.ts';

/** Columns in which every service is looked for: of the job (j), its customer (c) and vehicle (v). */
const common = ['j.number', 'c.name', 'v.plate', 'v.vin'];

/** A column by its name, or words worked out from one. */
type Searched = string | RawBuilder<string | null>;

const holds = (word: string, own: readonly Searched[], ownPhones: readonly string[]): RawBuilder<SqlBool> => {
  const written = canonicalPlate(word);
  const digits = /^\d{3,}$/.test(written);
  const conditions = [
    ...[...common, ...own].map((column) => {
      const text = typeof column === 'string' ? sql.ref(column) : column;
      return sql<SqlBool>`${text} LIKE ${anywhere(word)} ESCAPE '\\'`;
    }),
    ...(written !== '' && written !== word ? [sql<SqlBool>`v.plate LIKE ${anywhere(written)} ESCAPE '\\'`] : []),
    ...(digits
      ? [
          ...ownPhones.map((column) => sql<SqlBool>`${sql.ref(column)} LIKE ${anywhere(written)}`),
          sql<SqlBool>`EXISTS (SELECT 1 FROM customerPhone p WHERE p.customerId = j.customerId
            AND p.number LIKE ${anywhere(written)})`,
        ]
      : []),
  ];
  return sql<SqlBool>`(${sql.join(conditions, sql` OR `)})`;
};

/**
 * Jobs in which each word stands somewhere: number, name, plate, VIN, phone, and columns of their own.
 *
 * @param own columns, or words, beside the common ones
 * @param ownPhones columns that hold a whole number
 */
export const matching = (
  typed: string,
  own: readonly Searched[],
  ownPhones: readonly string[] = [],
): RawBuilder<SqlBool>[] => wordsOf(typed).map((word) => holds(word, own, ownPhones));
