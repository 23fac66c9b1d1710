import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import { type QueryTerm, queryTerms } from '../../domain/searchTokens.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { besideNames } from './rows.ts';

/**
 * How many matches of the tokens are looked through for a further start-of-name term. Only a contradictory pair
 * (`仇` and a fragment that 100,000 share) ever gets so far.
 */
const mostFiltered = 5000;

/** Plate, phone, card or VIN typed to the letter: its customer comes first however long ago the last visit was. */
const exactMatches = async (db: ReadDb, terms: readonly QueryTerm[]): Promise<string[]> => {
  const [only, ...more] = terms;
  if (!only || more.length > 0 || Array.from(only.text).length < 5) return [];
  const upper = only.text.toUpperCase();
  const { rows } = await sql<{ customerId: string }>`
    SELECT customerId FROM memberCard WHERE number IN (${only.text}, ${upper}) AND deletedAt IS NULL
    UNION SELECT customerId FROM vehicle WHERE plate = ${upper} AND deletedAt IS NULL
    UNION SELECT customerId FROM vehicle WHERE vin = ${upper} AND deletedAt IS NULL
    UNION SELECT customerId FROM customerPhone WHERE number = ${only.text}
    LIMIT 20`.execute(db);
  return rows.map((row) => row.customerId);
};

/** The B-tree column that answers a start-of-name term. */
const startColumn = (term: QueryTerm): string => {
  if (term.kind === 'char') return 'firstChar';
  return term.text.length === 1 ? 'initial1' : 'initial2';
};

const startIs = (term: QueryTerm) => sql`${sql.ref(`d.${startColumn(term)}`)} = ${term.text}`;

/** Customers whose document holds every term, who was here last first (see migration 0050: docId rises with each visit). */
const matches = async (db: ReadDb, terms: readonly QueryTerm[], limit: number): Promise<string[]> => {
  const tokens = terms.filter((term) => term.kind === 'token');
  const starts = terms.filter((term) => term.kind === 'char' || term.kind === 'letter');
  const match = tokens.map((term) => `"${term.text}"*`).join(' AND ');
  const wanted = starts.length > 0 ? sql`WHERE ${sql.join(starts.map(startIs), sql` AND `)}` : sql``;
  if (tokens.length > 0) {
    const looked = starts.length > 0 ? mostFiltered : limit;
    const { rows } = await sql<{ customerId: string }>`
      SELECT d.customerId FROM (
        SELECT rowid AS docId FROM searchIndex WHERE searchIndex MATCH ${match} ORDER BY rowid DESC LIMIT ${looked}
      ) AS hit CROSS JOIN searchDoc AS d ON d.docId = hit.docId ${wanted} LIMIT ${limit}`.execute(db);
    return rows.map((row) => row.customerId);
  }
  const [first, ...rest] = starts;
  if (!first) return [];
  const filter = rest.length > 0 ? sql`WHERE ${sql.join(rest.map(startIs), sql` AND `)}` : sql``;
  const { rows } = await sql<{ customerId: string }>`
    SELECT d.customerId FROM (
      SELECT * FROM searchDoc AS d WHERE ${startIs(first)} ORDER BY d.docId DESC LIMIT ${rest.length > 0 ? mostFiltered : limit}
    ) AS d ${filter} LIMIT ${limit}`.execute(db);
  return rows.map((row) => row.customerId);
};

/** Ids of the customers that match, best first: exact card, plate, VIN or phone, then who was here last. */
export const findCustomers = async (db: ReadDb, q: string, limit: number): Promise<string[]> => {
  const { terms } = queryTerms(q);
  if (terms.every((term) => term.kind === 'tooShort')) return [];
  const exact = await exactMatches(db, terms);
  const found = exact.length >= limit ? [] : await matches(db, terms, limit);
  return [...new Set([...exact, ...found])].slice(0, limit);
};

/** The one box (一框搜索). */
export const search: QueryHandler<Contract['customers']['search']> = async (db, input, ctx) => {
  const { terms } = queryTerms(input.q);
  const ids = await findCustomers(db, input.q, input.limit);
  const answer = {
    // what was looked for, to be marked: a digit or two that were passed over are not
    terms: terms.filter((term) => term.kind !== 'tooShort').map((term) => term.text),
    tooShort: terms.length > 0 && terms.every((term) => term.kind === 'tooShort'),
  };
  if (ids.length === 0) return { ...answer, hits: [] };
  const customers = await db
    .selectFrom('customer')
    .select(['id', 'kind', 'name', 'pinyin', 'lastVisitDay'])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .execute();
  const beside = await besideNames(db, ids);
  const tierNames = new Map(
    beside.cards.size > 0 ? (await settingsOn(db, ctx.today())).tiers.map((tier) => [tier.code, tier.name]) : [],
  );
  const byId = new Map(customers.map((row) => [row.id, row]));
  const hits = ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const card = beside.cards.get(id)?.[0];
    return [
      {
        id,
        kind: row.kind as 'person',
        name: row.name,
        pinyin: row.pinyin,
        phones: (beside.phones.get(id) ?? []).map((phone) => phone.masked),
        vehicles: (beside.vehicles.get(id) ?? []).map(({ id: vehicleId, plate, vin, series }) => ({
          id: vehicleId,
          plate,
          vin,
          series,
        })),
        cardNumber: card?.number ?? null,
        tier: card?.tier ?? null,
        tierName: card ? (tierNames.get(card.tier) ?? card.tier) : null,
        lastVisitDay: row.lastVisitDay,
      },
    ];
  });
  return { ...answer, hits };
};
