import { sql } from 'kysely';
import type { DuplicateFacts } from '../../domain/duplicateScore.ts';
import type { ReadDb } from '../../store/handler.ts';
import { type BirthColumns, birthdayOf } from '../customers/rows.ts';

interface CustomerRow extends BirthColumns {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly pinyin: string;
  readonly gender: string | null;
  readonly residentId: string | null;
  readonly address: string | null;
  readonly wechat: string | null;
  readonly email: string | null;
}

type Vehicle = DuplicateFacts['vehicles'][number];
interface VehicleRow {
  readonly customerId: string;
  readonly id: string;
  readonly vin: string | null;
  readonly plate: string | null;
  readonly state: Vehicle['state'];
}

const grouped = <T extends { readonly customerId: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.customerId);
    if (group) group.push(row);
    else groups.set(row.customerId, [row]);
  }
  return groups;
};

/** What two files are compared by, for any number of living customers at once. */
export const factsOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, DuplicateFacts>> => {
  const list = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const { rows } = await sql<CustomerRow>`
    SELECT id, kind, name, pinyin, gender, residentId, address, wechat, email,
      birthCalendar, birthYear, birthMonth, birthDay, birthLeap
    FROM customer WHERE id IN ${list} AND deletedAt IS NULL`.execute(db);
  const phones = await sql<{ customerId: string; number: string; kind: string }>`
    SELECT customerId, number, kind FROM customerPhone WHERE customerId IN ${list}`.execute(db);
  const vehicles = await sql<VehicleRow>`
    SELECT customerId, id, vin, plate, CASE WHEN deletedAt IS NOT NULL THEN 'gone' WHEN status <> 'active' THEN 'retired'
      ELSE 'active' END AS state FROM vehicle WHERE customerId IN ${list}
    UNION ALL
    SELECT o.customerId, v.id, v.vin, v.plate, 'past' AS state FROM vehicleOwner o JOIN vehicle v ON v.id = o.vehicleId
    WHERE o.customerId IN ${list} AND o.deletedAt IS NULL AND v.customerId <> o.customerId`.execute(db);
  const phonesOf = grouped(phones.rows);
  const vehiclesOf = grouped(vehicles.rows);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        kind: row.kind,
        name: row.name,
        pinyin: row.pinyin,
        gender: row.gender,
        residentId: row.residentId,
        birthday: birthdayOf(row),
        address: row.address,
        wechat: row.wechat,
        email: row.email,
        phones: phonesOf.get(row.id) ?? [],
        vehicles: vehiclesOf.get(row.id) ?? [],
      },
    ]),
  );
};

/** Pairs of these customers that are on file as each other's relatives or key persons, as `pairKey`. */
export const relatedAmong = async (db: ReadDb, ids: readonly string[]): Promise<Set<string>> => {
  const list = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const { rows } = await sql<{ a: string; b: string }>`
    SELECT customerId AS a, otherId AS b FROM relation WHERE otherId IS NOT NULL AND deletedAt IS NULL
      AND customerId IN ${list} AND otherId IN ${list}`.execute(db);
  return new Set(rows.map(({ a, b }) => pairKey(a, b)));
};

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
