import { addDays } from '../../../db/domain/day.ts';
import { instantOf } from '../../../db/domain/zonedTime.ts';
import type { Answer, api } from '../../lib/api.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import { timeOrNull } from '../customer/visitDraft.ts';
import { bookerOf, checkBooker, knownCustomer, nobody, type WhoDraft } from './whoDraft.ts';

export type Booking = Answer<typeof api.appointments.get>;
export type WishKind = Booking['wishKind'];

export const wishKinds: readonly WishKind[] = [
  'maintenance',
  'repair',
  'bodyPaint',
  'accident',
  'inspection',
  'recall',
  'accessories',
  'testDrive',
  'delivery',
  'other',
];

/** A booking while it is typed. */
export interface BookingDraft {
  readonly who: WhoDraft;
  /** the store's day and time, as typed */
  readonly day: string;
  readonly time: string;
  readonly minutes: string;
  readonly adviserId: string;
  readonly wishKind: WishKind;
  readonly wish: string;
}

/** When a new booking begins, where nobody said: on a day ahead, and after the last half hour of today on the next day. */
const morning = '09:00';

/**
 * The day and time that a new booking is proposed for: the next whole or half hour of today.
 *
 * @param day the one that is looked at, where it lies ahead
 * @param now the store's day and minutes since its midnight
 */
export const firstSlot = (
  day: string | undefined,
  now: { readonly day: string; readonly minutes: number },
): { readonly day: string; readonly time: string } => {
  if (day !== undefined && day > now.day) return { day, time: morning };
  const slot = Math.floor(now.minutes / 30) * 30 + 30;
  if (slot >= 24 * 60) return { day: addDays(now.day, 1), time: morning };
  return {
    day: now.day,
    time: `${String(Math.floor(slot / 60)).padStart(2, '0')}:${String(slot % 60).padStart(2, '0')}`,
  };
};

export const newBooking = (day: string, time: string, minutes: number, who: WhoDraft = nobody): BookingDraft => ({
  who,
  day,
  time,
  minutes: String(minutes),
  adviserId: '',
  wishKind: 'maintenance',
  wish: '',
});

/** A booking as it stands, to be changed; a stranger's number is not shown and stays as it is. */
export const draftOf = (booking: Booking): BookingDraft => ({
  who:
    booking.customerId === null
      ? { ...nobody, stranger: true, name: booking.name }
      : knownCustomer(
          booking.customerId,
          booking.name,
          booking.vehicleId === null ? [] : [{ id: booking.vehicleId, plate: booking.plate, series: booking.series }],
          booking.vehicleId ?? undefined,
        ),
  day: booking.day,
  time: booking.time,
  minutes: String(booking.minutes),
  adviserId: booking.adviserId ?? '',
  wishKind: booking.wishKind,
  wish: booking.wish ?? '',
});

export type BookingProblem =
  | 'day-invalid'
  | 'time-invalid'
  | 'booking-past'
  | 'minutes-invalid'
  | NonNullable<ReturnType<typeof checkBooker>['who']>;

const minutesOf = (text: string): number | null => {
  const value = Number(text.trim());
  return /^\d+$/.test(text.trim()) && value >= 5 && value <= 720 ? value : null;
};

/** `now` is UTC ms; `present` the booking that is changed, whose own time may stay where it was. */
export const checkBooking = (
  draft: BookingDraft,
  context: { readonly now: number; readonly timeZone: string; readonly present: Booking | null },
): Readonly<Partial<Record<string, BookingProblem>>> => {
  const day = dayOrNull(draft.day);
  const time = timeOrNull(draft.time);
  const startsAt = day !== null && time !== null ? instantOf(day, time, context.timeZone) : null;
  const thisMinute = Math.floor(context.now / 60_000) * 60_000;
  const past = startsAt !== null && startsAt < thisMinute && startsAt !== context.present?.startsAt;
  const { phone, ...booker } = checkBooker(draft.who);
  // the number that the booking has is not shown, and stays
  const phoneKept = phone === 'phone-missing' && context.present?.customerId === null;
  return {
    ...booker,
    ...(phone && !phoneKept ? { phone } : {}),
    ...(day === null ? { day: 'day-invalid' as const } : {}),
    ...(time === null ? { time: 'time-invalid' as const } : past ? { time: 'booking-past' as const } : {}),
    ...(minutesOf(draft.minutes) === null ? { minutes: 'minutes-invalid' as const } : {}),
  };
};

/** As the store takes it; null while `checkBooking` finds something. */
export const bookingInputOf = (draft: BookingDraft) => {
  const day = dayOrNull(draft.day);
  const time = timeOrNull(draft.time);
  const minutes = minutesOf(draft.minutes);
  if (day === null || time === null || minutes === null) return null;
  return {
    ...bookerOf(draft.who),
    day,
    time,
    minutes,
    adviserId: draft.adviserId || null,
    wishKind: draft.wishKind,
    wish: draft.wish.trim() || null,
  };
};
