import { describe, expect, it } from 'vitest';
import { vinCheckDigit } from '../../db/domain/vin.ts';
import { openTestStore, refusal, staffAs, testNow } from './openTestStore.ts';

const ours = '1M8GDM9AXKP042788';
const later = 'WP0ZZZ99ZTS392124';
const facts = { number: 'S2026-031', title: '高压线束固定', issuer: '一汽大众', fromDay: '2026-11-01' };

const openStore = async () => {
  const test = await openTestStore();
  const { id: customerId, vehicleId } = await test.call('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A3K927', vin: ours },
  });
  const add = (input: object = {}) => test.call('recalls.add', { ...facts, vins: `${ours}\n${later}`, ...input });
  const due = async () =>
    (await test.call('customers.get', { id: customerId })).due.filter(
      (item: { kind: string }) => item.kind === 'recall',
    );
  const openFor = async (id = customerId) => (await test.call('recalls.openFor', { customerId: id })).rows;
  const vinRow = async (id: string, show = 'open') => (await test.call('recalls.vehicles', { id, show })).rows[0];
  return { ...test, customerId, vehicleId, add, due, openFor, vinRow };
};

describe('a recall', () => {
  it('shows on the vehicle, the customer and the board until it is done', async () => {
    const { add, due, openFor, vinRow, call, vehicleId } = await openStore();
    const { id, ...listed } = await add({ toDay: '2026-12-01' });
    expect(listed).toEqual({
      version: 1,
      added: 2,
      ours: 1,
      known: 0,
      repeated: 0,
      doubtful: 1,
      problems: [],
      problemCount: 0,
    });
    expect(await due()).toEqual([
      { kind: 'recall', urgency: 'soon', day: '2026-12-01', days: 9, vehicleId, label: '京A3K927', lunarText: null },
    ]);
    expect(await openFor()).toMatchObject([
      { recallId: id, number: 'S2026-031', state: 'open', vehicleId, plate: '京A3K927' },
    ]);
    const { id: visitId, card } = await call('board.walkIn', { vehicleId });
    expect(card.openRecalls).toBe(1);
    const row = await vinRow(id);
    expect(row).toMatchObject({ vin: ours, customerName: '王伟', phoneMasked: '138****8000', state: 'open' });
    await call('recalls.done', { id: row.id, version: row.version, day: '2026-11-22', visitId }, staffAs('reception'));
    expect([await due(), await openFor()]).toEqual([[], []]);
    expect((await call('recalls.ofVehicle', { vehicleId })).rows).toMatchObject([
      { state: 'done', doneDay: '2026-11-22', visitId },
    ]);
    expect((await call('recalls.get', { id })).counts).toEqual({ listed: 2, ours: 1, open: 0, done: 1 });
    await call('recalls.reopen', { id: row.id, version: 2 });
    expect(await due()).toHaveLength(1);
  });

  it('waits for a vehicle that is not ours yet', async () => {
    const { add, vinRow, openFor, call } = await openStore();
    const { id } = await add();
    expect(await vinRow(id, 'notOurs')).toMatchObject({ vin: later, vehicleId: null });
    const { id: newcomer } = await call('customers.add', { name: '李敏', vehicle: { plate: '京B66666', vin: later } });
    expect(await openFor(newcomer)).toHaveLength(1);
    expect((await call('recalls.get', { id })).counts).toMatchObject({ ours: 2, open: 2 });
    const { hits } = await call('customers.search', { q: '李敏' });
    const [vehicle] = hits[0].vehicles;
    await call('vehicles.update', { id: vehicle.id, version: 1, plate: '京B66666', vin: null });
    expect(await openFor(newcomer)).toEqual([]);
  });

  it('that ended still shows, as overdue; one that has not begun does not', async () => {
    const { add, due, openFor } = await openStore();
    await add({ toDay: '2026-11-21' });
    expect(await due()).toMatchObject([{ urgency: 'overdue', days: -1 }]);
    await add({ number: 'S2026-032', fromDay: '2026-11-23' });
    expect(await openFor()).toHaveLength(1);
  });

  it('without an end is due whenever the car is here', async () => {
    const { add, due } = await openStore();
    await add();
    expect(await due()).toMatchObject([{ urgency: 'soon', days: 0 }]);
  });

  it('takes the good lines of a list and gives back the others by number', async () => {
    const { add, call } = await openStore();
    const { id, problems, added } = await add({ vins: `VIN,车型\n${ours},朗逸\n合计,1\nABC\n` });
    expect([added, problems]).toEqual([
      1,
      [
        { line: 3, text: '合计,1', reason: 'vin-length' },
        { line: 4, text: 'ABC', reason: 'vin-length' },
      ],
    ]);
    expect(
      await call('recalls.update', { ...facts, id, version: 1, vins: `${ours}\n${later}\n${later}` }),
    ).toMatchObject({
      version: 1,
      added: 1,
      known: 1,
      repeated: 1,
      ours: 0,
    });
    const title = '不会留下';
    const junk = call('recalls.update', { ...facts, id, version: 1, title, vins: 'ABC\n\nIIIIIIIIIIIIIIIII' });
    expect(await refusal(junk)).toEqual({
      code: 'VALIDATION',
      reason: 'vin-list-empty',
      fields: ['vins.1: vin-length', 'vins.3: vin-characters'],
    });
    expect(await refusal(add({ number: 'S-9', vins: 'ABC' }))).toMatchObject({ code: 'VALIDATION' });
    expect((await call('recalls.list', { state: 'all' })).rows).toHaveLength(1);
  });

  it('has its number once, its days in order, and can be put right or removed', async () => {
    const { add, call, openFor, vinRow } = await openStore();
    const { id } = await add();
    expect((await refusal(add())).reason).toBe('recall-number-known');
    expect((await refusal(add({ number: 'x', toDay: '2026-10-31' }))).fields).toEqual(['toDay: end-before-start']);
    await call('recalls.update', { ...facts, id, version: 1, title: '高压线束', toDay: '2027-01-01' });
    const row = await vinRow(id);
    await call('recalls.removeVin', { id: row.id, version: 1 });
    expect(await openFor()).toEqual([]);
    await call('recalls.update', { ...facts, id, version: 2, title: '高压线束', toDay: '2027-01-01', vins: ours });
    expect(await openFor()).toMatchObject([{ title: '高压线束' }]);
    expect((await refusal(call('recalls.remove', { id, version: 2, reason: 'x' }, staffAs('service')))).code).toBe(
      'FORBIDDEN',
    );
    await call('recalls.remove', { id, version: 2, reason: '录错' });
    expect(await openFor()).toEqual([]);
    await add();
  });

  it('is edited, filled and taken back as one', async () => {
    const { add, call, openFor, vinRow } = await openStore();
    const undoLast = async () => {
      const [last] = (await call('changes.recent')).rows;
      expect(last.kind).toBe('recallList');
      return refusal(call('changes.undo', { command: last.command }));
    };
    const { id } = await add({ vins: later });
    await call('recalls.update', { ...facts, id, version: 1, title: '高压线束', vins: ours });
    expect(await openFor()).toHaveLength(1);
    expect((await undoLast()).code).toBe('TAKEN');
    expect(await call('recalls.get', { id })).toMatchObject({ title: facts.title, counts: { listed: 1 } });
    expect(await openFor()).toEqual([]);
    const row = await vinRow(id, 'notOurs');
    await call('recalls.done', { id: row.id, version: 1, day: '2026-11-22' });
    const added = (await call('changes.recent')).rows[1];
    expect((await refusal(call('changes.undo', { command: added.command }))).reason).toBe('undo-changed-since');
    await call('recalls.reopen', { id: row.id, version: 2 });
    await call('recalls.removeVin', { id: row.id, version: 3 });
    expect((await undoLast()).code).toBe('TAKEN');
    await call('recalls.remove', { id, version: 3, reason: '录错' });
    const [removed] = (await call('changes.recent')).rows;
    const { id: again } = await add();
    expect((await refusal(call('changes.undo', { command: removed.command }))).reason).toBe('recall-number-known');
    expect((await undoLast()).code).toBe('TAKEN');
    expect((await refusal(call('recalls.get', { id: again }))).code).toBe('NOT_FOUND');
    expect((await refusal(call('changes.undo', { command: removed.command }))).code).toBe('TAKEN');
    expect((await call('recalls.get', { id })).counts.listed).toBe(1);
  });

  it('is done on a day that was, at a visit of that vehicle', async () => {
    const { add, vinRow, call } = await openStore();
    const { id } = await add();
    const row = await vinRow(id);
    const done = (input: object) =>
      refusal(call('recalls.done', { id: row.id, version: 1, day: '2026-11-22', ...input }));
    expect((await done({ day: '2026-11-23' })).fields).toEqual(['day: day-future']);
    const other = await call('customers.add', { name: '李敏', vehicle: { plate: '京B66666' } });
    const visit = await call('visits.add', {
      vehicleId: other.vehicleId,
      arrivedAt: testNow,
      lines: [{ category: 'repairLabour', amountFen: 0 }],
    });
    expect((await done({ visitId: visit.id })).fields).toEqual(['visitId: visit-of-other-vehicle']);
    expect((await done({ version: 2 })).reason).toBe('changed-meanwhile');
    expect((await done({})).code).toBe('TAKEN');
  });

  it('of a maker’s whole list is filed in one go and paged', async () => {
    const { add, call } = await openStore();
    const vins = Array.from({ length: 5000 }, (_, n) => {
      const bare = `LFV2A2150N3${String(n).padStart(6, '0')}`;
      return bare.slice(0, 8) + vinCheckDigit(bare) + bare.slice(9);
    });
    const { id, added, doubtful } = await add({ vins: [ours, ...vins].join('\r\n') });
    expect([added, doubtful]).toEqual([5001, 0]);
    const seen = new Set<string>();
    let cursor: string | null = null;
    do {
      const page: { rows: { vin: string }[]; next: string | null; total: number } = await call('recalls.vehicles', {
        id,
        show: 'all',
        limit: 200,
        ...(cursor ? { cursor } : {}),
      });
      for (const { vin } of page.rows) seen.add(vin);
      expect(page.total).toBe(5001);
      cursor = page.next;
    } while (cursor);
    expect(seen.size).toBe(5001);
  });
});
