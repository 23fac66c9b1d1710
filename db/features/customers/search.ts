import { type SqlBool, sql } from 'kysely';
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
/** From so many VINs on, their common beginning is no longer looked for in the index. */
const manyVins = 5000;

/** Plate, phone, card or VIN typed to the letter: its customer comes first however long ago the last visit was. */
const exactMatches = async (db: ReadDb, terms: readonly QueryTerm[]): Promise<string[]> => {
  const [only, ...more] = terms;
  if (!only || more.length > 0 || Array.from(only.text).length < 5) return [];
  const upper = only.text.toUpperCase();
  const { rows } = await sql<{ customerId: string }>`
    SELECT customerId FROM memberCard WHERE number IN (${only.text}, ${upper}) AND deletedAt IS NULL
    UNION SELECT customerId FROM vehicle WHERE plate = ${upper} AND deletedAt IS NULL AND status = 'active'
    UNION SELECT customerId FROM vehicle WHERE vin = ${upper} AND deletedAt IS NULL AND status = 'active'
    UNION SELECT customerId FROM customerPhone WHERE number = ${only.text}
    LIMIT 20`.execute(db);
  return rows.map((row) => row.customerId);
};

/** A condition on `d`, a row of searchDoc. */
type Condition = ReturnType<typeof sql<SqlBool>>;

/** The B-tree columns that answer a start-of-name term: two letters may be initials (`lw`) or the pinyin's own (`li`). */
const startColumns = (term: QueryTerm): readonly string[] => {
  if (term.kind === 'char') return ['firstChar'];
  return term.text.length === 1 ? ['initial1'] : ['initial2', 'pinyin2'];
};

const startIs = (term: QueryTerm): Condition =>
  sql`${term.text} IN (${sql.join(startColumns(term).map((column) => sql.ref(`d.${column}`)))})`;

/** The rows of searchDoc that begin so, who was here last first. */
const startRows = (term: QueryTerm, limit: number) => {
  const walks = startColumns(term).map(
    (column) =>
      sql`SELECT * FROM (SELECT * FROM searchDoc WHERE ${sql.ref(column)} = ${term.text} ORDER BY docId DESC LIMIT ${limit})`,
  );
  return sql`${sql.join(walks, sql` UNION `)} ORDER BY docId DESC LIMIT ${limit}`;
};

/** The half-typed VIN as a range of the B-tree. */
const vinRange = (term: QueryTerm) => {
  const from = term.text.toUpperCase();
  return { from, until: `${from}~` };
};

/**
 * True for the beginning of VINs of which the store has a great many (`LGBH52E`, while a VIN is being typed from its start): each is
 * a token of its own, and merging the lists of 100,000 tokens takes longer than asking recent customers' vehicles one by one.
 */
const beginsManyVins = async (db: ReadDb, term: QueryTerm): Promise<boolean> => {
  if (term.kind !== 'token' || !/^[a-hj-npr-z][a-hj-npr-z0-9]{4,15}$/.test(term.text)) return false;
  const { from, until } = vinRange(term);
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM (
    SELECT 1 FROM vehicle WHERE vin >= ${from} AND vin < ${until} AND deletedAt IS NULL LIMIT ${manyVins})`.execute(db);
  return (rows[0]?.count ?? 0) >= manyVins;
};

/** The plus keeps SQLite from walking the VINs instead of the customer's few vehicles. */
const vinBegins = (term: QueryTerm): Condition => {
  const { from, until } = vinRange(term);
  return sql`EXISTS (SELECT 1 FROM vehicle v WHERE v.customerId = d.customerId AND v.deletedAt IS NULL AND v.status = 'active'
    AND +v.vin >= ${from} AND +v.vin < ${until})`;
};

const ownersOfVins = async (db: ReadDb, term: QueryTerm, limit: number): Promise<string[]> => {
  const { from, until } = vinRange(term);
  const { rows } = await sql<{ customerId: string }>`SELECT customerId FROM vehicle
    WHERE vin >= ${from} AND vin < ${until} AND deletedAt IS NULL LIMIT ${limit}`.execute(db);
  return rows.map((row) => row.customerId);
};

/** Customers whose document holds every term, who was here last first (see migration 0050: docId rises with each visit). */
const matches = async (db: ReadDb, terms: readonly QueryTerm[], limit: number): Promise<string[]> => {
  const tokens: string[] = [];
  const starts: QueryTerm[] = [];
  const conditions: Condition[] = [];
  for (const term of terms) {
    if (term.kind === 'char' || term.kind === 'letter') starts.push(term);
    else if (await beginsManyVins(db, term)) conditions.push(vinBegins(term));
    else if (term.kind === 'token') tokens.push(`"${term.text}"*`);
  }
  const [first, ...more] = starts;
  if (!first && tokens.length === 0 && conditions.length === 0) return [];
  conditions.push(...(tokens.length > 0 ? starts : more).map(startIs));
  const looked = conditions.length > 0 ? mostFiltered : limit;
  const filter = conditions.length > 0 ? sql`WHERE ${sql.join(conditions, sql` AND `)}` : sql``;
  const hits =
    tokens.length > 0
      ? sql`(SELECT rowid AS docId FROM searchIndex WHERE searchIndex MATCH ${tokens.join(' AND ')} ORDER BY rowid DESC LIMIT ${looked})
          AS hit CROSS JOIN searchDoc AS d ON d.docId = hit.docId`
      : sql`(${first ? startRows(first, looked) : sql`SELECT * FROM searchDoc ORDER BY docId DESC LIMIT ${looked}`}) AS d`;
  const { rows } = await sql<{ customerId: string }>`SELECT d.customerId FROM ${hits} ${filter} LIMIT ${limit}`.execute(
    db,
  );
  const [only, ...others] = terms;
  const isVinAlone = only !== undefined && others.length === 0 && only.kind === 'token' && tokens.length === 0;
  // old models may not have been here for long: any of them, then
  const rest = isVinAlone && rows.length < limit ? await ownersOfVins(db, only, limit) : [];
  return [...rows.map((row) => row.customerId), ...rest];
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
