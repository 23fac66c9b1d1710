import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { openDesk, today } from './openDesk.ts';
import { openTestStore, testNow } from './openTestStore.ts';

/** A store with something in every table of the desk. */
const openFilled = async () => {
  const desk = await openDesk();
  const { call, book, vehicleId, customerId } = desk;
  const booking = await book();
  const { card } = await call('board.arrive', { appointmentId: booking.id, version: 1 });
  await call('board.move', { id: card.id, version: 1, to: 'ready' });
  await book({ time: '16:00' });
  const prospect = await call('prospects.add', {
    customerId,
    models: ['轩逸'],
    testDrive: { day: today, model: '轩逸' },
  });
  const bought = await call('prospects.add', { name: '李敏', phones: [{ number: '13900139000' }] });
  await call('prospects.convert', { id: bought.id, version: 1, vehicle: { series: '天籁' } });
  await call('prospects.lose', { id: prospect.id, version: 1, reason: '买了竞品' });
  const vins = '1M8GDM9AXKP042788\nWP0ZZZ99ZTS392124';
  const recall = await call('recalls.add', { number: 'S-1', title: '螺栓', fromDay: today, vins });
  const { rows } = await call('recalls.vehicles', { id: recall.id });
  await call('recalls.done', { id: rows[0].id, version: 1, day: today, visitId: card.id });
  const plan = { goals: '全部回店', reviewDay: today };
  const { id } = await call('accounts.add', { customerId, year: 2026, ...plan });
  await call('accounts.update', { id, version: 1, ...plan, review: { result: '做到了', rating: 'met' } });
  return { ...desk, vehicleId };
};

const findings = async (dataDir: string) => (await verifyStore(dataDir)).findings.map(({ code }) => code);

describe('what the desk left', () => {
  it('adds up after a day of it', async () => {
    expect(await findings((await openFilled()).dataDir)).toEqual([]);
  });

  it.each([
    ['visit-step', 'UPDATE visit SET readyAt = NULL'],
    ['visit-step', 'UPDATE visit SET readyAt = arrivedAt - 1'],
    ['booking-visit', 'UPDATE appointment SET vehicleId = NULL WHERE visitId IS NOT NULL'],
    ['booking-time', "UPDATE appointment SET time = '16:30' WHERE state = 'booked'"],
    ['prospect-closed', "UPDATE prospect SET vehicleId = NULL WHERE state = 'bought'"],
    ['prospect-closed', "UPDATE prospect SET lostReason = NULL WHERE state = 'lost'"],
    ['prospect-models', "UPDATE prospect SET models = '轩逸'"],
    ['prospect-models', 'UPDATE prospect SET budgetFromFen = 2, budgetToFen = 1'],
    ['test-drive-alone', "UPDATE prospect SET deletedAt = 1 WHERE state = 'lost'"],
    ['recall-done', 'UPDATE recallVehicle SET doneDay = NULL'],
    ['recall-vin', "UPDATE recallVehicle SET vin = '1m8gdm9axkp042788' WHERE doneDay IS NOT NULL"],
    ['plan-review', 'UPDATE accountPlan SET reviewedBy = NULL'],
  ])('%s is found: %s', async (code, damage) => {
    const { dataDir } = await openFilled();
    const connection = openConnection(join(dataDir, 'caredesk.sqlite'));
    connection.exec(damage);
    connection.close();
    expect(new Set(await findings(dataDir))).toEqual(new Set([code]));
  });

  it('is judged by the store’s own zone', async () => {
    const { call, dataDir } = await openTestStore();
    const stranger = { name: '李敏', phone: '13900139000' };
    await call('appointments.add', { ...stranger, day: '2026-11-23', time: '00:30' });
    const { rows } = await call('appointments.ofRange', { fromDay: '2026-11-23', toDay: '2026-11-23' });
    expect(rows[0].startsAt).toBe(testNow + 14 * 3_600_000);
    expect(await findings(dataDir)).toEqual([]);
  });
});
