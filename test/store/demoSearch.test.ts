import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../db/contract/customerViews.ts';
import { openConnection } from '../../db/store/connection.ts';
import { buildDemo } from '../../db/store/demo/buildDemo.ts';
import { openStore } from '../../db/store/openStore.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { customers, demoStore, desk, today } from './demoStore.ts';

const demo = demoStore();

describe('who is in a demo store', () => {
  it('fills 今日, the customer page and the list through the API', async () => {
    const frozen = await openStore(demo.dir, { create: false, now: () => Date.parse(`${today}T09:00:00Z`) });
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
    for (const id of demo.column('SELECT id FROM customer LIMIT 50')) {
      expect(await demo.store.call('customers.get', { id }, desk)).toMatchObject({ customer: { id } });
    }
  });

  it('finds everybody by tail of phone and plate, name, initials, VIN tail and card', async () => {
    const some = demo.db
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
        const { hits } = (await demo.store.call('customers.search', { q, limit: 50 }, desk)) as { hits: SearchHit[] };
        expect(
          hits.map((hit) => hit.id),
          q,
        ).toContain(row.id);
      }
    }
  });

  it('finds names by the first letters of their pinyin as well as by initials', async () => {
    const hitsOf = async (q: string): Promise<SearchHit[]> =>
      ((await demo.store.call('customers.search', { q, limit: 50 }, desk)) as { hits: SearchHit[] }).hits;
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
    const folder = join(demo.root, 'vins');
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
    const days = demo.column<string | null>(
      'SELECT c.lastVisitDay FROM searchDoc d JOIN customer c ON c.id = d.customerId ORDER BY d.docId',
    );
    expect(days.length).toBe(customers);
    expect(days).toEqual(days.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0)));
  });
});
