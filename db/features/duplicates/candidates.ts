import { sql } from 'kysely';
import type { ReadDb } from '../../store/handler.ts';
import { pairKey } from './facts.ts';
import { soundOf } from './sound.ts';

type Query = ReturnType<typeof sql<{ key: string; id: string }>>;

/** More than so many with one number are a switchboard or a placeholder: that says nothing of any two of them. */
const mostTogether = 12;
/** A store in which so many pairs turn up has one cause for most of them; the surest are among the first. */
const mostPairs = 60_000;

const sound = soundOf('c.pinyin');
const person = sql`c.deletedAt IS NULL AND c.kind = 'person' AND c.pinyin <> ''`;

/** Customers whose `key` is somebody else's too. The keys are never shown. */
const sharing = (rows: ReturnType<typeof sql>): Query =>
  sql`SELECT key, id FROM (SELECT key, id, count(*) OVER (PARTITION BY key) AS many FROM (${rows})) WHERE many > 1`;

/**
 * The ways in which two files come under suspicion, each one query over the whole store: numbers that are one person's alone; a
 * like name only with a second match (there are 300 王伟).
 */
export const candidateQueries: readonly Query[] = [
  sql`SELECT p.number AS key, p.customerId AS id FROM customerPhone p JOIN customer c ON c.id = p.customerId
    WHERE c.deletedAt IS NULL AND p.number IN (SELECT number FROM customerPhone GROUP BY number HAVING count(*) > 1)`,
  sql`SELECT residentId AS key, id FROM customer WHERE deletedAt IS NULL AND residentId IN
    (SELECT residentId FROM customer WHERE residentId IS NOT NULL GROUP BY residentId HAVING count(*) > 1)`,
  sql`SELECT v.vin AS key, v.customerId AS id FROM vehicle v JOIN customer c ON c.id = v.customerId
    WHERE c.deletedAt IS NULL AND v.vin IN (SELECT vin FROM vehicle WHERE vin IS NOT NULL GROUP BY vin HAVING count(*) > 1)`,
  sql`SELECT v.plate AS key, v.customerId AS id FROM vehicle v JOIN customer c ON c.id = v.customerId
    WHERE c.deletedAt IS NULL AND v.deletedAt IS NULL AND v.status = 'active'
      AND v.plate IN (SELECT plate FROM vehicle WHERE plate IS NOT NULL GROUP BY plate HAVING count(*) > 1)`,
  sharing(sql`SELECT c.id, ${sound} || c.birthCalendar || c.birthMonth || '-' || c.birthDay AS key FROM customer c
    WHERE ${person} AND c.birthMonth IS NOT NULL`),
  sharing(sql`SELECT c.id, ${sound} || replace(c.address, ' ', '') AS key FROM customer c
    WHERE ${person} AND c.address IS NOT NULL`),
  sharing(sql`SELECT DISTINCT c.id, ${sound} || substr(p.number, -4) AS key FROM customerPhone p
    JOIN customer c ON c.id = p.customerId WHERE ${person} AND p.kind = 'mobile'`),
  sharing(sql`SELECT c.id, ${sound} || o.vehicleId AS key FROM (
      SELECT vehicleId, customerId FROM vehicleOwner WHERE deletedAt IS NULL
      UNION SELECT v.id, v.customerId FROM vehicleOwner o JOIN vehicle v ON v.id = o.vehicleId WHERE v.deletedAt IS NULL
    ) o JOIN customer c ON c.id = o.customerId WHERE ${person}`),
  sharing(sql`SELECT c.id, c.name AS key FROM customer c WHERE c.deletedAt IS NULL AND c.kind = 'company'`),
];

/** Pairs worth comparing, over all customers. */
export const candidatePairs = async (db: ReadDb): Promise<Map<string, readonly [string, string]>> => {
  const pairs = new Map<string, readonly [string, string]>();
  for (const way of candidateQueries) {
    const { rows } = await way.execute(db);
    const groups = new Map<string, Set<string>>();
    for (const { key, id } of rows) {
      const group = groups.get(key);
      if (group) group.add(id);
      else groups.set(key, new Set([id]));
    }
    for (const group of groups.values()) {
      if (group.size > mostTogether) continue;
      const ids = [...group].sort();
      for (const [index, a] of ids.entries()) {
        for (const b of ids.slice(index + 1)) {
          if (pairs.size >= mostPairs) return pairs;
          pairs.set(pairKey(a, b), [a, b]);
        }
      }
    }
  }
  return pairs;
};

/** The ways again, for one customer, by the indexes. Each gives a few at most: of a crowd with one number a dozen are enough. */
const waysFor = (id: string): readonly ReturnType<typeof sql>[] => {
  const others = sql`c.deletedAt IS NULL AND c.id <> ${id}`;
  const me = sql`(SELECT * FROM customer WHERE id = ${id})`;
  return [
    sql`SELECT c.id FROM customerPhone own CROSS JOIN customerPhone p ON p.number = own.number JOIN customer c ON c.id = p.customerId
      WHERE own.customerId = ${id} AND ${others}`,
    sql`SELECT c.id FROM ${me} own CROSS JOIN customer c ON c.residentId = own.residentId WHERE ${others}`,
    sql`SELECT c.id FROM vehicle own CROSS JOIN vehicle v ON v.vin = own.vin JOIN customer c ON c.id = v.customerId
      WHERE own.customerId = ${id} AND ${others}`,
    sql`SELECT c.id FROM vehicle own CROSS JOIN vehicle v ON v.plate = own.plate JOIN customer c ON c.id = v.customerId
      WHERE own.customerId = ${id} AND own.deletedAt IS NULL AND v.deletedAt IS NULL AND ${others}`,
    sql`SELECT c.id FROM vehicleOwner own JOIN vehicle v ON v.id = own.vehicleId JOIN customer c ON c.id = v.customerId
      WHERE own.customerId = ${id} AND ${others}`,
    sql`SELECT c.id FROM vehicle own JOIN vehicleOwner o ON o.vehicleId = own.id JOIN customer c ON c.id = o.customerId
      WHERE own.customerId = ${id} AND ${others}`,
    sql`SELECT c.id FROM ${me} own CROSS JOIN customer c ON c.name = own.name AND c.pinyin = own.pinyin
      WHERE own.kind = 'company' AND c.kind = 'company' AND ${others}`,
    sql`SELECT c.id FROM ${me} own CROSS JOIN customer c ON ${sound} = ${soundOf('own.pinyin')}
      WHERE own.kind = 'person' AND own.pinyin <> '' AND ${person} AND c.id <> ${id} AND (
        (c.birthMonth = own.birthMonth AND c.birthDay = own.birthDay AND c.birthCalendar = own.birthCalendar)
        OR replace(c.address, ' ', '') = replace(own.address, ' ', '')
        OR EXISTS (SELECT 1 FROM customerPhone p JOIN customerPhone q ON substr(q.number, -4) = substr(p.number, -4)
          WHERE p.customerId = ${id} AND q.customerId = c.id AND p.kind = 'mobile' AND q.kind = 'mobile'))`,
  ];
};

/** Who might be the same as one customer. */
export const candidatesFor = async (db: ReadDb, id: string): Promise<string[]> => {
  const few = waysFor(id).map((way) => sql`SELECT id FROM (${way} LIMIT ${mostTogether})`);
  const { rows } = await sql<{ id: string }>`${sql.join(few, sql` UNION `)}`.execute(db);
  return rows.map((row) => row.id);
};
