import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movesOf, visitSteps } from '../../db/domain/visitSteps.ts';
import { openConnection } from '../../db/store/connection.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { openTestStore, refusal, staffAs, testNow } from './openTestStore.ts';

const minute = 60_000;
/** 2026-11-22, 10:30: a Sunday */
const today = '2026-11-22';

/** Bookings of earlier runs out of the way. */
const clearDay = async (dataDir: string): Promise<void> => {
  const connection = openConnection(join(dataDir, 'caredesk.sqlite'));
  connection.exec('UPDATE appointment SET deletedAt = 1');
  connection.close();
};

const openDesk = async () => {
  const test = await openTestStore();
  // the first administrator, whose password nobody needs: hashing one takes longer than all the rest
  const setup = { storeName: '一汽大众', city: '北京', admin: '周凯', passwordHash: 'x'.repeat(40) };
  const adviser = (await test.call('store.setup', setup)).staffId;
  const { id: customerId, vehicleId } = await test.call('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A3K927', vin: '1M8GDM9AXKP042788' },
  });
  const book = (input: object = {}) =>
    test.call('appointments.add', { day: today, time: '11:00', vehicleId, adviserId: adviser, ...input });
  const board = (day?: string) => test.call('board.day', day ? { day } : {});
  const move = (card: { id: string; version: number }, to: string) =>
    test.call('board.move', { id: card.id, version: card.version, to });
  return { ...test, adviser, customerId, vehicleId, book, board, move };
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
    expect((await book()).warnings).toEqual([{ path: 'time', reason: 'store-closed' }]);
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

describe('a card', () => {
  it('goes its way, each step with its time, and long waits show', async () => {
    const { call, vehicleId, move, clock, board } = await openDesk();
    let { card } = await call('board.walkIn', { vehicleId });
    clock.now += 20 * minute;
    ({ card } = await move(card, 'inWork'));
    clock.now += 99 * minute;
    expect((await board()).columns.inWork[0]).toMatchObject({ waitingMinutes: 119, longWait: false });
    clock.now += minute;
    expect((await board()).counts.longWaits).toBe(1);
    ({ card } = await move(card, 'ready'));
    clock.now += 30 * minute;
    ({ card } = await move(card, 'left'));
    expect(card).toMatchObject({
      step: 'left',
      inWorkAt: testNow + 20 * minute,
      readyAt: testNow + 120 * minute,
      leftAt: testNow + 150 * minute,
      waitingMinutes: 120,
      longWait: true,
      waiting: false,
    });
    const shown = await board();
    expect(shown).toMatchObject({ averageWaitMinutes: 120, counts: { longWaits: 0, left: 1 } });
  });

  it('is not put where it makes no sense', async () => {
    const { call, vehicleId, move } = await openDesk();
    let { card } = await call('board.walkIn', { vehicleId });
    expect((await refusal(move(card, 'booked'))).fields).toEqual(['to: step-impossible']);
    expect((await refusal(move(card, 'arrived'))).fields).toEqual(['to: step-impossible']);
    for (const to of ['inWork', 'ready', 'left']) ({ card } = await move(card, to));
    expect((await refusal(move(card, 'arrived'))).fields).toEqual(['to: step-impossible']);
    expect((await refusal(move(card, 'booked'))).fields).toEqual(['to: step-impossible']);
  });

  it('that two desks move at once goes one way; the other desk gets the card as it stands', async () => {
    const { call, vehicleId, move } = await openDesk();
    const { card } = await call('board.walkIn', { vehicleId });
    const outcomes = await Promise.allSettled([move(card, 'inWork'), move(card, 'ready')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(outcomes[1]).toMatchObject({
      reason: {
        code: 'CONFLICT',
        data: {
          reason: 'changed-meanwhile',
          current: { id: card.id, step: 'inWork', version: 2, customerName: '王伟' },
        },
      },
    });
  });

  it('taken back to its booking leaves no visit and no reading; with lines it stays', async () => {
    const { book, call, move, board, customerId, dataDir } = await openDesk();
    const { id } = await book();
    let { card } = await call('board.arrive', { appointmentId: id, version: 1, mileage: 9000 });
    const back = await move(card, 'booked');
    expect(back).toMatchObject({ card: null, booking: { id, state: 'booked', version: 3, visitId: null } });
    expect((await board()).counts).toMatchObject({ booked: 1, arrived: 0 });
    expect((await call('customers.get', { id: customerId })).vehicles[0]).toMatchObject({
      mileage: null,
      visitCount: 0,
    });
    ({ card } = await call('board.arrive', { appointmentId: id, version: 3 }));
    const lines = [{ category: 'parts', amountFen: 100 }];
    ({ card } = await call('board.setLines', { id: card.id, version: card.version, lines }));
    expect(card.moves).not.toContain('booked');
    expect((await refusal(move(card, 'booked'))).reason).toBe('visit-has-lines');
    expect((await verifyStore(dataDir)).findings).toEqual([]);
  });

  it('that stays overnight is on the next day’s board until it left', async () => {
    const { call, vehicleId, move, clock, board } = await openDesk();
    const { card } = await call('board.walkIn', { vehicleId });
    clock.now += 24 * 60 * minute;
    expect((await board()).columns.arrived.map((one: { id: string }) => one.id)).toEqual([card.id]);
    await move(card, 'left');
    expect((await board()).columns.left).toEqual([]);
    expect((await board(today)).columns.left).toHaveLength(1);
  });

  it('that is void leaves the board', async () => {
    const { call, vehicleId, move, board } = await openDesk();
    const { card } = await call('board.walkIn', { vehicleId });
    await call('visits.void', { id: card.id, version: 1, reason: '录错车' });
    expect((await board()).columns.arrived).toEqual([]);
    expect((await refusal(move({ id: card.id, version: 2 }, 'left'))).reason).toBe('visit-void-already');
  });
});

describe('lines of a visit', () => {
  it('come later, make its amount, and count as a return', async () => {
    const { call, vehicleId, customerId, dataDir } = await openDesk();
    const { id } = await call('board.walkIn', { vehicleId });
    expect((await call('customers.get', { id: customerId })).vehicles[0].lastVisitDay).toBeNull();
    const lines = [
      { category: 'parts', amountFen: 61_200, description: '机油' },
      { category: 'maintenanceLabour', amountFen: 20_000 },
    ];
    const saved = await call('board.setLines', { id, version: 1, lines, mileage: 5200, orderNo: 'RO-1' });
    expect(saved).toMatchObject({
      version: 2,
      amountFen: 81_200,
      card: { lineCount: 2, amountFen: 81_200, orderNo: 'RO-1', mileage: 5200 },
    });
    expect(await call('customers.get', { id: customerId })).toMatchObject({
      vehicles: [{ lastVisitDay: today, mileage: 5200 }],
      spend: { totalFen: 81_200, visits: 1 },
    });
    const stale = await call('board.setLines', { id, version: 1, lines: [] }).catch((error: unknown) => error);
    expect(stale).toMatchObject({ code: 'CONFLICT', data: { reason: 'changed-meanwhile', current: { version: 2 } } });
    await call('board.setLines', { id, version: 2, lines: lines.slice(0, 1) });
    expect(await call('visits.get', { id })).toMatchObject({
      amountFen: 61_200,
      mileage: 5200,
      orderNo: 'RO-1',
      lines: [{ description: '机油' }],
    });
    expect((await verifyStore(dataDir)).findings).toEqual([]);
  });

  it('keep the costs that reception does not see', async () => {
    const { call, vehicleId } = await openDesk();
    const { id } = await call('board.walkIn', { vehicleId });
    const line = { category: 'parts', amountFen: 100, description: '机油' };
    await call('board.setLines', { id, version: 1, lines: [{ ...line, costFen: 60 }] }, staffAs('manager'));
    const refused = call('board.setLines', { id, version: 2, lines: [{ ...line, costFen: 1 }] }, staffAs('reception'));
    expect((await refusal(refused)).fields).toEqual(['lines.0.costFen: cost-not-allowed']);
    await call(
      'board.setLines',
      {
        id,
        version: 2,
        lines: [
          { category: 'accessories', amountFen: 5 },
          { ...line, amountFen: 90 },
        ],
      },
      staffAs('reception'),
    );
    const { lines } = await call('visits.get', { id }, staffAs('manager'));
    expect(lines.map((one: { costFen: number | null }) => one.costFen)).toEqual([null, 60]);
  });

  it('refuse an order number that stands elsewhere, and a void visit', async () => {
    const { call, vehicleId } = await openDesk();
    await call('visits.add', {
      vehicleId,
      arrivedAt: testNow - minute,
      orderNo: 'RO-1',
      lines: [{ category: 'parts', amountFen: 1 }],
    });
    const { id } = await call('board.walkIn', { vehicleId });
    expect((await refusal(call('board.setLines', { id, version: 1, lines: [], orderNo: 'RO-1' }))).reason).toBe(
      'order-number-known',
    );
    await call('visits.void', { id, version: 1, reason: 'x' });
    expect((await refusal(call('board.setLines', { id, version: 2, lines: [] }))).reason).toBe('visit-void-already');
  });
});

interface Card {
  id: string;
  day: string;
  version: number;
  step: (typeof visitSteps)[number];
  arrivedAt: number;
  inWorkAt: number | null;
  readyAt: number | null;
  leftAt: number | null;
}

describe('any day at two desks', () => {
  it('loses no step and makes no impossible one', async () => {
    const { call, board, clock, dataDir } = await openDesk();
    const act = fc.record({
      desk: fc.constantFrom(0, 1),
      what: fc.constantFrom('look', 'move', 'move', 'move', 'lines'),
      to: fc.constantFrom(...visitSteps),
      minutes: fc.integer({ min: 0, max: 40 }),
    });
    let plate = 10_000;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        plate += 1;
        const { card: first } = await call('board.walkIn', { name: '赵丽', vehicle: { plate: `京D${plate}` } });
        const seen: [Card, Card] = [first, first];
        let stored: Card = first;
        let lines = 0;
        for (const { desk, what, to, minutes } of acts) {
          clock.now += minutes * minute;
          if (what === 'look') seen[desk] = stored;
          if (what === 'look') continue;
          const { id, version } = seen[desk];
          lines += 1;
          const input = what === 'lines' ? { lines: [{ category: 'parts', amountFen: lines }] } : { to };
          const outcome = await call(what === 'lines' ? 'board.setLines' : 'board.move', {
            id,
            version,
            ...input,
          }).then(
            (done: { card: Card }) => ({ done }),
            (error: { code: string; data: { current?: Card } }) => ({ error }),
          );
          if (version !== stored.version) {
            expect(outcome).toMatchObject({
              error: { code: 'CONFLICT', data: { current: { id, version: stored.version, step: stored.step } } },
            });
          } else if (what === 'move' && !movesOf(stored, false).includes(to)) {
            expect(outcome).toMatchObject({ error: { code: 'VALIDATION' } });
          } else {
            const after = 'done' in outcome ? outcome.done.card : undefined;
            if (!after) throw new Error(`refused: ${JSON.stringify(outcome)}`);
            expect(after.version).toBe(stored.version + 1);
            expect(after.step).toBe(what === 'move' ? to : stored.step);
            const moments = [after.arrivedAt, after.inWorkAt, after.readyAt, after.leftAt];
            const reached = visitSteps.indexOf(after.step);
            expect(moments[reached]).not.toBeNull();
            expect(moments.slice(reached + 1).every((moment) => moment === null)).toBe(true);
            const known = moments.filter((moment) => moment !== null);
            expect(known).toEqual(known.toSorted((a, b) => a - b));
            stored = after;
            seen[desk] = after;
          }
        }
        // a car that left stands on the board of its day, one that is here on today's
        const { columns } = await board(stored.step === 'left' ? stored.day : undefined);
        const places = Object.entries(columns as Record<string, Card[]>).flatMap(([column, cards]) =>
          cards.filter((card) => card.id === first.id).map((card) => [column, card.version]),
        );
        expect(places).toEqual([[stored.step, stored.version]]);
        const connection = openConnection(join(dataDir, 'caredesk.sqlite'), { readonly: true });
        const changes = connection.prepare('SELECT count(*) FROM changeLog WHERE entityId = ?').pluck().get(first.id);
        connection.close();
        expect(changes).toBe(stored.version);
      }),
      { numRuns: 25 },
    );
    expect((await verifyStore(dataDir)).findings).toEqual([]);
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
