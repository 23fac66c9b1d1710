import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { minute, openDesk, today } from './openDesk.ts';
import { refusal, testNow } from './openTestStore.ts';

/** Bookings of earlier runs out of the way. */
const clearDay = async (dataDir: string): Promise<void> => {
  const connection = openConnection(join(dataDir, 'caredesk.sqlite'));
  connection.exec('UPDATE appointment SET deletedAt = 1');
  connection.close();
};

describe('a booking', () => {
  it('stands on the board with its customer, and loads its adviser', async () => {
    const { book, board, adviser } = await openDesk();
    const { id, warnings } = await book({ minutes: 90, wish: '首保', wishKind: 'maintenance' });
    expect(warnings).toEqual([]);
    const { columns, load, counts } = await board();
    expect(columns.booked[0]).toMatchObject({
      id,
      name: '王伟',
      phoneMasked: '138****8000',
      plate: '京A3K927',
      time: '11:00',
      adviserName: '周凯',
      noShows: 0,
      lateMinutes: 0,
      startsAt: testNow + 30 * minute,
    });
    expect(load).toEqual([
      {
        day: today,
        adviserId: adviser,
        adviserName: '周凯',
        bookings: 1,
        minutes: 90,
        capacityMinutes: 480,
        full: false,
      },
    ]);
    expect(counts).toMatchObject({ booked: 1, arrived: 0 });
  });

  it('is a stranger’s with name and phone, or refused', async () => {
    const { book, call } = await openDesk();
    const stranger = { vehicleId: null, name: '李敏', phone: '139 0013 9000' };
    const { id } = await book(stranger);
    expect(await call('appointments.get', { id })).toMatchObject({
      customerId: null,
      name: '李敏',
      phoneMasked: '139****9000',
    });
    expect(await call('appointments.reveal', { id })).toEqual({ phones: ['13900139000'] });
    expect((await refusal(book({ ...stranger, name: '' }))).fields).toEqual(['name: name-missing']);
    expect((await refusal(book({ ...stranger, phone: null }))).fields).toEqual(['phone: phone-missing']);
    expect((await refusal(book({ ...stranger, phone: '123' }))).fields).toEqual(['phone: phone-invalid']);
    expect((await book({ ...stranger, phone: '13800138000' })).warnings).toEqual([
      { path: 'adviserId', reason: 'adviser-busy' },
      { path: 'phone', reason: 'phone-known' },
    ]);
  });

  it('is refused in the past, to the minute, and may not be moved there', async () => {
    const { book, call, clock } = await openDesk();
    expect((await refusal(book({ time: '10:29' }))).fields).toEqual(['time: booking-past']);
    expect((await refusal(book({ day: '2026-11-21' }))).fields).toEqual(['day: booking-past']);
    clock.now += 59_000;
    const { id } = await book({ time: '10:30' });
    clock.now += 60 * minute;
    const same = { id, version: 1, day: today, time: '10:30', wish: '换机油' };
    const changed = await call('appointments.change', { ...same, name: '王伟', phone: '13800138000' });
    expect(changed.version).toBe(2);
    expect(
      (
        await refusal(
          call('appointments.change', { ...same, version: 2, time: '10:31', name: '王伟', phone: '13800138000' }),
        )
      ).fields,
    ).toEqual(['time: booking-past']);
  });

  it('outside opening hours, over an adviser’s day or beside another is taken and said', async () => {
    const { book, call } = await openDesk();
    await call('settings.update', {
      values: {
        openingHours: [...Array.from({ length: 6 }, () => ({ opens: '09:00', closes: '17:00' })), null],
        adviserMinutesPerDay: 100,
      },
    });
    expect((await book()).warnings).toEqual([{ path: 'time', reason: 'closed-that-day' }]);
    expect((await book({ day: '2026-11-23', time: '16:30' })).warnings).toEqual([
      { path: 'time', reason: 'outside-opening-hours' },
    ]);
    expect((await book({ day: '2026-11-23', time: '16:00' })).warnings).toEqual([
      { path: 'adviserId', reason: 'adviser-full' },
      { path: 'adviserId', reason: 'adviser-busy' },
      { path: 'vehicleId', reason: 'vehicle-booked-already' },
    ]);
    const { load, days, rows } = await call('appointments.ofRange', { fromDay: today, toDay: '2026-11-23' });
    expect(load.map((row: { minutes: number; full: boolean }) => [row.minutes, row.full])).toEqual([
      [60, false],
      [120, true],
    ]);
    expect(days.map((row: { booked: number }) => row.booked)).toEqual([1, 2]);
    expect(rows).toHaveLength(3);
    expect((await refusal(call('appointments.ofRange', { fromDay: today, toDay: '2027-01-23' }))).fields).toEqual([
      'toDay: range-too-long',
    ]);
  });

  it('that nobody came to is counted against the customer, and can be taken back', async () => {
    const { book, call, clock, customerId, board } = await openDesk();
    const { id } = await book();
    expect((await refusal(call('appointments.noShow', { id, version: 1 }))).reason).toBe('booking-not-yet');
    clock.now += 90 * minute;
    expect((await board()).columns.booked[0].lateMinutes).toBe(60);
    expect(await call('appointments.noShow', { id, version: 1 })).toEqual({ version: 2, noShows: 1 });
    const second = await book({ time: '16:00' });
    expect((await call('appointments.get', { id: second.id })).noShows).toBe(1);
    expect(await call('appointments.ofCustomer', { customerId })).toMatchObject({
      noShows: 1,
      next: { id: second.id },
    });
    expect((await board()).counts).toMatchObject({ booked: 1, noShow: 1 });
    expect(await refusal(call('appointments.cancel', { id, version: 2, reason: 'x' }))).toEqual({
      code: 'CONFLICT',
      reason: 'appointment-no-show',
    });
    await call('appointments.reopen', { id, version: 2 });
    expect((await call('appointments.ofCustomer', { customerId })).noShows).toBe(0);
  });

  it('that is cancelled says why and loads nobody', async () => {
    const { book, call, board } = await openDesk();
    const { id } = await book();
    await call('appointments.cancel', { id, version: 1, reason: '改天再来' });
    const { load, columns, counts } = await board();
    expect([load, columns.booked, counts.cancelled]).toEqual([[], [], 1]);
    expect(await call('appointments.get', { id })).toMatchObject({ state: 'cancelled', cancelReason: '改天再来' });
  });

  it('of an earlier day of which nobody said anything waits on today’s board', async () => {
    const { book, board, clock } = await openDesk();
    const { id } = await book();
    clock.now += 24 * 60 * minute;
    const { undecided, columns } = await board();
    expect(undecided.map((card: { id: string }) => card.id)).toEqual([id]);
    expect(columns.booked).toEqual([]);
  });
});

interface Booking {
  id: string;
  version: number;
  minutes: number;
  state: 'booked' | 'arrived' | 'cancelled' | 'noShow';
}

describe('any bookings at two desks', () => {
  it('stand in one place each, and their load adds up', async () => {
    const { call, book, board, clock, dataDir } = await openDesk();
    const act = fc.record({
      desk: fc.constantFrom(0, 1),
      which: fc.constantFrom(0, 1, 2),
      what: fc.constantFrom('look', 'look', 'arrive', 'back', 'noShow', 'cancel', 'reopen'),
    });
    let plate = 10_000;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (acts) => {
        const ids: string[] = [];
        for (const minutes of [30, 45, 90]) {
          plate += 1;
          const { vehicleId } = await call('customers.add', { name: '赵丽', vehicle: { plate: `京E${plate}` } });
          ids.push((await book({ vehicleId, minutes, day: '2026-11-23', time: '08:30' })).id);
        }
        const today = clock.now;
        clock.now += 24 * 60 * minute;
        const get = (which: number): Promise<Booking> => call('appointments.get', { id: ids[which] });
        const first = await Promise.all([get(0), get(1), get(2)]);
        const seen = [[...first], [...first]];
        const visits = new Map<string, { id: string; version: number }>();
        for (const { desk, which, what } of acts) {
          const booking = seen[desk]?.[which];
          if (!booking) throw new Error('no such booking');
          const { id, version } = booking;
          const visit = visits.get(id) ?? { id, version };
          const done = await {
            look: async () => {},
            arrive: () => call('board.arrive', { appointmentId: id, version }),
            back: () => call('board.move', { ...visit, to: 'booked' }),
            noShow: () => call('appointments.noShow', { id, version }),
            cancel: () => call('appointments.cancel', { id, version, reason: '改天' }),
            reopen: () => call('appointments.reopen', { id, version }),
          }
            [what]()
            .then(
              (output: unknown) => output,
              (error: { code: string }) => {
                expect(['CONFLICT', 'VALIDATION', 'NOT_FOUND']).toContain(error.code);
                return null;
              },
            );
          if (what === 'arrive' && done) {
            const { id: visitId, version: visitVersion } = done as { id: string; version: number };
            visits.set(id, { id: visitId, version: visitVersion });
          }
          const row = seen[desk];
          if (row && (what === 'look' || done)) row[which] = await get(which);
        }
        const { columns, load, counts } = await board();
        const stored = await Promise.all([get(0), get(1), get(2)]);
        for (const { id, state } of stored) {
          const places = [
            columns.booked.some((card: Booking) => card.id === id) ? 'booked' : null,
            columns.arrived.some((card: { appointmentId: string }) => card.appointmentId === id) ? 'arrived' : null,
          ].filter((place) => place !== null);
          expect(places).toEqual(state === 'booked' || state === 'arrived' ? [state] : []);
        }
        const coming = stored.filter(({ state }) => state === 'booked' || state === 'arrived');
        const minutes = coming.reduce((sum, one) => sum + one.minutes, 0);
        expect(load.reduce((sum: number, row: { minutes: number }) => sum + row.minutes, 0)).toBe(minutes);
        expect(counts.cancelled + counts.noShow).toBe(3 - coming.length);
        // the next run has this day's board to itself
        for (const { id, version, state } of stored) {
          if (state === 'arrived') await call('visits.void', { ...(visits.get(id) ?? { id, version }), reason: 'x' });
        }
        await clearDay(dataDir);
        clock.now = today;
      }),
      { numRuns: 15 },
    );
    expect((await verifyStore(dataDir)).findings).toEqual([]);
  });
});

describe('a request sent twice', () => {
  it('takes one car in', async () => {
    const { call, vehicleId, board } = await openDesk();
    const input = { requestId: randomUUID(), vehicleId };
    expect(await call('board.walkIn', input)).toEqual(await call('board.walkIn', input));
    expect((await board()).columns.arrived).toHaveLength(1);
  });
});
