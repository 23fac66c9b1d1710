import { type RawBuilder, sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import { questionTerms } from '../../domain/enquiries/questionTerms.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { type FoundKept, keptRowOf, usesOf } from './kept.ts';

/** All of what was typed beats any number of single hits. */
const allWords = 1000;

const sumOf = (parts: readonly RawBuilder<number>[]): RawBuilder<number> =>
  parts.length === 0 ? sql<number>`0` : sql<number>`(${sql.join(parts, sql` + `)})`;

/**
 * Kept answers for what is typed, the most fitting first: those that hold all its words, in question or answer, then by how many of
 * its pairs of characters their question shares, then by use. Chinese has no spaces, so that pairs stand for words.
 */
export const suggest: QueryHandler<Contract['enquiries']['suggest']> = async (db, input) => {
  const { words, pairs } = questionTerms(input.text);
  if (words.length === 0) return { rows: [] };
  const all = sql.join(
    words.map((word) => sql`(instr(q, ${word}) > 0 OR instr(lower(answer), ${word}) > 0)`),
    sql` AND `,
  );
  const shared = pairs.map((pair) => sql<number>`(instr(q, ${pair}) > 0)`);
  const { rows } = await sql<FoundKept>`
    WITH folded AS MATERIALIZED (
      SELECT id, lower(question) AS q, answer FROM keptAnswer
      WHERE deletedAt IS NULL ${input.topic ? sql`AND topic = ${input.topic}` : sql``}
    ), found AS MATERIALIZED (
      SELECT id, (${all}) * ${sql.lit(allWords)} + ${sumOf(shared)} AS score FROM folded
    )
    SELECT k.id, k.version, k.question, k.answer, k.topic, k.updatedAt, k.byName, coalesce(u.uses, 0) AS uses
    FROM found f JOIN keptAnswer k ON k.id = f.id LEFT JOIN (${usesOf}) u ON u.keptAnswerId = f.id
    WHERE f.score > 0
    ORDER BY f.score DESC, coalesce(u.uses, 0) DESC, k.id DESC LIMIT ${input.limit}`.execute(db);
  return { rows: rows.map(keptRowOf) };
};
