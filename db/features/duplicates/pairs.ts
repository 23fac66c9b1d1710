import { sql } from 'kysely';
import type { DuplicatePair } from '../../contract/duplicates.ts';
import { duplicateScore, type Evidence, leastScore } from '../../domain/duplicateScore.ts';
import type { ReadDb } from '../../store/handler.ts';
import { besideNames } from '../customers/rows.ts';
import { factsOf, pairKey, relatedAmong } from './facts.ts';

export interface ScoredPair {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly why: readonly Evidence[];
}

/** Pairs that a person has looked at and said no to, as `pairKey`. */
const dismissedPairs = async (db: ReadDb, ids: readonly string[] | null): Promise<Set<string>> => {
  const query = db.selectFrom('duplicateDismissal').select(['aId', 'bId']).where('deletedAt', 'is', null);
  const rows = await (ids ? query.where((is) => is.or([is('aId', 'in', ids), is('bId', 'in', ids)])) : query).execute();
  return new Set(rows.map((row) => pairKey(row.aId, row.bId)));
};

/**
 * The pairs that score high enough and were not dismissed, surest first.
 *
 * @param about customers whose dismissals matter; null: everybody's
 */
export const scoredPairs = async (
  db: ReadDb,
  pairs: readonly (readonly [string, string])[],
  about: readonly string[] | null,
  least: number = leastScore,
): Promise<ScoredPair[]> => {
  const ids = [...new Set(pairs.flat())];
  const facts = await factsOf(db, ids);
  const related = await relatedAmong(db, ids);
  const dismissed = await dismissedPairs(db, about);
  const found: ScoredPair[] = [];
  for (const [a, b] of pairs) {
    const key = pairKey(a, b);
    const [one, other] = [facts.get(a), facts.get(b)];
    if (!one || !other || dismissed.has(key)) continue;
    const { score, why } = duplicateScore(one, other, related.has(key));
    if (score >= least) found.push({ a, b, score, why });
  }
  return found.sort((x, y) => y.score - x.score || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1));
};

/** Pairs with what a person needs to tell the two apart. */
export const shownPairs = async (db: ReadDb, pairs: readonly ScoredPair[]): Promise<DuplicatePair[]> => {
  const ids = [...new Set(pairs.flatMap((pair) => [pair.a, pair.b]))];
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    version: number;
    kind: string;
    name: string;
    lastVisitDay: string | null;
    createdAt: number;
  }>`SELECT id, version, kind, name, lastVisitDay, createdAt FROM customer
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
  const beside = await besideNames(db, ids);
  const sides = new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        kind: row.kind as 'person',
        phones: (beside.phones.get(row.id) ?? []).map((phone) => phone.masked),
        plates: (beside.vehicles.get(row.id) ?? []).flatMap(({ plate }) => (plate ? [plate] : [])),
        cardNumber: beside.cards.get(row.id)?.[0]?.number ?? null,
      },
    ]),
  );
  return pairs.flatMap(({ a, b, score, why }) => {
    const [one, other] = [sides.get(a), sides.get(b)];
    if (!one || !other) return [];
    const better =
      Number(other.cardNumber !== null) - Number(one.cardNumber !== null) ||
      ((other.lastVisitDay ?? '') > (one.lastVisitDay ?? '') ? 1 : 0) -
        ((other.lastVisitDay ?? '') < (one.lastVisitDay ?? '') ? 1 : 0) ||
      one.createdAt - other.createdAt;
    return [{ a: one, b: other, score, why: [...why], keepId: better > 0 ? b : a }];
  });
};
