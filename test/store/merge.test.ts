import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { customerReferences, hangingOn, ownParts } from '../../db/features/changes/references.ts';
import { handedTables, keptStaffColumns } from '../../db/features/handover/handedTables.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { openTestStore, refusal, staffAs, type TestStore } from './openTestStore.ts';

interface Customer {
  readonly id: string;
  readonly vehicleId: string | null;
}
const add = (test: TestStore, profile: object): Promise<Customer> => test.call('customers.add', profile);
const versionOf = async (test: TestStore, id: string): Promise<number> =>
  (await test.call('customers.get', { id })).customer.version;
const merge = async (test: TestStore, keepId: string, dropId: string, fields: object = {}) =>
  test.call('duplicates.merge', {
    keepId,
    dropId,
    keepVersion: await versionOf(test, keepId),
    dropVersion: await versionOf(test, dropId),
    fields,
  });
const visit = (test: TestStore, vehicleId: string | null, orderNo: string) =>
  test.call('visits.add', {
    vehicleId,
    orderNo,
    arrivedAt: test.clock.now,
    lines: [{ category: 'repairLabour', amountFen: 100 }],
  });
const timelineTexts = async (test: TestStore, id: string): Promise<string[]> =>
  (await test.call('customers.timeline', { id, kinds: ['note', 'visit'] })).items
    .map((item: { text?: string; visit?: { orderNo: string } }) => item.text ?? item.visit?.orderNo)
    .toSorted();
const day = 86_400_000;

describe('what names a customer', () => {
  it('is on the list of merging, every column of every table, and what each row has beside it', async () => {
    const test = await openTestStore();
    const connection = new Database(storeFileOf(test.dataDir), { readonly: true });
    const tables = connection
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'searchIndex%'")
      .pluck()
      .all() as string[];
    const columnsOf = (table: string) =>
      (connection.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);
    const referring = (to: string): string[] =>
      tables.flatMap((table) =>
        (connection.pragma(`foreign_key_list(${table})`) as { from: string; table: string }[])
          .filter((key) => key.table === to)
          .map((key) => `${table}.${key.from}`),
      );
    const named = tables.flatMap((table) =>
      columnsOf(table)
        .filter((column) => /^(?:\w+C|c)ustomerId$/.test(column))
        .map((column) => `${table}.${column}`),
    );
    const listed = customerReferences.map(({ table, column }) => `${table}.${column}`);
    expect(listed.toSorted()).toEqual([...new Set([...referring('customer'), ...named])].toSorted());
    for (const { table, versioned, stamped, onMerge } of customerReferences) {
      const columns = columnsOf(table);
      expect({ table, versioned, stamped }).toEqual({
        table,
        versioned: columns.includes('version'),
        stamped: columns.includes('updatedAt'),
      });
      // a moved row is found again by its id
      if (onMerge === 'move') expect(columns).toContain('id');
    }
    const known = [
      ...Object.values(hangingOn).flatMap((rows) => rows.map(([table, column]) => `${table}.${column}`)),
      ...ownParts.map(([table, column]) => `${table}.${column}`),
    ];
    for (const to of Object.keys(hangingOn)) for (const column of referring(to)) expect(known).toContain(column);
    const staff = [
      ...handedTables.map(({ table, column }) => `${table}.${column}`),
      ...keptStaffColumns.map(([table, column]) => `${table}.${column}`),
    ];
    expect(staff.toSorted()).toEqual(referring('staff').toSorted());
    connection.close();
  });
});

/** Two files of one 王伟 with a bit of everything on each. */
const twoFiles = async () => {
  const test = await openTestStore();
  const keep = await add(test, {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    tags: ['VIP'],
    interests: ['打球'],
    vehicle: { plate: '京A11111' },
  });
  const drop = await add(test, {
    name: '王维',
    phones: [{ number: '13900139000' }, { number: '13800138000' }],
    tags: ['自驾'],
    interests: ['打牌'],
    address: '乙路 2 号',
    wechat: 'wei',
    birthday: { calendar: 'lunar', year: 1980, month: 8, day: 15 },
    vehicle: { plate: '京A22222' },
  });
  const friend = await add(test, { name: '李娜', referrerId: drop.id });
  for (const [owner, mark] of [
    [keep, 'k'],
    [drop, 'd'],
  ] as const) {
    await test.call('customers.addNote', { id: owner.id, text: `note-${mark}` });
    await visit(test, owner.vehicleId, `RO-${mark}`);
    await test.call('customers.addRelation', { id: owner.id, kind: 'spouse', name: '李娜', otherId: friend.id });
  }
  await test.call('customers.addRelation', { id: drop.id, kind: 'friend', name: '王伟', otherId: keep.id });
  await test.call('appointments.add', {
    day: '2026-11-25',
    time: '10:00',
    customerId: drop.id,
    vehicleId: drop.vehicleId,
  });
  await test.call('prospects.add', { customerId: drop.id, models: ['轩逸'] });
  await test.call('prospects.add', { customerId: keep.id, models: ['天籁'] });
  await test.call('accounts.add', { customerId: drop.id, year: 2026, goals: 'g', reviewDay: '2026-12-01' });
  return { test, keep, drop, friend };
};

describe('a merge', () => {
  it('moves everything, fills blanks, joins lists, and the dropped file leads to the kept one', async () => {
    const { test, keep, drop, friend } = await twoFiles();
    const { moved } = await merge(test, keep.id, drop.id);
    expect(
      Object.fromEntries(moved.map((row: { what: string; count: number }) => [row.what, row.count])),
    ).toMatchObject({
      vehicle: 1,
      visit: 1,
      customerNote: 1,
      appointment: 1,
      prospect: 1,
      accountPlan: 1,
      customer: 1,
    });
    const page = await test.call('customers.get', { id: keep.id });
    expect(page.customer).toMatchObject({
      name: '王伟',
      address: '乙路 2 号',
      wechat: 'wei',
      birthday: { calendar: 'lunar', year: 1980, month: 8, day: 15, leap: false },
      tags: ['VIP', '自驾'],
      interests: ['打球', '打牌'],
    });
    expect(page.phones.map((phone: { masked: string }) => phone.masked)).toEqual(['138****8000', '139****9000']);
    expect(page.vehicles).toHaveLength(2);
    expect(page.spend).toMatchObject({ visits: 2, totalFen: 200 });
    // both files had 李娜, and one was a friend of the other: shown once, and not as a friend of oneself
    expect(page.relations.map((row: { name: string; kind: string }) => `${row.kind} ${row.name}`)).toEqual([
      'spouse 李娜',
    ]);
    expect(await timelineTexts(test, keep.id)).toEqual(['RO-d', 'RO-k', 'note-d', 'note-k']);
    expect((await test.call('customers.get', { id: friend.id })).customer.referrerId).toBe(keep.id);
    expect((await test.call('prospects.ofCustomer', { customerId: keep.id })).rows).toHaveLength(2);
    for (const q of ['13900139000', '22222', '11111']) {
      const { hits } = await test.call('customers.search', { q });
      expect(
        hits.map((hit: { id: string }) => hit.id),
        q,
      ).toEqual([keep.id]);
    }
    const gone = test.call('customers.get', { id: drop.id });
    await expect(gone).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { reason: 'customer-merged', values: { customerId: keep.id, name: '王伟' } },
    });
    expect((await refusal(test.call('customers.restore', { id: drop.id }))).reason).toBe('restore-merged');
    expect((await test.call('duplicates.ofCustomer', { id: keep.id })).merged).toMatchObject([
      { id: drop.id, name: '王维' },
    ]);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  });

  it('takes each field from the side that was chosen', async () => {
    const { test, keep, drop } = await twoFiles();
    const { fields } = await test.call('duplicates.compare', { keepId: keep.id, dropId: drop.id });
    const standard = Object.fromEntries(
      fields.map((row: { field: string; standard: string }) => [row.field, row.standard]),
    );
    expect(standard).toMatchObject({ name: 'keep', address: 'drop', interests: 'both', phones: 'both', email: 'keep' });
    await merge(test, keep.id, drop.id, { name: 'drop', address: 'keep', phones: 'drop', interests: 'keep' });
    const page = await test.call('customers.get', { id: keep.id });
    expect(page.customer).toMatchObject({ name: '王维', pinyin: 'wang wei', address: null, interests: ['打球'] });
    expect(page.phones.map((phone: { masked: string }) => phone.masked)).toEqual(['139****9000', '138****8000']);
  });

  it('of which one refused is a refusal, whoever agreed later', async () => {
    const test = await openTestStore();
    const [keep, drop] = [await add(test, { name: '王伟' }), await add(test, { name: '王维' })];
    const say = async (id: string, purpose: string, state: string) => {
      test.clock.now += 1000;
      await test.call('customers.setConsent', { id, purpose, state });
    };
    await say(drop.id, 'marketingSms', 'refused');
    await say(keep.id, 'marketingSms', 'granted');
    await say(keep.id, 'marketingPhone', 'withdrawn');
    await say(drop.id, 'marketingPhone', 'granted');
    await say(drop.id, 'wechat', 'granted');
    const stateOf = async (id: string) =>
      Object.fromEntries(
        (await test.call('customers.get', { id })).consents.map((row: { purpose: string; state: string }) => [
          row.purpose,
          row.state,
        ]),
      );
    const { command } = await merge(test, keep.id, drop.id);
    expect(await stateOf(keep.id)).toEqual({ marketingSms: 'refused', marketingPhone: 'withdrawn', wechat: 'granted' });
    await test.call('changes.undo', { command });
    expect(await stateOf(keep.id)).toEqual({ marketingSms: 'granted', marketingPhone: 'withdrawn' });
    expect(await stateOf(drop.id)).toEqual({ marketingSms: 'refused', marketingPhone: 'granted', wechat: 'granted' });
  });

  it('is refused with a reason: oneself, an older state, nobody, too many phones', async () => {
    const { test, keep, drop } = await twoFiles();
    const call = (input: object) =>
      refusal(
        test.call('duplicates.merge', { keepId: keep.id, dropId: drop.id, keepVersion: 1, dropVersion: 1, ...input }),
      );
    expect(await call({ dropId: keep.id })).toMatchObject({ fields: ['dropId: merge-with-self'] });
    expect(await call({ dropVersion: 2 })).toEqual({ code: 'CONFLICT', reason: 'changed-meanwhile' });
    expect((await call({ dropId: '01980000-0000-7000-8000-000000000000' })).code).toBe('NOT_FOUND');
    expect((await call({ fields: { nothing: 'keep' } })).code).toBe('VALIDATION');
    const many = await add(test, {
      name: '王维',
      phones: Array.from({ length: 8 }, (_, i) => ({ number: `1370013700${i}` })),
    });
    expect(await call({ dropId: many.id })).toEqual({ code: 'CONFLICT', reason: 'merge-too-many-phones' });
    expect((await test.call('customers.get', { id: drop.id })).vehicles).toHaveLength(1);
  });
});

describe('undoing a merge', () => {
  it('puts both files back as they were', async () => {
    const { test, keep, drop, friend } = await twoFiles();
    const state = async () => {
      const ids = [keep.id, drop.id, friend.id];
      const pages = [];
      for (const id of ids) {
        const { customer, ...page } = await test.call('customers.get', { id });
        const { version: _v, updatedAt: _u, ...columns } = customer;
        const strip = (row: { version?: number }) => ({ ...row, version: 0 });
        pages.push({
          ...page,
          columns,
          vehicles: page.vehicles.map(strip),
          relations: page.relations.map(strip),
          counts: null,
          texts: await timelineTexts(test, id),
          prospects: (await test.call('prospects.ofCustomer', { customerId: id })).rows.length,
          accounts: (await test.call('accounts.ofCustomer', { customerId: id })).rows.length,
          appointments: (await test.call('appointments.ofCustomer', { customerId: id })).rows.length,
        });
      }
      return pages;
    };
    const before = await state();
    const { command } = await merge(test, keep.id, drop.id, { name: 'drop', phones: 'drop' });
    test.clock.now += 40 * day;
    const undone = await test.call('changes.undo', { command });
    expect(undone).toMatchObject({ kind: 'merge', stayed: [] });
    test.clock.now -= 40 * day;
    expect(await state()).toEqual(before);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
    expect((await refusal(test.call('changes.undo', { command }))).reason).toBe('undone-already');
  });

  it('keeps what was entered since, and says what it left', async () => {
    const { test, keep, drop } = await twoFiles();
    const { command } = await merge(test, keep.id, drop.id);
    test.clock.now += 20 * day;
    const late = await visit(test, drop.vehicleId, 'RO-late');
    await test.call('customers.addNote', { id: keep.id, text: 'note-late' });
    const page = await test.call('customers.get', { id: keep.id });
    const { customer } = page;
    await test.call('customers.update', {
      id: keep.id,
      version: customer.version,
      name: customer.name,
      phones: [{ number: '13800138000' }, { number: '13900139000' }, { number: '13700137000' }],
      tags: ['VIP', '自驾', '新'],
      address: '丙路 3 号',
      wechat: customer.wechat,
      birthday: customer.birthday,
      interests: customer.interests,
    });
    const car = page.vehicles.find((row: { plate: string }) => row.plate === '京A11111');
    await test.call('vehicles.update', { ...carFacts(car), color: '红' });
    const undone = await test.call('changes.undo', { command });
    expect(undone.stayed).toEqual([
      { reason: 'edited', what: 'address', count: 1 },
      { reason: 'added', what: 'visit', count: 1 },
    ]);
    const kept = await test.call('customers.get', { id: keep.id });
    expect(kept.customer).toMatchObject({ address: '丙路 3 号', wechat: null, birthday: null, interests: ['打球'] });
    expect(kept.customer.tags.toSorted()).toEqual(['VIP', '新'].toSorted());
    expect(kept.phones.map((phone: { masked: string }) => phone.masked)).toEqual(['138****8000', '137****7000']);
    expect(kept.vehicles).toMatchObject([{ plate: '京A11111', color: '红' }]);
    expect(await timelineTexts(test, keep.id)).toEqual(['RO-k', 'RO-late', 'note-k', 'note-late']);
    const back = await test.call('customers.get', { id: drop.id });
    expect(back.customer).toMatchObject({ address: '乙路 2 号', wechat: 'wei', tags: ['自驾'] });
    expect(back.phones).toHaveLength(2);
    expect((await test.call('visits.get', { id: late.id })).customerId).toBe(keep.id);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  });

  it('leaves a car with whom it was passed on to since', async () => {
    const { test, keep, drop } = await twoFiles();
    const { command } = await merge(test, keep.id, drop.id);
    const { vehicle } = await test.call('vehicles.get', { id: drop.vehicleId });
    await test.call('vehicles.transfer', {
      id: vehicle.id,
      version: vehicle.version,
      newOwner: { name: '赵六', phone: '13600136000' },
      day: '2026-11-20',
    });
    const { stayed } = await test.call('changes.undo', { command });
    expect(stayed).toContainEqual({ reason: 'moved', what: 'vehicle', count: 1 });
    expect(
      (await test.call('vehicles.get', { id: vehicle.id })).owners.map((owner: { name: string }) => owner.name),
    ).toEqual(['赵六', '王伟']);
    expect((await test.call('customers.get', { id: drop.id })).vehicles).toEqual([]);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  });

  it('leaves a car where it came by way of somebody else, even if that is the kept file again', async () => {
    const { test, keep, drop } = await twoFiles();
    const { command } = await merge(test, keep.id, drop.id);
    const third = await add(test, { name: '赵六' });
    const { version } = (await test.call('vehicles.get', { id: drop.vehicleId })).vehicle;
    await test.call('vehicles.transfer', { id: drop.vehicleId, version, toCustomerId: third.id, day: '2026-11-20' });
    const again = await merge(test, keep.id, third.id);
    await test.call('changes.undo', { command });
    const ownerOf = async () => (await test.call('vehicles.get', { id: drop.vehicleId })).vehicle.customerId;
    expect(await ownerOf()).toBe(keep.id);
    await test.call('changes.undo', { command: again.command });
    expect(await ownerOf()).toBe(third.id);
  });

  it('waits until the kept one stands by itself again', async () => {
    const { test, keep, drop } = await twoFiles();
    const third = await add(test, { name: '王玮' });
    const first = await merge(test, keep.id, drop.id);
    const second = await merge(test, third.id, keep.id);
    expect((await refusal(test.call('changes.undo', { command: first.command }))).reason).toBe('undo-merged-again');
    await expect(test.call('customers.get', { id: drop.id })).rejects.toMatchObject({
      data: { values: { customerId: third.id } },
    });
    await test.call('changes.undo', { command: second.command });
    await test.call('changes.undo', { command: first.command });
    expect((await test.call('customers.get', { id: drop.id })).vehicles).toHaveLength(1);
  });

  it('of two merges into one file can come in either order, and nothing of the first lingers in the second', async () => {
    const test = await openTestStore();
    const keep = await add(test, { name: '王伟' });
    const one = await add(test, { name: '王维', phones: [{ number: '13900139000' }], tags: ['甲'], address: '甲路' });
    const two = await add(test, { name: '王玮', phones: [{ number: '13900139000' }], tags: ['甲'], address: '乙路' });
    const first = await merge(test, keep.id, one.id);
    const second = await merge(test, keep.id, two.id, { address: 'drop' });
    const seen = async () => {
      const { customer, phones } = await test.call('customers.get', { id: keep.id });
      return { address: customer.address, tags: customer.tags, phones: phones.length };
    };
    await test.call('changes.undo', { command: first.command });
    expect(await seen()).toEqual({ address: '乙路', tags: ['甲'], phones: 1 });
    await test.call('changes.undo', { command: second.command });
    expect(await seen()).toEqual({ address: null, tags: [], phones: 0 });
  });

  it('is for who merged, or a manager', async () => {
    const { test, keep, drop } = await twoFiles();
    const { command } = await test.call(
      'duplicates.merge',
      { keepId: keep.id, dropId: drop.id, keepVersion: 1, dropVersion: 1 },
      staffAs('reception'),
    );
    const undo = (role: 'reception' | 'service' | 'manager') =>
      refusal(test.call('changes.undo', { command }, staffAs(role)));
    expect(await undo('service')).toEqual({ code: 'FORBIDDEN', reason: 'undo-not-yours' });
    expect((await undo('manager')).code).toBe('TAKEN');
  });
});

const carFacts = (car: Record<string, unknown>) =>
  Object.fromEntries(
    [
      ...['id', 'version', 'plate', 'vin', 'brand', 'series', 'model', 'color', 'energy', 'use', 'purchasedHere'],
      ...['purchaseDay', 'deliveryDay', 'inspectionDueDay', 'warrantyEndDay', 'warrantyKm', 'roadConditions', 'note'],
    ].map((key) => [key, car[key]]),
  );
