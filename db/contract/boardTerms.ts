import { z } from 'zod';
import { instant } from './values.ts';

/** HH:mm in the store's time zone. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-invalid');

/** 保养 · 维修 · 钣喷 · 事故 · 年检 · 召回 · 精品 · 试驾 · 交车 · 其他: what a booking is for */
export const wishKind = z.enum([
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
]);

/** 已预约 · 已到店 · 已取消 · 未到店 */
export const appointmentState = z.enum(['booked', 'arrived', 'cancelled', 'noShow']);

/** 到店 · 作业中 · 待交车 · 已离店 */
export const visitStep = z.enum(['arrived', 'inWork', 'ready', 'left']);
/** The board's columns: a booking comes before the visit that it becomes. */
export const boardStep = z.enum(['booked', 'arrived', 'inWork', 'ready', 'left']);

/** One adviser's bookings of one day; `adviserId` null: nobody was named yet. */
export const adviserLoad = z.object({
  day: z.string(),
  adviserId: z.string().nullable(),
  adviserName: z.string().nullable(),
  bookings: z.number(),
  /** of bookings that come or came; cancelled ones and no-shows take nobody's time */
  minutes: z.number(),
  /** setting `adviserMinutesPerDay`; null where no adviser is named */
  capacityMinutes: z.number().nullable(),
  full: z.boolean(),
});

/** When a visit reached its steps; a skipped one is null. */
export const stepTimes = {
  arrivedAt: instant,
  inWorkAt: instant.nullable(),
  readyAt: instant.nullable(),
  leftAt: instant.nullable(),
};
