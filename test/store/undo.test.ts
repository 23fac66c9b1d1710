import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stageFile } from '../../db/store/imports/stage.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { openTestStore, refusal, staffAs, type TestStore, testNow } from './openTestStore.ts';

const recent = async (test: TestStore, limit = 10) => (await test.call('changes.recent', { limit })).rows;
const undoLast = async (test: TestStore) => test.call('changes.undo', { command: (await recent(test, 1))[0].command });
const whyNot = async (test: TestStore, command: number): Promise<string | undefined> =>
  (await refusal(test.call('changes.undo', { command }))).reason;

const owner = async () => {
  const test = await openTestStore();
  const { id, vehicleId } = await test.call('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    tags: ['VIP'],
    vehicle: { plate: '京A11111', vin: '1M8GDM9AXKP042788' },
  });
  const page = () => test.call('customers.get', { id });
  const edit = async (change: object) =>
    test.call('customers.update', { id, version: (await page()).customer.version, name: '王伟', ...change });
  return { test, id, vehicleId, page, edit };
};

describe('undo', () => {
  it('of an edit puts fields, phones and tags back', async () => {
    const { test, id, page, edit } = await owner();
    await edit({ name: '李娜', address: '甲路', phones: [{ number: '13900139000' }], tags: [] });
    expect(await undoLast(test)).toMatchObject({ kind: 'customerEdit', stayed: [] });
    const { customer, phones } = await page();
    expect(customer).toMatchObject({ name: '王伟', pinyin: 'wang wei', address: null, tags: ['VIP'], version: 3 });
    expect(phones).toMatchObject([{ masked: '138****8000', kind: 'mobile' }]);
    expect((await test.call('customers.search', { q: '13800138000' })).hits).toMatchObject([{ id }]);
    expect((await test.call('customers.search', { q: '13900139000' })).hits).toEqual([]);
  });

  it('is refused where the same was changed again, and allowed where something else was', async () => {
    const { test, id, page, edit } = await owner();
    await edit({ address: '甲路', phones: [{ number: '13800138000' }], tags: ['VIP'] });
    const [first] = await recent(test, 1);
    await test.call('customers.tag', { id, add: ['新'] });
    await test.call('changes.undo', { command: first.command });
    expect((await page()).customer).toMatchObject({ address: null, tags: ['VIP', '新'] });

    await edit({ address: '乙路' });
    const [second] = await recent(test, 1);
    await edit({ address: '丙路' });
    expect(await whyNot(test, second.command)).toBe('undo-changed-since');
    expect((await page()).customer.address).toBe('丙路');
    // the last first, then the one before
    await undoLast(test);
    await test.call('changes.undo', { command: second.command });
    expect((await page()).customer.address).toBe(null);
  });

  it('cannot be had twice, nor of what was never undoable', async () => {
    const { test, id } = await owner();
    await test.call('customers.tag', { id, add: ['新'] });
    const [{ command }] = await recent(test, 1);
    await test.call('changes.undo', { command });
    expect(await whyNot(test, command)).toBe('undone-already');
    await test.call('customers.setConsent', { id, purpose: 'wechat', state: 'granted' });
    for (const number of [command + 1, command + 2, 9999]) expect(await whyNot(test, number)).toBe('undo-not-possible');
    expect((await refusal(test.call('changes.undo', { command: 0 }))).code).toBe('VALIDATION');
  });

  it('of a removal brings the customer back with the cars', async () => {
    const { test, id, page } = await owner();
    await test.call('customers.remove', { id, version: 1, reason: '误建' });
    const [{ command, kind, name }] = await recent(test, 1);
    expect({ kind, name }).toEqual({ kind: 'customerRemove', name: '王伟' });
    await test.call('changes.undo', { command });
    expect((await page()).vehicles).toHaveLength(1);
    expect((await test.call('customers.search', { q: '11111' })).hits).toHaveLength(1);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  });

  it('of a removed car is refused while another has its VIN', async () => {
    const { test, vehicleId } = await owner();
    await test.call('vehicles.remove', { id: vehicleId, version: 1, reason: '录错' });
    const [{ command }] = await recent(test, 1);
    await test.call('customers.add', { name: '李娜', vehicle: { vin: '1M8GDM9AXKP042788' } });
    expect(await whyNot(test, command)).toBe('vin-known');
  });

  it('of a visit takes its reading along, of voiding gives it back', async () => {
    const { test, vehicleId, page } = await owner();
    const lines = [{ category: 'repairLabour', amountFen: 100 }];
    const visit = { vehicleId, arrivedAt: test.clock.now, mileage: 5000, lines, orderNo: 'RO-1' };
    const { id } = await test.call('visits.add', visit);
    const [added] = await recent(test, 1);
    await test.call('visits.void', { id, version: 1, reason: '误录' });
    expect((await page()).vehicles[0].mileage).toBe(null);
    await undoLast(test);
    expect((await page()).vehicles[0]).toMatchObject({ mileage: 5000, lastVisitDay: '2026-11-22' });
    await test.call('changes.undo', { command: added.command });
    const { vehicles, spend } = await page();
    expect(vehicles[0]).toMatchObject({ mileage: null, lastVisitDay: null });
    expect(spend.visits).toBe(0);
    // the order number is free again
    await test.call('visits.add', visit);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  });

  it('of adding is refused once something hangs on it', async () => {
    const { test, id, vehicleId } = await owner();
    const [added] = await recent(test, 1);
    const { noteId } = await test.call('customers.addNote', { id, text: 'x' });
    expect(noteId).toBeTruthy();
    expect(await whyNot(test, added.command)).toBe('undo-built-on');
    await undoLast(test);
    await test.call('vehicles.addPolicy', { id: vehicleId, endDay: '2027-01-01' });
    expect(await whyNot(test, added.command)).toBe('undo-built-on');
    await undoLast(test);
    await test.call('changes.undo', { command: added.command });
    expect((await refusal(test.call('customers.get', { id }))).code).toBe('NOT_FOUND');
  });

  it('of notes, relations and policies', async () => {
    const { test, id, vehicleId, page } = await owner();
    const { relationId } = await test.call('customers.addRelation', { id, kind: 'child', name: '小雨' });
    await test.call('customers.removeRelation', { relationId, version: 1 });
    await undoLast(test);
    expect((await page()).relations).toHaveLength(1);
    const { policyId } = await test.call('vehicles.addPolicy', { id: vehicleId, endDay: '2027-01-01' });
    await test.call('vehicles.removePolicy', { policyId, version: 1, reason: 'x' });
    expect((await page()).vehicles[0].insuranceEndDay).toBe(null);
    await undoLast(test);
    expect((await page()).vehicles[0].insuranceEndDay).toBe('2027-01-01');
  });

  it('of a step on the board', async () => {
    const { test, vehicleId } = await owner();
    const { id, version } = await test.call('board.walkIn', { vehicleId });
    await test.call('board.move', { id, version, to: 'ready' });
    await undoLast(test);
    const { columns } = await test.call('board.day', {});
    expect(columns.arrived).toMatchObject([{ id, readyAt: null }]);
    await undoLast(test);
    expect((await test.call('board.day', {})).columns.arrived).toEqual([]);
  });

  it('of lines entered later', async () => {
    const { test, vehicleId, page } = await owner();
    const { id, version } = await test.call('board.walkIn', { vehicleId });
    const line = { category: 'repairLabour', amountFen: 100 };
    const first = await test.call('board.setLines', { id, version, lines: [line], mileage: 5000 });
    await test.call('board.setLines', { id, version: first.version, lines: [line, { ...line, amountFen: 50 }] });
    expect((await page()).spend.totalFen).toBe(150);
    await undoLast(test);
    expect((await test.call('visits.get', { id })).lines).toMatchObject([line]);
    expect((await page()).spend).toMatchObject({ totalFen: 100, lastVisitDay: '2026-11-22' });
    await undoLast(test);
    expect((await page()).vehicles[0]).toMatchObject({ mileage: null, lastVisitDay: null });
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  });

  it('of a purchase makes the prospect one again', async () => {
    const { test } = await owner();
    const added = await test.call('prospects.add', {
      name: '李娜',
      phones: [{ number: '13900139000' }],
      models: ['轩逸'],
    });
    await test.call('prospects.convert', { id: added.id, version: added.version, vehicle: { series: '轩逸' } });
    await undoLast(test);
    const { customer, vehicles } = await test.call('customers.get', { id: added.customerId });
    expect({ stage: customer.stage, vehicles }).toEqual({ stage: 'prospect', vehicles: [] });
    await undoLast(test);
    expect((await refusal(test.call('customers.get', { id: added.customerId }))).code).toBe('NOT_FOUND');
  });

  it('of an import is the import’s own undoing, marked in both places', async () => {
    const { test } = await owner();
    const path = join(test.dataDir, 'new.csv');
    writeFileSync(path, '客户姓名,手机号码,车牌号,车架号,车系\n李娜,13900139000,京A22222,LSVAA49J132047371,轩逸\n');
    const importFile = async (): Promise<string> => {
      const importId = randomUUID();
      await stageFile(
        { dataDir: test.dataDir, importId, kind: 'customers', fileName: 'new.csv', path },
        () => {},
        () => testNow,
      );
      await test.call('staged.apply', { importId });
      return importId;
    };
    const first = await importFile();
    const [row] = await recent(test, 1);
    expect(row).toMatchObject({ kind: 'import', name: 'new.csv', count: 1, customerId: null });
    await test.call('changes.undo', { command: row.command });
    expect((await refusal(test.call('imports.undo', { importId: first }))).reason).toBe('import-undone-already');
    expect((await test.call('customers.list')).total).toBe(1);
    const second = await importFile();
    const [again] = await recent(test, 1);
    await test.call('imports.undo', { importId: second });
    expect(await whyNot(test, again.command)).toBe('undone-already');
    expect((await recent(test, 1))[0].kind).toBe('customerAdd');
  });

  it('of an import is not held up by what was done with it and undone', async () => {
    const { test } = await owner();
    const path = join(test.dataDir, 'new.csv');
    writeFileSync(path, '客户姓名,手机号码\n李娜,13900139000\n');
    const importId = randomUUID();
    await stageFile(
      { dataDir: test.dataDir, importId, kind: 'customers', fileName: 'new.csv', path },
      () => {},
      () => testNow,
    );
    await test.call('staged.apply', { importId });
    const { hits } = await test.call('customers.search', { q: '13900139000' });
    await test.call('customers.tag', { id: hits[0].id, add: ['新'] });
    expect((await refusal(test.call('imports.undo', { importId }))).reason).toBe('import-has-later-changes');
    await undoLast(test);
    await test.call('imports.undo', { importId });
    expect((await test.call('customers.list')).total).toBe(1);
  });

  it('lists one’s own last commands of a day, newest first, as long as they stand', async () => {
    const { test, id } = await owner();
    const as = staffAs('service');
    await test.call('customers.tag', { id, add: ['甲'] }, as);
    test.clock.now += 86_400_000;
    await test.call('customers.addNote', { id, text: 'x' }, as);
    await test.call('customers.reveal', { id }, as);
    await test.call('customers.tag', { id, add: ['乙'] });
    await test.call('customers.tag', { id, add: ['丙'] }, as);
    const own = async () =>
      (await test.call('changes.recent', { limit: 5 }, as)).rows.map(
        (row: { kind: string; name: string; count: number }) => [row.kind, row.name, row.count],
      );
    expect(await own()).toEqual([
      ['customerTag', '王伟', 1],
      ['noteAdd', '王伟', 1],
      ['customerTag', '王伟', 1],
    ]);
    test.clock.now += 1000;
    expect(await own()).toHaveLength(2);
    const { rows } = await test.call('changes.recent', { limit: 1 }, as);
    await test.call('changes.undo', { command: rows[0].command }, as);
    expect(await own()).toEqual([['noteAdd', '王伟', 1]]);
    const others = (await recent(test, 1))[0].command;
    expect(await refusal(test.call('changes.undo', { command: others }, as))).toEqual({
      code: 'FORBIDDEN',
      reason: 'undo-not-yours',
    });
  });

  it('shows on the timeline, with the command to undo', async () => {
    const { test, id, edit } = await owner();
    await edit({ address: '甲路' });
    const [{ command }] = await recent(test, 1);
    const changes = async () => (await test.call('customers.timeline', { id, kinds: ['change'] })).items;
    expect((await changes())[0].change).toMatchObject({ command, undone: false });
    await test.call('changes.undo', { command });
    const [latest, before] = await changes();
    expect(latest.change).toMatchObject({ action: 'changes.undo', columns: expect.arrayContaining(['address']) });
    expect(before.change).toMatchObject({ command, undone: true });
  });
});
