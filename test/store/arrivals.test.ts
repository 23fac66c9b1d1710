import { describe, expect, it } from 'vitest';
import { openDesk } from './openDesk.ts';
import { refusal, testNow } from './openTestStore.ts';

describe('an arrival', () => {
  it('makes a visit of a booking, with what the booking knows and no lines yet', async () => {
    const { book, board, call, customerId } = await openDesk();
    const { id } = await book({ wish: '首保' });
    const begun = await call('board.arrive', { appointmentId: id, version: 1, mileage: 5200 });
    expect(begun.card).toMatchObject({
      step: 'arrived',
      arrivedAt: testNow,
      customerName: '王伟',
      adviser: '周凯',
      note: '首保',
      lineCount: 0,
      amountFen: 0,
      appointmentId: id,
      bookedTime: '11:00',
      waiting: true,
    });
    expect((await board()).columns.arrived).toEqual([begun.card]);
    expect((await call('customers.get', { id: customerId })).vehicles[0]).toMatchObject({
      mileage: 5200,
      visitCount: 1,
    });
    expect(await refusal(call('board.arrive', { appointmentId: id, version: 1 }))).toEqual({
      code: 'CONFLICT',
      reason: 'changed-meanwhile',
    });
    expect((await refusal(call('board.arrive', { appointmentId: id, version: 2 }))).reason).toBe('appointment-arrived');
  });

  it('of a stranger makes a customer of the booking’s name and phone', async () => {
    const { book, call } = await openDesk();
    const { id } = await book({ vehicleId: null, name: '李敏', phone: '13900139000' });
    expect((await refusal(call('board.arrive', { appointmentId: id, version: 1 }))).fields).toEqual([
      'vehicleId: vehicle-missing',
    ]);
    const { customerId, vehicleId } = await call('board.arrive', {
      appointmentId: id,
      version: 1,
      vehicle: { plate: '京B66666' },
    });
    expect(await call('customers.get', { id: customerId })).toMatchObject({
      customer: { name: '李敏', stage: 'current' },
      phones: [{ masked: '139****9000' }],
      vehicles: [{ id: vehicleId, plate: '京B66666' }],
    });
    expect(await call('appointments.get', { id })).toMatchObject({
      customerId,
      vehicleId,
      state: 'arrived',
      name: '李敏',
    });
  });

  it('of a walk-in with a known car, a new car or as a stranger', async () => {
    const { call, customerId, board, vehicleId } = await openDesk();
    const first = await call('board.walkIn', { customerId });
    expect(first).toMatchObject({ customerId, vehicleId });
    const twice = await call('board.walkIn', { vehicleId }).catch((error: unknown) => error);
    expect(twice).toMatchObject({
      code: 'CONFLICT',
      data: { reason: 'vehicle-here-already', current: { id: first.id } },
    });
    const second = await call('board.walkIn', { customerId, vehicle: { plate: '京A11111' } });
    expect(second.customerId).toBe(customerId);
    const third = await call('board.walkIn', { name: '赵丽', phone: '13700137000', vehicle: { plate: '京C22222' } });
    expect((await call('customers.search', { q: '赵丽' })).hits[0].id).toBe(third.customerId);
    expect((await board()).columns.arrived.map((card: { id: string }) => card.id)).toEqual([
      first.id,
      second.id,
      third.id,
    ]);
    expect(
      (await refusal(call('board.walkIn', { name: '赵丽', phone: '1', vehicle: { plate: '京C2' } }))).fields,
    ).toEqual(['phone: phone-invalid']);
    expect((await refusal(call('board.walkIn', {}))).fields).toEqual(['vehicleId: vehicle-missing']);
  });

  it('whose booking is found later keeps the one visit', async () => {
    const { book, call, vehicleId, board } = await openDesk();
    const { id } = await book();
    const walkIn = await call('board.walkIn', { vehicleId });
    const arrived = await call('board.arrive', { appointmentId: id, version: 1 });
    expect(arrived.id).toBe(walkIn.id);
    const { columns } = await board();
    expect([columns.booked.length, columns.arrived.length]).toEqual([0, 1]);
  });
});
