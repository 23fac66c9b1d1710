import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTestStore, refusal, staffAs } from './openTestStore.ts';

const names = async (call: (name: string, input: unknown) => Promise<{ hits: { name: string }[] }>, q: string) =>
  (await call('customers.search', { q })).hits.map((hit) => hit.name);

describe('a customer', () => {
  it('is cleaned on the way in, and what is odd but taken is said', async () => {
    const { call } = await openTestStore();
    const added = await call('customers.add', {
      name: '　王 伟 ',
      phones: [{ number: '+86 138-0013-8000' }, { number: '１３８００１３８０００' }],
      residentId: '11010519491231002X',
      vehicle: { plate: '京A·3k927', vin: 'WP0ZZZ99ZTS392124', series: '轩逸' },
    });
    expect(added.warnings).toEqual([{ path: 'vehicle.vin', reason: 'vin-check-digit' }]);
    const page = await call('customers.get', { id: added.id });
    expect(page.customer).toMatchObject({
      name: '王伟',
      pinyin: 'wang wei',
      gender: 'female',
      birthday: { calendar: 'solar', year: 1949, month: 12, day: 31, leap: false },
      residentIdMasked: '110105********002X',
    });
    expect(page.phones).toEqual([{ masked: '138****8000', label: 'mobile', kind: 'mobile' }]);
    expect(page.vehicles[0]).toMatchObject({ plate: '京A3K927', vin: 'WP0ZZZ99ZTS392124', vinOk: false });
  });

  it('is refused field by field', async () => {
    const { call } = await openTestStore();
    const bad = {
      name: ' ',
      phones: [{ number: '1380013800' }],
    };
    expect(await refusal(call('customers.add', bad))).toEqual({ code: 'VALIDATION', fields: ['name: too-small'] });
    expect(
      await refusal(
        call('customers.add', {
          name: '··',
          phones: [{ number: '1380013800' }],
          birthday: { calendar: 'solar', year: null, month: 2, day: 30 },
          adviserId: '01980000-0000-7000-8000-000000000000',
        }),
      ),
    ).toEqual({
      code: 'VALIDATION',
      fields: [
        'name: name-missing',
        'phones.0.number: phone-invalid',
        'birthday: birthday-invalid',
        'adviserId: staff-not-found',
      ],
    });
    for (const name of ['王\u0000伟', 'A\uD800', 'x'.repeat(61)]) {
      expect((await refusal(call('customers.add', { name }))).code).toBe('VALIDATION');
    }
    expect((await call('customers.list')).total).toBe(0);
  });

  it('has tags, notes, relations and consents, and the newest consent counts', async () => {
    const { call, clock } = await openTestStore();
    const { id } = await call('customers.add', { name: '王伟' });
    expect((await call('customers.tag', { id, add: ['VIP', '自驾'] })).tags).toEqual(['VIP', '自驾'].toSorted());
    await call('customers.tag', { id, remove: ['自驾'] });
    await call('customers.addNote', { id, text: '周末联系' });
    const relation = {
      id,
      kind: 'child',
      name: '王小雨',
      birthday: { calendar: 'lunar', year: 2018, month: 10, day: 15 },
    };
    const { relationId } = await call('customers.addRelation', relation);
    await call('customers.setConsent', { id, purpose: 'marketingSms', state: 'granted' });
    clock.now += 1000;
    await call('customers.setConsent', { id, purpose: 'marketingSms', state: 'withdrawn', channel: 'phone' });
    const page = await call('customers.get', { id });
    expect(page.customer.tags).toEqual(['VIP']);
    expect(page.consents).toEqual([{ purpose: 'marketingSms', state: 'withdrawn', at: clock.now }]);
    // lunar 10-15 of 2026 is 23 November: tomorrow
    expect(page.due).toMatchObject([
      { kind: 'familyBirthday', label: '王小雨', day: '2026-11-23', days: 1, lunarText: '农历十月十五' },
    ]);
    const kinds = (await call('customers.timeline', { id })).items.map((item: { kind: string }) => item.kind);
    expect(kinds).toEqual(expect.arrayContaining(['note', 'consent', 'change']));
    await call('customers.removeRelation', { relationId, version: 1 });
    expect((await call('customers.get', { id })).relations).toEqual([]);
    expect((await refusal(call('customers.addRelation', { ...relation, otherId: id }))).fields).toEqual([
      'otherId: relation-to-self',
    ]);
  });

  it('shows whole numbers only to who asks, on record', async () => {
    const { call } = await openTestStore();
    const { id } = await call('customers.add', { name: '王伟', phones: [{ number: '13800138000' }] });
    expect(
      JSON.stringify([await call('customers.get', { id }), await call('customers.search', { q: '8000' })]),
    ).not.toContain('13800138000');
    expect(await call('customers.reveal', { id })).toMatchObject({ phones: [{ number: '13800138000' }] });
  });

  it('is removed and brought back with its vehicles, but not while visits hang on it', async () => {
    const { call, clock } = await openTestStore();
    const { id, vehicleId } = await call('customers.add', { name: '王伟', vehicle: { plate: '京A3K927' } });
    const visit = await call('visits.add', {
      vehicleId,
      arrivedAt: clock.now,
      lines: [{ category: 'parts', amountFen: 1 }],
    });
    expect((await refusal(call('customers.remove', { id, version: 1, reason: '误建' }))).reason).toBe(
      'customer-has-visits',
    );
    await call('visits.void', { id: visit.id, version: 1, reason: '误录' });
    await call('customers.remove', { id, version: 1, reason: '误建' });
    expect(await names(call, '3K927')).toEqual([]);
    expect((await refusal(call('customers.get', { id }))).code).toBe('NOT_FOUND');
    await call('customers.restore', { id });
    expect(await names(call, '3K927')).toEqual(['王伟']);
    expect((await call('customers.get', { id })).vehicles).toHaveLength(1);
    expect((await refusal(call('customers.remove', { id, version: 3, reason: 'x' }, staffAs('reception')))).code).toBe(
      'FORBIDDEN',
    );
  });

  it('that somebody else has already is said while it is typed', async () => {
    const { call } = await openTestStore();
    const { id } = await call('customers.add', {
      name: '王伟',
      phones: [{ number: '13800138000' }],
      vehicle: { plate: '京A3K927' },
    });
    expect(await call('customers.twins', { phone: '138 0013 8000', plate: '京A·3K927' })).toEqual({
      twins: [
        { id, name: '王伟', by: 'phone' },
        { id, name: '王伟', by: 'plate' },
      ],
    });
    expect(await call('customers.twins', { phone: '13800138000', exceptId: id })).toEqual({ twins: [] });
  });
});

describe('one box', () => {
  it('finds by any fragment', async () => {
    const { call } = await openTestStore();
    await call('customers.add', {
      name: '单晓峰',
      phones: [{ number: '15911112222' }],
      vehicle: { plate: '京AD80516', vin: '1M8GDM9AXKP042788' },
    });
    await call('customers.add', { name: '邱𬭎敏', phones: [{ number: '01065529988' }] });
    await call('customers.add', { name: '北京远图科技有限公司', kind: 'company' });
    for (const q of [
      '单晓峰',
      '晓峰',
      '单',
      's',
      'sx',
      'sxf',
      'shanxiaofeng',
      'xiaofeng',
      '2222',
      '159 1111 2222',
      '京AD·80516',
      '80516',
      'd80516',
      '042788',
      '1m8gdm9axkp042788',
      '单 2222',
      'sx 2222',
      '晓峰 516',
    ]) {
      expect(await names(call, q), q).toEqual(['单晓峰']);
    }
    expect(await names(call, '𬭎敏')).toEqual(['邱𬭎敏']);
    expect(await names(call, '010 6552 9988')).toEqual(['邱𬭎敏']);
    expect(await names(call, '远图')).toEqual(['北京远图科技有限公司']);
    for (const q of ['', '   ', '"', '*', "'; DROP TABLE customer", '晓峰 0000', '无此人', 'NEAR(', '-', 'tokens:x'])
      expect(await names(call, q), q).toEqual([]);
    expect((await call('customers.search', { q: '22' })).tooShort).toBe(true);
  });

  it('shows the exact plate, phone or card first, then who was here last', async () => {
    const { call, clock } = await openTestStore();
    const one = await call('customers.add', {
      name: '王伟',
      phones: [{ number: '13800138000' }],
      vehicle: { plate: '京A12345' },
    });
    const two = await call('customers.add', {
      name: '王强',
      phones: [{ number: '13900138000' }],
      vehicle: { plate: '沪A12345' },
    });
    expect(await names(call, '王')).toEqual(['王强', '王伟']);
    await call('visits.add', {
      vehicleId: one.vehicleId,
      arrivedAt: clock.now,
      lines: [{ category: 'parts', amountFen: 1 }],
    });
    expect(await names(call, '王')).toEqual(['王伟', '王强']);
    await call('visits.add', {
      vehicleId: two.vehicleId,
      arrivedAt: clock.now,
      lines: [{ category: 'parts', amountFen: 1 }],
    });
    expect(await names(call, '13800138000')).toEqual(['王伟']);
    expect(await names(call, '12345')).toEqual(['王强', '王伟']);
    expect(await names(call, '京A12345')).toEqual(['王伟']);
  });

  it('finds whoever was added by any part of name, phone or plate, and nobody after removal', async () => {
    const { call } = await openTestStore();
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    const person = fc.record({
      name: fc.string({ unit: fc.constantFrom(...'王李张伟芳娜建国𬭎䶮'), minLength: 2, maxLength: 4 }),
      phone: fc.array(digit, { minLength: 9, maxLength: 9 }).map((tail) => `13${tail.join('')}`),
      plate: fc.array(digit, { minLength: 5, maxLength: 5 }).map((tail) => `京A${tail.join('')}`),
    });
    await fc.assert(
      fc.asyncProperty(person, fc.nat(), fc.nat(), async ({ name, phone, plate }, from, length) => {
        const { id } = await call('customers.add', { name, phones: [{ number: phone }], vehicle: { plate } });
        const part = (text: string, shortest: number): string => {
          const characters = Array.from(text);
          const start = from % (characters.length - shortest + 1);
          return characters
            .slice(start, start + shortest + (length % (characters.length - start - shortest + 1)))
            .join('');
        };
        const found = async (q: string) =>
          (await call('customers.search', { q, limit: 50 })).hits.some((hit: { id: string }) => hit.id === id);
        const queries = [part(name, 2), part(phone, 4), part(plate, 3), `${part(name, 2)} ${part(phone, 4)}`];
        for (const q of queries) expect(await found(q), `${name} ${phone} ${plate} by ${q}`).toBe(true);
        await call('customers.remove', { id, version: 1, reason: 'x' });
        expect(await found(phone)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the list', () => {
  it('gives every customer once in every order, a page at a time', async () => {
    const { call } = await openTestStore();
    for (let i = 0; i < 45; i++) {
      const day = `2026-12-${String(1 + (i % 28)).padStart(2, '0')}`;
      const { vehicleId } = await call('customers.add', {
        name: `王${'一二三四五'[i % 5]}`,
        tags: i % 3 ? [] : ['VIP'],
        vehicle: { series: `S${i % 4}` },
      });
      if (i % 2) await call('vehicles.addPolicy', { id: vehicleId, endDay: day });
    }
    for (const sort of ['recent', 'name', 'lastVisit', 'insurance']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await call('customers.list', { sort, limit: 10, ...(cursor ? { cursor } : {}) });
        seen.push(...page.rows.map((row: { id: string }) => row.id));
        expect(page.total).toBe(cursor ? null : 45);
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(new Set(seen).size, sort).toBe(45);
      expect(seen).toHaveLength(45);
    }
    expect((await call('customers.list', { filter: { tag: 'VIP' } })).total).toBe(15);
    expect((await call('customers.list', { filter: { series: 'S1', tag: 'VIP' } })).total).toBe(3);
    expect(
      (await call('customers.list', { filter: { insuranceWithinDays: 12 } })).rows.every(
        (row: { insuranceEndDay: string }) => row.insuranceEndDay <= '2026-12-04',
      ),
    ).toBe(true);
    expect((await refusal(call('customers.list', { cursor: 'x' }))).fields).toEqual(['cursor: cursor-invalid']);
  });
});
