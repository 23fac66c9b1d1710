import { sql } from 'kysely';
import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { customerReferences } from '../changes/references.ts';
import { phonesOf } from '../customers/lists.ts';
import { candidatePairs, candidatesFor } from './candidates.ts';
import { pairKey } from './facts.ts';
import { columnFields, sameField, standardChoice } from './fields.ts';
import { livingCustomer } from './merge.ts';
import { type ScoredPair, scoredPairs, shownPairs } from './pairs.ts';

type Duplicates = Contract['duplicates'];

const readCursor = (cursor: string): { score: number; key: string } => {
  const match = /^(\d{1,4}):([0-9a-f-]{36}):([0-9a-f-]{36})$/.exec(cursor);
  if (!match?.[1] || !match[2] || !match[3]) throw badField('cursor', 'cursor-invalid');
  return { score: Number(match[1]), key: `${match[2]} ${match[3]}` };
};

const cursorOf = (pair: ScoredPair): string => `${pair.score}:${pairKey(pair.a, pair.b).replace(' ', ':')}`;

/** Pairs of the whole store that may be one customer (疑似重复), surest first. Worked out anew for each page. */
export const list: QueryHandler<Duplicates['list']> = async (db, input) => {
  const after = input.cursor ? readCursor(input.cursor) : null;
  const pairs = await candidatePairs(db);
  const scored = await scoredPairs(db, [...pairs.values()], null);
  const left = after
    ? scored.filter(({ score, a, b }) => score < after.score || (score === after.score && pairKey(a, b) > after.key))
    : scored;
  const page = left.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: await shownPairs(db, page),
    next: left.length > page.length && last ? cursorOf(last) : null,
    total: scored.length,
  };
};

const mergedInto = async (db: ReadDb, id: string) => {
  const { rows } = await sql<{ id: string; name: string; at: number; by: string; command: number }>`
    SELECT d.id, d.name, a.at, coalesce(s.displayName, a.actor) AS "by", max(c.command) AS command
    FROM customer d JOIN changeLog c ON c.entityId = d.id AND json_extract(c.after, '$.mergedInto') = ${id}
    JOIN auditLog a ON a.seq = c.command LEFT JOIN staff s ON s.id = a.actor
    WHERE d.mergedInto = ${id} GROUP BY d.id ORDER BY command DESC`.execute(db);
  return rows;
};

/** The same for one customer, while its page is looked at. */
export const ofCustomer: QueryHandler<Duplicates['ofCustomer']> = async (db, input) => {
  await livingCustomer(db, input.id);
  const others = await candidatesFor(db, input.id);
  const pairs = others.map((other) => [input.id, other] as const);
  const scored = await scoredPairs(db, pairs, [input.id]);
  return { rows: await shownPairs(db, scored.slice(0, 20)), merged: await mergedInto(db, input.id) };
};

/** What a merge would do, before anybody decides (对比). */
export const compare: QueryHandler<Duplicates['compare']> = async (db, input) => {
  if (input.keepId === input.dropId) throw badField('dropId', 'merge-with-self');
  const keep = await livingCustomer(db, input.keepId);
  const drop = await livingCustomer(db, input.dropId);
  const phones = [await phonesOf(db, keep.id), await phonesOf(db, drop.id)].map((each) => JSON.stringify(each));
  const moves: { what: string; count: number }[] = [];
  for (const { table, column, onMerge } of customerReferences) {
    if (onMerge !== 'move') continue;
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}
      WHERE ${sql.ref(column)} = ${drop.id}`.execute(db);
    const count = rows[0]?.count ?? 0;
    if (count > 0) moves.push({ what: table, count });
  }
  // whatever it scores: a person may know better
  const scored = await scoredPairs(db, [[keep.id, drop.id]], [], Number.NEGATIVE_INFINITY);
  const [pair] = await shownPairs(db, scored);
  if (!pair) throw badField('dropId', 'customer-not-found');
  const shown = ({ id, version, name }: typeof keep) => ({ id, version, name });
  return {
    keep: shown(keep),
    drop: shown(drop),
    fields: [
      ...columnFields.map((field) => ({
        field,
        same: sameField(field, keep, drop),
        standard: standardChoice(field, keep, drop),
      })),
      { field: 'phones' as const, same: phones[0] === phones[1], standard: 'both' as const },
    ],
    moves,
    pair,
  };
};
