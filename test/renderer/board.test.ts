import { describe, expect, test } from 'vitest';
import {
  type Board,
  type BookingCard,
  movedAhead,
  neighbour,
  stepBack,
  type VisitCard,
  waitTone,
  whyNot,
  withBooking,
  withVisit,
} from '../../renderer/features/board/boardMoves.ts';
import { bookingInputOf, checkBooking, firstSlot, newBooking } from '../../renderer/features/board/bookingDraft.ts';
import { weekOf } from '../../renderer/features/board/week.ts';
import {
  checkBooker,
  checkComer,
  comesOf,
  knownCustomer,
  newVehicle,
  nobody,
  strangerFrom,
} from '../../renderer/features/board/whoDraft.ts';
import {
  budgetWan,
  checkFacts,
  checkNext,
  fenToWan,
  noFacts,
  wanToFen,
} from '../../renderer/features/prospects/prospectDraft.ts';

const visit = (change: Partial<VisitCard> = {}): VisitCard => ({
  id: 'v1',
  version: 1,
  day: '2026-11-22',
  step: 'arrived',
  arrivedAt: 1_000,
  inWorkAt: null,
  readyAt: null,
  leftAt: null,
  waitingMinutes: 0,
  waiting: true,
  longWait: false,
  moves: ['inWork', 'ready', 'left'],
  customerId: 'c1',
  customerName: '王伟',
  vehicleId: 'k1',
  plate: '京A12345',
  series: null,
  adviser: null,
  note: null,
  orderNo: null,
  mileage: null,
  amountFen: 0,
  lineCount: 0,
  appointmentId: null,
  bookedTime: null,
  openRecalls: 0,
  birthday: false,
  ...change,
});

const booking = (change: Partial<BookingCard> = {}): BookingCard =>
  ({ id: 'b1', version: 1, startsAt: 5_000, visitId: null, name: '王伟', customerId: 'c1', ...change }) as BookingCard;

const boardOf = (columns: Partial<Board['columns']>): Board => ({
  day: '2026-11-22',
  columns: { booked: [], arrived: [], inWork: [], ready: [], left: [], ...columns },
  counts: { booked: 0, arrived: 0, inWork: 0, ready: 0, left: 0, cancelled: 0, noShow: 0, longWaits: 0 },
  averageWaitMinutes: null,
  longWaitMinutes: 120,
  load: [],
  undecided: [],
});

describe('where a card may go', () => {
  test('a booking only arrives', () => {
    const card = { kind: 'booking', booking: booking() } as const;
    expect(whyNot(card, 'arrived')).toBeNull();
    expect(whyNot(card, 'ready')).toBe('bookedFirst');
    expect(whyNot(card, 'booked')).toBeNull();
    expect(stepBack(card)).toBeNull();
  });

  test('what the store allows, and why the rest makes no sense', () => {
    expect(whyNot({ kind: 'visit', visit: visit() }, 'left')).toBeNull();
    expect(whyNot({ kind: 'visit', visit: visit() }, 'booked')).toBe('walkIn');
    expect(whyNot({ kind: 'visit', visit: visit({ appointmentId: 'b1', lineCount: 2 }) }, 'booked')).toBe('hasLines');
    const ready = visit({ step: 'ready', moves: ['left', 'inWork'] });
    expect(whyNot({ kind: 'visit', visit: ready }, 'arrived')).toBe('oneBack');
    expect(stepBack({ kind: 'visit', visit: ready })).toBe('inWork');
  });
});

describe('a card that is moved ahead of the answer', () => {
  test('stands in its new column, counted, and knows its next moves', () => {
    const before = boardOf({
      arrived: [visit(), visit({ id: 'v2', arrivedAt: 500 })],
      ready: [visit({ id: 'v3', step: 'ready' })],
    });
    const after = withVisit(before, movedAhead(visit(), 'inWork', 9_000));
    expect(after.columns.arrived.map((card) => card.id)).toEqual(['v2']);
    expect(after.columns.inWork[0]).toMatchObject({ id: 'v1', inWorkAt: 9_000, waiting: true });
    expect(after.columns.inWork[0]?.moves).toContain('ready');
    expect(after.counts).toMatchObject({ arrived: 1, inWork: 1, ready: 1 });
    // a column that nothing happens to is the same object: its cards are not drawn again
    expect(after.columns.ready).toBe(before.columns.ready);
  });

  test('a booking that came true is no booking any more, and stands again when taken back', () => {
    const before = boardOf({ booked: [booking()] });
    const arrived = withVisit(before, visit({ appointmentId: 'b1' }));
    expect(arrived.columns.booked).toEqual([]);
    const back = withBooking(arrived, booking({ visitId: 'v1' }));
    expect(back.columns.arrived).toEqual([]);
    expect(back.columns.booked.map((card) => card.id)).toEqual(['b1']);
  });
});

describe('arrows', () => {
  const columns = [['a', 'b', 'c'], [], ['d'], ['e', 'f']];
  test.each([
    [null, 'ArrowDown', 'a'],
    ['a', 'ArrowDown', 'b'],
    ['c', 'ArrowDown', null],
    ['a', 'ArrowUp', null],
    ['c', 'ArrowRight', 'd'],
    ['d', 'ArrowLeft', 'a'],
    ['d', 'ArrowRight', 'e'],
    ['f', 'ArrowRight', null],
    ['a', 'End', 'c'],
    ['gone', 'ArrowDown', 'a'],
  ] as const)('from %s by %s to %s', (from, key, to) => {
    expect(neighbour(columns, from, key)).toBe(to);
  });

  test('an empty board has nowhere to go', () => {
    expect(neighbour([[], []], null, 'ArrowDown')).toBeNull();
  });
});

test('a wait is amber from three quarters of the limit and red at it', () => {
  expect([89, 90, 119, 120].map((minutes) => waitTone(minutes, 120))).toEqual(['plain', 'amber', 'amber', 'red']);
});

describe('who comes', () => {
  test('what found nobody is sorted into a stranger’s fields', () => {
    expect(strangerFrom('京D13579 13600136003 赵新来')).toMatchObject({
      stranger: true,
      name: '赵新来',
      phone: '13600136003',
      plate: '京D13579',
    });
    expect(strangerFrom('赵新来')).toMatchObject({ name: '赵新来', phone: '' });
    expect(strangerFrom('1360013')).toMatchObject({ name: '', phone: '1360013' });
  });

  test('an arrival names its car, a booking may do without', () => {
    const two = knownCustomer('c1', '王伟', [
      { id: 'k1', plate: '京A12345', series: null },
      { id: 'k2', plate: null, series: '奇骏' },
    ]);
    expect(checkComer(two, false)).toEqual({ vehicleId: 'vehicle-missing' });
    expect(checkBooker(two)).toEqual({});
    expect(checkComer({ ...two, vehicleId: newVehicle }, false)).toEqual({ plate: 'plate-missing' });
    expect(comesOf({ ...two, vehicleId: 'k2' })).toMatchObject({ vehicleId: 'k2', customerId: 'c1', vehicle: null });
    expect(checkBooker(nobody)).toEqual({ who: 'who-missing' });
    expect(checkBooker({ ...nobody, stranger: true, name: '赵', phone: '123' })).toEqual({ phone: 'phone-invalid' });
  });
});

describe('a booking as typed', () => {
  const now = Date.UTC(2026, 10, 22, 2, 0);
  const context = { now, timeZone: 'Asia/Shanghai', present: null };
  const who = knownCustomer('c1', '王伟', []);

  test('not in the past by the store’s clock', () => {
    expect(checkBooking(newBooking('2026-11-22', '10:00', 60, who), context)).toEqual({});
    expect(checkBooking(newBooking('2026-11-22', '09:59', 60, who), context)).toEqual({ time: 'booking-past' });
    expect(checkBooking(newBooking('20261121', '1000', 60, who), context)).toEqual({ time: 'booking-past' });
    expect(checkBooking(newBooking('2026-11-31', '25:00', 3, who), context)).toEqual({
      day: 'day-invalid',
      time: 'time-invalid',
      minutes: 'minutes-invalid',
    });
  });

  test('any usual spelling of day and time is taken', () => {
    expect(bookingInputOf(newBooking('2026.11.23', '9:30', 60, who))).toMatchObject({
      day: '2026-11-23',
      time: '09:30',
      minutes: 60,
      customerId: 'c1',
    });
  });

  test('the next half hour, never beyond the day', () => {
    const at = (minutes: number, day?: string) => {
      const slot = firstSlot(day, { day: '2026-11-22', minutes });
      return `${slot.day} ${slot.time}`;
    };
    expect([at(0), at(605), at(1409)]).toEqual(['2026-11-22 00:30', '2026-11-22 10:30', '2026-11-22 23:30']);
    expect([at(1410), at(1439)]).toEqual(['2026-11-23 09:00', '2026-11-23 09:00']);
    expect([at(605, '2026-11-21'), at(605, '2026-11-24')]).toEqual(['2026-11-22 10:30', '2026-11-24 09:00']);
  });
});

test('seven days from today on; earlier and later by whole weeks', () => {
  expect(weekOf('2026-11-25', '2026-11-22')[0]).toBe('2026-11-22');
  expect(weekOf('2026-11-29', '2026-11-22')[0]).toBe('2026-11-29');
  expect(weekOf('2026-11-21', '2026-11-22')).toEqual([
    '2026-11-15',
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
  ]);
});

describe('a prospect as typed', () => {
  test('budgets are in 万元', () => {
    expect(wanToFen('12.5')).toBe(12_500_000);
    expect(fenToWan(12_500_000)).toBe('12.5');
    expect(wanToFen('x')).toBeNull();
    expect(budgetWan(12_000_000, 15_000_000)).toBe('12–15');
    expect(budgetWan(null, null)).toBeNull();
  });

  test('a budget that runs backwards and half a next step are said', () => {
    expect(checkFacts({ ...noFacts, budgetFrom: '15', budgetTo: '12' })).toEqual({ budgetTo: 'budget-reversed' });
    expect(checkNext({ what: '打电话', day: '', ownerId: '' })).toEqual({ day: 'required' });
    expect(checkNext({ what: '', day: '', ownerId: '' })).toEqual({});
  });
});
