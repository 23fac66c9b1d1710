import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { soundKey } from '../../db/domain/nameSound.ts';
import { soundOf } from '../../db/features/duplicates/sound.ts';
import { kyselyOf } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { openTestStore, refusal, type TestStore } from './openTestStore.ts';

interface Pair {
  readonly a: { readonly id: string; readonly name: string };
  readonly b: { readonly id: string; readonly name: string };
  readonly keepId: string;
  readonly why: readonly { readonly by: string; readonly value: string | null }[];
}

const add = async (test: TestStore, profile: object): Promise<string> => (await test.call('customers.add', profile)).id;
const namesOf = (pair: Pair): string => [pair.a.name, pair.b.name].toSorted().join(' + ');
const listed = async (test: TestStore): Promise<string[]> =>
  (await test.call('duplicates.list')).rows.map(
    (pair: Pair) => `${namesOf(pair)}: ${pair.why.map((each) => each.by).join(', ')}`,
  );

describe('duplicates', () => {
  it('are found by number, car, and a like name with a second match, each with why', async () => {
    const test = await openTestStore();
    const birthday = { calendar: 'solar', year: 1980, month: 5, day: 6 };
    await add(test, { name: '王伟', phones: [{ number: '13800138000' }] });
    await add(test, { name: '王维', phones: [{ number: '13800138000' }] });
    await add(test, { name: '陈静', birthday });
    await add(test, { name: '程静', birthday });
    await add(test, { name: '赵一', address: '甲路 1 号' });
    await add(test, { name: '赵一', address: '甲路1号' });
    await add(test, { name: '钱二', phones: [{ number: '13911112222' }] });
    await add(test, { name: '钱二', phones: [{ number: '13733332222' }] });
    await add(test, { name: '孙三', residentId: '11010519491231002X' });
    await add(test, {
      name: '孙叁',
      residentId: '11010519491231002X',
      birthday: { ...birthday, year: 1949, month: 12, day: 31 },
    });
    await add(test, { name: '李四', vehicle: { plate: '京A11111' } });
    await add(test, { name: '周五', vehicle: { plate: '京A11111' } });
    await add(test, { name: '远图有限公司', kind: 'company' });
    await add(test, { name: '远图有限公司', kind: 'company' });
    // the same car entered here by mistake, removed, and entered there
    const wrong = await test.call('customers.add', { name: '吴六', vehicle: { vin: '1M8GDM9AXKP042788' } });
    await test.call('vehicles.remove', { id: wrong.vehicleId, version: 1, reason: '录错' });
    await add(test, { name: '郑七', vehicle: { vin: '1M8GDM9AXKP042788' } });
    // alike in nothing but the name
    await add(test, { name: '王伟', phones: [{ number: '13600136001' }] });
    await add(test, { name: '冯八' });
    expect((await listed(test)).toSorted()).toEqual(
      [
        '王伟 + 王维: phone, nameSound',
        '程静 + 陈静: birthday, nameNear',
        '赵一 + 赵一: nameSame, address',
        '钱二 + 钱二: nameSame, phoneTail',
        '孙三 + 孙叁: residentId, nameSound, birthday',
        '周五 + 李四: plate, nameDiffers',
        '远图有限公司 + 远图有限公司: companyName',
        '吴六 + 郑七: vin, nameDiffers',
      ].toSorted(),
    );
    const { rows } = await test.call('duplicates.list', { limit: 1 });
    expect(namesOf(rows[0])).toBe('孙三 + 孙叁');
    expect(JSON.stringify(rows)).not.toContain('11010519491231002X');
  });

  it('come surest first, each once over all pages, and one customer has the same ones', async () => {
    const test = await openTestStore();
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) {
      const phones = [{ number: `138001380${10 + i}` }];
      for (const name of [`王${'伟维玮炜'[i % 4]}`, '王伟']) ids.push(await add(test, { name, phones }));
    }
    const seen: string[] = [];
    const scores: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await test.call('duplicates.list', { limit: 5, ...(cursor ? { cursor } : {}) });
      expect(page.total).toBe(12);
      seen.push(...page.rows.map((pair: Pair) => [pair.a.id, pair.b.id].toSorted().join()));
      scores.push(...page.rows.map((pair: { score: number }) => pair.score));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(12);
    expect(seen).toHaveLength(12);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const id of ids) {
      const { rows } = await test.call('duplicates.ofCustomer', { id });
      expect(rows.map((pair: Pair) => [pair.a.id, pair.b.id].toSorted().join())).toEqual(
        seen.filter((key) => key.includes(id)),
      );
    }
    expect((await refusal(test.call('duplicates.list', { cursor: 'x' }))).fields).toEqual(['cursor: cursor-invalid']);
  });

  it('that a person has said no to are not named again, unless that is taken back', async () => {
    const test = await openTestStore();
    const phones = [{ number: '13800138000' }];
    const [a, b] = [await add(test, { name: '王伟', phones }), await add(test, { name: '王维', phones })];
    expect((await refusal(test.call('duplicates.dismiss', { a, b: a, reason: 'x' }))).code).toBe('VALIDATION');
    const { command } = await test.call('duplicates.dismiss', { a: b, b: a, reason: '父子共用' });
    expect(await listed(test)).toEqual([]);
    expect((await test.call('duplicates.ofCustomer', { id: a })).rows).toEqual([]);
    expect((await refusal(test.call('duplicates.dismiss', { a, b, reason: 'x' }))).reason).toBe(
      'duplicate-dismissed-already',
    );
    await test.call('changes.undo', { command });
    expect(await listed(test)).toHaveLength(1);
  });

  it('are none of merged or removed customers, nor among a crowd with one switchboard', async () => {
    const test = await openTestStore();
    const phones = [{ number: '13800138000' }];
    const [a, b] = [await add(test, { name: '王伟', phones }), await add(test, { name: '王维', phones })];
    await test.call('duplicates.merge', { keepId: a, dropId: b, keepVersion: 1, dropVersion: 1 });
    expect(await listed(test)).toEqual([]);
    for (let i = 0; i < 30; i++) await add(test, { name: `客${i}`, phones: [{ number: '13900139000' }] });
    expect(await listed(test)).toEqual([]);
  });

  it('propose to keep the file with the card, else the one seen last', async () => {
    const test = await openTestStore();
    const phones = [{ number: '13800138000' }];
    await add(test, { name: '王伟', phones });
    const { id, vehicleId } = await test.call('customers.add', {
      name: '王伟',
      phones,
      vehicle: { plate: '京A11111' },
    });
    const lines = [{ category: 'parts', amountFen: 1 }];
    await test.call('visits.add', { vehicleId, arrivedAt: test.clock.now, lines });
    expect((await test.call('duplicates.list')).rows[0].keepId).toBe(id);
  });
});

describe('the sound of a name', () => {
  it('is the same in SQL as in the rules, and asked for by its index', async () => {
    const test = await openTestStore();
    for (const name of ['张珊', '程静', '吕布', '符芳玲', '欧阳正华', 'John Smith', '𬭎', '单晓峰'])
      await add(test, { name });
    const connection = new Database(storeFileOf(test.dataDir), { readonly: true });
    const sound = soundOf('pinyin').compile(kyselyOf(connection)).sql;
    const rows = connection.prepare(`SELECT pinyin, ${sound} AS sound FROM customer`).all() as {
      pinyin: string;
      sound: string;
    }[];
    expect(rows).toHaveLength(8);
    for (const row of rows) expect(row.sound).toBe(soundKey(row.pinyin));
    const plan = connection
      .prepare(`EXPLAIN QUERY PLAN SELECT id FROM customer WHERE ${sound} = ? AND deletedAt IS NULL`)
      .all('x') as { detail: string }[];
    expect(plan[0]?.detail).toContain('customerSound');
    connection.close();
  });
});
