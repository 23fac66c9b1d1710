import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchHit } from '../../db/contract/customerViews.ts';
import type { Birthday } from '../../db/contract/values.ts';
import { isBirthday } from '../../db/domain/birthday.ts';
import { categories, workshopCategories } from '../../db/domain/category.ts';
import { nextInspection } from '../../db/domain/inspection.ts';
import { luhnOk } from '../../db/domain/luhn.ts';
import { pinyin } from '../../db/domain/personName.ts';
import { checkPhone } from '../../db/domain/phone.ts';
import { checkPlate } from '../../db/domain/plate.ts';
import { checkResidentId } from '../../db/domain/residentId.ts';
import { checkVin } from '../../db/domain/vin.ts';
import { dayOf, timeOf } from '../../db/domain/zonedTime.ts';
import { type AuditRow, auditHash, firstHash } from '../../db/store/audit.ts';
import { type Connection, openConnection } from '../../db/store/connection.ts';
import { demoPassword, demoStaff } from '../../db/store/demo/accounts.ts';
import { buildDemo, type DemoCounts } from '../../db/store/demo/buildDemo.ts';
import { openStore } from '../../db/store/openStore.ts';
import { verifyPassword } from '../../db/store/passwords.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import type { Actor, Store } from '../../db/store/types.ts';

const customers = 2000;
const today = '2026-11-22';
const zone = 'Asia/Shanghai';
const desk: Actor = { kind: 'cli', id: 'cli:test', name: 'test', role: 'manager', desk: 'test' };

const root = mkdtempSync(join(tmpdir(), 'caredesk-demo-'));
const dir = join(root, 'one');
let built: DemoCounts;
let db: Connection;
let store: Store;

beforeAll(async () => {
  built = await buildDemo(dir, { customers, seed: 7, today });
  store = await openStore(dir, { create: false });
  db = openConnection(storeFileOf(dir), { readonly: true });
}, 60_000);
afterAll(async () => {
  db.close();
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

const column = <T = string>(sql: string): T[] => db.prepare<[], T>(sql).pluck(true).all();
const value = <T = number>(sql: string): T => {
  const [first] = column<T>(sql);
  if (first === undefined) throw new Error(`nothing: ${sql}`);
  return first;
};

/** Everything that the seed decides: all rows but salts and the hashes that hang on them. */
const contentHash = (connection: Connection): string => {
  const hash = createHash('sha256');
  const tables = connection
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'searchIndex%' AND name NOT LIKE 'sqlite_%'
       AND name NOT IN ('auditLog', 'auditDetail') ORDER BY name`,
    )
    .pluck(true)
    .all();
  for (const table of tables) {
    hash.update(table);
    for (const row of connection.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).iterate()) {
      delete row['passwordHash'];
      hash.update(JSON.stringify(row));
    }
  }
  return hash.digest('hex');
};

describe('a demo store', () => {
  it('has exactly as many customers, vehicles and visits as asked for, one to three lines each', () => {
    expect(built).toMatchObject({ customers, vehicles: 2400, visits: 8000 });
    for (const [table, count] of [
      ['customer', built.customers],
      ['vehicle', built.vehicles],
      ['visit', built.visits],
      ['visitLine', built.lines],
      ['policy', built.policies],
      ['memberCard', built.cards],
    ] as const) {
      expect(value(`SELECT count(*) FROM ${table}`), table).toBe(count);
    }
    expect(column('SELECT DISTINCT count(*) FROM visitLine GROUP BY visitId').toSorted()).toEqual([1, 2, 3]);
    expect(value('SELECT count(*) FROM visit WHERE id NOT IN (SELECT visitId FROM visitLine)')).toBe(0);
    expect(new Set(column('SELECT DISTINCT category FROM visitLine'))).toEqual(new Set(categories));
  });

  it('is whole: pragmas, indexes and triggers as the migrations made them', async () => {
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    const fresh = await openStore(join(root, 'fresh'));
    await fresh.close();
    const other = openConnection(storeFileOf(join(root, 'fresh')), { readonly: true });
    const schema = (connection: Connection): unknown[] =>
      connection.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all();
    expect(schema(db)).toEqual(schema(other));
    other.close();
    expect(readdirSync(dir).filter((name) => !name.startsWith('caredesk.sqlite'))).toEqual([]);
  });

  it('holds only phones, plates, VINs, IDs, cards and birthdays that pass the checks', () => {
    for (const { number, kind } of db
      .prepare<[], { number: string; kind: string }>('SELECT number, kind FROM customerPhone')
      .all()) {
      expect(checkPhone(number)).toMatchObject({ ok: true, number, kind });
    }
    for (const number of column('SELECT phone FROM relation WHERE phone IS NOT NULL'))
      expect(checkPhone(number).ok).toBe(true);
    for (const { plate, energy } of db
      .prepare<[], { plate: string; energy: string }>('SELECT plate, energy FROM vehicle WHERE plate IS NOT NULL')
      .all()) {
      const green = energy === 'electric' || energy === 'plugin';
      expect(checkPlate(plate)).toEqual({ ok: true, plate, kind: green ? 'newEnergySmall' : 'ordinary' });
    }
    for (const vin of column('SELECT vin FROM vehicle'))
      expect(checkVin(vin)).toEqual({ ok: true, vin, checkDigitOk: true });
    for (const number of column('SELECT number FROM memberCard')) {
      expect(number).toMatch(/^[2-9]\d{11}$/);
      expect(luhnOk(number)).toBe(true);
    }
    const people = db
      .prepare<[], { residentId: string; gender: string | null; birth: string }>(
        `SELECT residentId, gender, printf('%04d-%02d-%02d', birthYear, birthMonth, birthDay) AS birth FROM customer WHERE residentId IS NOT NULL`,
      )
      .all();
    expect(people.length).toBeGreaterThan(20);
    for (const person of people) {
      const checked = checkResidentId(person.residentId);
      expect(checked).toMatchObject({ ok: true, birthday: person.birth });
      if (person.gender) expect(checked).toMatchObject({ sex: person.gender });
    }
    for (const table of ['customer', 'relation']) {
      const rows = db
        .prepare<[], Omit<Birthday, 'leap'> & { leap: number }>(
          `SELECT birthCalendar AS calendar, birthYear AS year, birthMonth AS month, birthDay AS day, birthLeap AS leap FROM ${table} WHERE birthMonth IS NOT NULL`,
        )
        .all();
      for (const row of rows) expect(isBirthday({ ...row, leap: row.leap === 1 }), JSON.stringify(row)).toBe(true);
    }
    expect(value("SELECT count(*) FROM customer WHERE birthCalendar = 'lunar'")).toBeGreaterThan(50);
  });

  it('keeps what must be unique unique', () => {
    for (const [what, table] of [
      ['plate', 'vehicle'],
      ['vin', 'vehicle'],
      ['number', 'customerPhone'],
      ['number', 'memberCard'],
      ['orderNo', 'visit'],
      ['id', 'visit'],
    ] as const) {
      const known = `SELECT ${what} FROM ${table} WHERE ${what} IS NOT NULL${table === 'customerPhone' ? " AND kind = 'mobile'" : ''}`;
      expect(value(`SELECT count(*) - count(DISTINCT ${what}) FROM (${known})`), `${table}.${what}`).toBe(0);
    }
    for (const orderNo of column('SELECT orderNo FROM visit WHERE orderNo IS NOT NULL'))
      expect(orderNo).toMatch(/^RO\d{4}-\d{6}$/);
    for (const id of column('SELECT id FROM customer UNION SELECT id FROM visit UNION SELECT id FROM vehicle')) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('spells every name as the form would', () => {
    for (const row of db
      .prepare<[], { name: string; kind: 'person' | 'company'; pinyin: string }>(
        'SELECT name, kind, pinyin FROM customer',
      )
      .all()) {
      expect(pinyin(row.name, row.kind).spaced).toBe(row.pinyin);
    }
  });

  it('has derived columns that agree with the rows they come from', () => {
    const workshop = [...workshopCategories].map((category) => `'${category}'`).join(', ');
    expect(
      value(`SELECT count(*) FROM vehicle v WHERE
        lastMileage IS NOT (SELECT km FROM mileageLog WHERE vehicleId = v.id ORDER BY day DESC, km DESC LIMIT 1)
        OR lastMileageDay IS NOT (SELECT day FROM mileageLog WHERE vehicleId = v.id ORDER BY day DESC, km DESC LIMIT 1)
        OR insuranceEndDay IS NOT (SELECT max(endDay) FROM policy WHERE vehicleId = v.id AND deletedAt IS NULL)
        OR lastVisitDay IS NOT (SELECT max(day) FROM visit WHERE vehicleId = v.id AND voidedAt IS NULL AND deletedAt IS NULL
          AND EXISTS (SELECT 1 FROM visitLine WHERE visitId = visit.id AND category IN (${workshop})))`),
    ).toBe(0);
    expect(
      value(
        'SELECT count(*) FROM customer c WHERE lastVisitDay IS NOT (SELECT max(lastVisitDay) FROM vehicle WHERE customerId = c.id)',
      ),
    ).toBe(0);
    expect(
      value(
        'SELECT count(*) FROM visit v WHERE amountFen <> (SELECT sum(amountFen) FROM visitLine WHERE visitId = v.id)',
      ),
    ).toBe(0);
    expect(
      value('SELECT count(*) FROM visit v JOIN vehicle c ON c.id = v.vehicleId WHERE c.customerId <> v.customerId'),
    ).toBe(0);
    const readings = 'SELECT count(*) FROM mileageLog';
    expect(value(readings)).toBe(value('SELECT count(*) FROM visit WHERE mileage IS NOT NULL AND voidedAt IS NULL'));
  });

  it('has vehicles and visits that can have been', () => {
    const cars = db
      .prepare<[], { deliveryDay: string; use: 'private'; inspectionDueDay: string | null }>(
        'SELECT deliveryDay, use, inspectionDueDay FROM vehicle',
      )
      .all();
    for (const car of cars) expect(nextInspection(car.deliveryDay, car.use, today)?.dueDay).toBe(car.inspectionDueDay);
    expect(value('SELECT count(*) FROM vehicle WHERE purchaseDay > deliveryDay')).toBe(0);
    expect(value('SELECT count(*) FROM visit v JOIN vehicle c ON c.id = v.vehicleId WHERE v.day < c.deliveryDay')).toBe(
      0,
    );
    expect(
      value(
        'SELECT count(*) FROM (SELECT km < lag(km) OVER (PARTITION BY vehicleId ORDER BY day) AS back FROM mileageLog) WHERE back',
      ),
    ).toBe(0);
    for (const { arrivedAt, day } of db
      .prepare<[], { arrivedAt: number; day: string }>('SELECT arrivedAt, day FROM visit')
      .all()) {
      expect(dayOf(arrivedAt, zone)).toBe(day);
      expect(timeOf(arrivedAt, zone) >= '08:00' && timeOf(arrivedAt, zone) <= '18:00').toBe(true);
    }
    expect(value<string>('SELECT max(day) FROM visit')).toBe(today);
    expect(value(`SELECT count(*) FROM visit WHERE day = '${today}'`)).toBeGreaterThan(4);
    expect(value('SELECT count(*) FROM visit WHERE voidedAt IS NOT NULL AND voidReason IS NOT NULL')).toBeGreaterThan(
      5,
    );
    expect(
      value(
        'SELECT count(*) FROM vehicle WHERE insuranceEndDay BETWEEN ? AND ?'
          .replace('?', `'${today}'`)
          .replace('?', `date('${today}', '+30 days')`),
      ),
    ).toBeGreaterThan(20);
  });

  it('fills 今日, the customer page and the list through the API', async () => {
    const frozen = await openStore(dir, { create: false, now: () => Date.parse(`${today}T09:00:00Z`) });
    const home = (await frozen.call('home.today', {}, desk)) as {
      visitCount: number;
      insurance: [];
      inspection: [];
      birthdays: [];
    };
    await frozen.close();
    expect(home.visitCount).toBeGreaterThan(4);
    expect(home.insurance.length).toBe(20);
    expect(home.inspection.length).toBe(20);
    expect(home.birthdays.length).toBeGreaterThan(2);
    for (const id of column('SELECT id FROM customer LIMIT 50')) {
      expect(await store.call('customers.get', { id }, desk)).toMatchObject({ customer: { id } });
    }
  });

  it('finds everybody by tail of phone and plate, name, initials, VIN tail and card', async () => {
    const some = db
      .prepare<
        [],
        { id: string; name: string; pinyin: string; phone: string; plate: string; vin: string; card: string | null }
      >(
        `SELECT c.id, c.name, c.pinyin, (SELECT number FROM customerPhone WHERE customerId = c.id AND position = 0) AS phone, v.plate, v.vin,
          (SELECT number FROM memberCard WHERE customerId = c.id) AS card
         FROM customer c JOIN vehicle v ON v.customerId = c.id WHERE v.plate IS NOT NULL AND c.kind = 'person' ORDER BY c.id LIMIT 2000`,
      )
      .all()
      .filter((_, index) => index % 97 === 0);
    for (const row of some) {
      const initials = row.pinyin
        .split(' ')
        .map((syllable) => syllable.charAt(0))
        .join('');
      const terms = [
        row.phone.slice(-6),
        row.plate.slice(-5),
        `${row.name} ${row.phone.slice(-4)}`,
        row.vin.slice(-6),
        row.card,
      ];
      for (const q of [...terms, `${initials} ${row.plate.slice(-4)}`]) {
        if (q === null) continue;
        const { hits } = (await store.call('customers.search', { q, limit: 50 }, desk)) as { hits: SearchHit[] };
        expect(
          hits.map((hit) => hit.id),
          q,
        ).toContain(row.id);
      }
    }
  });

  it('finds names by the first letters of their pinyin as well as by initials', async () => {
    const hitsOf = async (q: string): Promise<SearchHit[]> =>
      ((await store.call('customers.search', { q, limit: 50 }, desk)) as { hits: SearchHit[] }).hits;
    const spelled = await hitsOf('li');
    expect(spelled.length).toBe(50);
    for (const hit of spelled) expect(hit.pinyin).toMatch(/^li|^l\S* i/);
    const both = await hitsOf('wa');
    expect(both.every((hit) => /^wa|^w\S* a/.test(hit.pinyin))).toBe(true);
    const initials = await hitsOf('lw');
    expect(initials.length).toBeGreaterThan(0);
    for (const hit of initials) expect(hit.pinyin).toMatch(/^l\S* w/);
    const more = await hitsOf('li 轩逸 浙a');
    expect(more).toEqual([]);
    for (const hit of await hitsOf('li 浙a')) expect(hit.pinyin).toMatch(/^li/);
  });

  it('finds a VIN while it is typed from its start, however many begin so', async () => {
    const folder = join(root, 'vins');
    await buildDemo(folder, { customers: 300, today });
    const writing = openConnection(storeFileOf(folder));
    const [first = ''] = writing
      .prepare<[], string>('SELECT customerId FROM searchDoc ORDER BY docId')
      .pluck(true)
      .all();
    const insert = writing.prepare(
      'INSERT INTO vehicle (id, customerId, vin, createdAt, updatedAt) VALUES (?, ?, ?, 1, 1)',
    );
    writing.exec('BEGIN');
    for (let i = 0; i < 6000; i++) insert.run(`car-${i}`, first, `LZZTK0000${String(i).padStart(8, '0')}`);
    writing.exec('COMMIT');
    writing.close();
    const other = await openStore(folder, { create: false });
    for (const q of ['lzztk', 'LZZTK0000', 'lzztk00000000', 'lzztk 浙A']) {
      const { hits } = (await other.call('customers.search', { q, limit: 5 }, desk)) as { hits: SearchHit[] };
      const begins = hits.map((hit) => hit.vehicles.some((vehicle) => vehicle.vin?.startsWith('LZZTK')));
      if (q.includes('浙')) expect(begins.every(Boolean)).toBe(true);
      else expect(begins, q).toEqual([true]);
    }
    await other.close();
  });

  it('lists who was here last first', () => {
    const days = column<string | null>(
      'SELECT c.lastVisitDay FROM searchDoc d JOIN customer c ON c.id = d.customerId ORDER BY d.docId',
    );
    expect(days.length).toBe(customers);
    expect(days).toEqual(days.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0)));
  });

  it('lets its four people in and says on the record how it was made', async () => {
    const staff = db
      .prepare<[], { name: string; role: string; passwordHash: string }>('SELECT name, role, passwordHash FROM staff')
      .all();
    expect(staff.map(({ name, role }) => ({ name, role }))).toEqual(
      demoStaff.map(({ name, role }) => ({ name, role })),
    );
    for (const person of staff) expect(await verifyPassword(demoPassword, person.passwordHash)).toBe(true);
    expect(value('SELECT demo FROM store')).toBe(1);
    const [row] = db.prepare<[], AuditRow>('SELECT * FROM auditLog').all();
    expect(row).toMatchObject({ seq: 1, action: 'demo.build', prevHash: firstHash });
    if (row) expect(auditHash(row)).toBe(row.hash);
  });

  it('comes out the same for the same seed, and only then', async () => {
    const hashes: string[] = [];
    for (const [name, seed] of [
      ['same', 7],
      ['other', 8],
    ] as const) {
      await buildDemo(join(root, name), { customers, seed, today });
      const other = openConnection(storeFileOf(join(root, name)), { readonly: true });
      hashes.push(contentHash(other));
      other.close();
    }
    const own = contentHash(db);
    expect(hashes[0]).toBe(own);
    expect(hashes[1]).not.toBe(own);
  });

  it('builds any size and span', async () => {
    for (const [size, years] of [
      [1, 1],
      [7, 30],
      [60, 0.1],
    ] as const) {
      const folder = join(root, `size-${size}`);
      const counts = await buildDemo(folder, { customers: size, years, today });
      expect(counts.vehicles).toBe(Math.round(size * 1.2));
      const small = openConnection(storeFileOf(folder), { readonly: true });
      expect(small.pragma('foreign_key_check')).toEqual([]);
      small.close();
    }
  });
});

describe('a folder for a demo store', () => {
  it('is refused where it holds a store, which stays as it was', async () => {
    const before = contentHash(db);
    await expect(buildDemo(dir, { customers: 5, today })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { reason: 'store-there' },
    });
    expect(contentHash(db)).toBe(before);
  });

  it('is left empty by a build that was called off', async () => {
    const folder = join(root, 'called-off');
    const caller = new AbortController();
    const onProgress = ({ done }: { done: number }): void => {
      if (done > 0) caller.abort();
    };
    await expect(buildDemo(folder, { customers, today, signal: caller.signal, onProgress })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(storeFileOf(folder))).toBe(false);
  });

  it('is refused sizes that are none', async () => {
    for (const wrong of [
      { customers: 0 },
      { customers: 1.5 },
      { customers: 10, years: 0 },
      { customers: 10, seed: 0.5 },
    ]) {
      await expect(buildDemo(join(root, 'wrong'), { today, ...wrong })).rejects.toMatchObject({ code: 'VALIDATION' });
    }
  });
});
