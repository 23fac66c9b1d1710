import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LoadedBooking, loadOf } from '../../db/domain/adviserLoad.ts';
import { outsideHours } from '../../db/domain/openingHours.ts';

const booking = fc.record<LoadedBooking>({
  day: fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-24'),
  adviserId: fc.constantFrom(null, 'a', 'b', 'c'),
  adviserName: fc.constant(null),
  minutes: fc.integer({ min: 5, max: 720 }),
  state: fc.constantFrom('booked', 'arrived', 'cancelled', 'noShow'),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('load of advisers', () => {
  it('adds up: every booking that comes or came counts once, nothing else does', () => {
    fc.assert(
      fc.property(fc.array(booking, { maxLength: 60 }), fc.integer({ min: 30, max: 900 }), (bookings, capacity) => {
        const load = loadOf(bookings, capacity);
        const counted = bookings.filter(({ state }) => state === 'booked' || state === 'arrived');
        expect(sum(load.map((row) => row.bookings))).toBe(counted.length);
        expect(sum(load.map((row) => row.minutes))).toBe(sum(counted.map(({ minutes }) => minutes)));
        expect(new Set(load.map((row) => `${row.day} ${row.adviserId}`)).size).toBe(load.length);
        for (const row of load) {
          const own = counted.filter(({ day, adviserId }) => day === row.day && adviserId === row.adviserId);
          expect(row.minutes).toBe(sum(own.map(({ minutes }) => minutes)));
          expect(row.full).toBe(row.adviserId !== null && row.minutes > capacity);
        }
      }),
    );
  });

  it('lists days in order, those without an adviser last', () => {
    const of = (day: string, adviserId: string | null, adviserName: string | null): LoadedBooking => ({
      day,
      adviserId,
      adviserName,
      minutes: 60,
      state: 'booked',
    });
    const load = loadOf([of('2026-11-23', 'w', '王'), of('2026-11-22', null, null), of('2026-11-22', 'l', '李')], 480);
    expect(load.map(({ day, adviserName }) => `${day} ${adviserName}`)).toEqual([
      '2026-11-22 李',
      '2026-11-22 null',
      '2026-11-23 王',
    ]);
  });
});

describe('opening hours', () => {
  const week = [...Array.from({ length: 6 }, () => ({ opens: '08:30', closes: '17:30' })), null];
  it.each([
    ['2026-11-21', '08:30', 60, null],
    ['2026-11-21', '16:30', 60, null],
    ['2026-11-21', '16:31', 60, 'outside-opening-hours'],
    ['2026-11-21', '08:29', 60, 'outside-opening-hours'],
    // a Sunday
    ['2026-11-22', '10:00', 60, 'closed-that-day'],
  ])('%s %s for %i minutes: %s', (day, time, minutes, expected) => {
    expect(outsideHours(week, day, time, minutes)).toBe(expected);
  });
});
