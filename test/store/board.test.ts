import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movesOf, visitSteps } from '../../db/domain/visitSteps.ts';
import { openConnection } from '../../db/store/connection.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { minute, openDesk, today } from './openDesk.ts';
import { refusal, staffAs, testNow } from './openTestStore.ts';

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

  it('that another desk moved or changed says who it was, and where to', async () => {
    const { book, call, move, adviser } = await openDesk();
    const other = { ...staffAs('reception'), id: adviser };
    const { id } = await book();
    const { card } = await call('board.arrive', { appointmentId: id, version: 1 });
    const refused = (to: string) =>
      move(card, to).catch(({ code, data }: { code: string; data: { values?: object; current?: object } }) => ({
        code,
        values: data.values,
        hasCard: data.current !== undefined,
      }));
    await call('board.setLines', { id: card.id, version: 1, lines: [], note: '等配件' }, other);
    expect(await refused('inWork')).toEqual({ code: 'CONFLICT', values: { by: '周凯' }, hasCard: true });
    await call('board.move', { id: card.id, version: 2, to: 'inWork' }, other);
    await call('board.setLines', { id: card.id, version: 3, lines: [], note: '配件到了' });
    const moved = { by: '周凯', step: 'inWork' };
    expect(await refused('ready')).toEqual({ code: 'CONFLICT', values: moved, hasCard: true });
    await call('board.move', { id: card.id, version: 4, to: 'arrived' });
    expect(await refused('ready')).toEqual({ code: 'CONFLICT', values: { step: 'arrived' }, hasCard: true });
    await call('board.move', { id: card.id, version: 5, to: 'booked' }, other);
    expect(await refused('ready')).toEqual({ code: 'CONFLICT', values: { ...moved, step: 'booked' }, hasCard: false });
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
