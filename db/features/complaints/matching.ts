import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CodeNames } from './codeNames.ts';

/** More words narrow nothing further and only cost. */
const mostWords = 6;

/** `%` and `_` stand for themselves. */
const anywhere = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** Columns of the complaint (k), its customer (c) and vehicle (v) that are searched as they stand. */
const columns = [
  'k.number',
  'k.title',
  'k.what',
  'k.remedy',
  'k.part',
  'k.about',
  'k.strangerName',
  'k.authority',
  'k.causeNote',
  'c.name',
  'v.plate',
  'v.vin',
] as const;

/** Plates and numbers are stored without the dots, dashes and spaces that people write in them. */
const compact = (word: string): string => word.replace(/[\s·•.\-‐-―()（）]/g, '').toUpperCase();

const inCodes = (column: string, codes: readonly string[]): RawBuilder<SqlBool>[] =>
  codes.length === 0
    ? []
    : [sql<SqlBool>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`];

const holds = (word: string, names: CodeNames): RawBuilder<SqlBool> => {
  const like = anywhere(word);
  const written = compact(word);
  const isNumber = /^\d{3,}$/.test(written);
  const conditions = [
    ...columns.map((column) => sql<SqlBool>`${sql.ref(column)} LIKE ${like} ESCAPE '\\'`),
    sql<SqlBool>`EXISTS (SELECT 1 FROM complaintEvent e WHERE e.complaintId = k.id AND e.text LIKE ${like} ESCAPE '\\')`,
    ...(written !== '' && written !== word ? [sql<SqlBool>`v.plate LIKE ${anywhere(written)} ESCAPE '\\'`] : []),
    ...(isNumber
      ? [
          sql<SqlBool>`k.strangerPhone LIKE ${anywhere(written)}`,
          sql<SqlBool>`EXISTS (SELECT 1 FROM customerPhone p WHERE p.customerId = k.customerId
            AND p.number LIKE ${anywhere(written)})`,
        ]
      : []),
    ...inCodes('k.category', names.categoriesNamed(word)),
    ...inCodes('k.department', names.departmentsNamed(word)),
    ...inCodes('k.cause', names.causesNamed(word)),
  ];
  return sql<SqlBool>`(${sql.join(conditions, sql` OR `)})`;
};

/**
 * Complaints in which each word stands somewhere: in what was written of it, in any line of its record, in its customer's name, phone or
 * plate, or in the store's words for its category, department and cause. Of `complaintSelection`.
 */
export const matching = (typed: string, names: CodeNames): RawBuilder<SqlBool>[] => {
  const words = typed.normalize('NFKC').split(/\s+/).filter(Boolean);
  return [...new Set(words)].slice(0, mostWords).map((word) => holds(word, names));
};
