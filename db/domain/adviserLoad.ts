import type { Day } from './day.ts';

/** What of a booking counts for load. */
export interface LoadedBooking {
  readonly day: Day;
  readonly adviserId: string | null;
  readonly adviserName: string | null;
  readonly minutes: number;
  readonly state: 'booked' | 'arrived' | 'cancelled' | 'noShow';
}

export interface AdviserLoad {
  readonly day: Day;
  /** null: nobody was named yet */
  readonly adviserId: string | null;
  readonly adviserName: string | null;
  readonly bookings: number;
  readonly minutes: number;
  /** minutes an adviser can take on a day; null for the row of those without an adviser */
  readonly capacityMinutes: number | null;
  /** more minutes than that */
  readonly full: boolean;
}

/**
 * 预约负荷 per day and adviser: bookings and minutes of those who come or came; cancelled ones and no-shows take nobody's
 * time. By day, then by name, those without an adviser last.
 */
export function loadOf(bookings: readonly LoadedBooking[], capacityMinutes: number): AdviserLoad[] {
  const groups = new Map<string, { first: LoadedBooking; bookings: number; minutes: number }>();
  for (const booking of bookings) {
    if (booking.state !== 'booked' && booking.state !== 'arrived') continue;
    const key = `${booking.day} ${booking.adviserId ?? ''}`;
    const group = groups.get(key) ?? { first: booking, bookings: 0, minutes: 0 };
    group.bookings += 1;
    group.minutes += booking.minutes;
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ first, ...sums }) => ({
      day: first.day,
      adviserId: first.adviserId,
      adviserName: first.adviserName,
      ...sums,
      capacityMinutes: first.adviserId === null ? null : capacityMinutes,
      full: first.adviserId !== null && sums.minutes > capacityMinutes,
    }))
    .toSorted(byDayAndName);
}

function byDayAndName(a: AdviserLoad, b: AdviserLoad): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  if ((a.adviserId === null) !== (b.adviserId === null)) return a.adviserId === null ? 1 : -1;
  return (a.adviserName ?? '').localeCompare(b.adviserName ?? '', 'zh-CN') || 0;
}
