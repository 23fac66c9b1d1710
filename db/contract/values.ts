import { z } from 'zod';

/** Text that SQLite, JSON and a printer can all hold: well-formed UTF-16, no control characters but line breaks and tabs. */
const clean = (value: string): boolean => {
  if (!value.isWellFormed()) return false;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127) return false;
  }
  return true;
};

/** Trimmed text of at most `max` characters. */
export const text = (max: number) => z.string().trim().max(max).refine(clean, 'text-invalid');
/** The same, not empty. */
export const filled = (max: number) => text(max).min(1);
/** Empty text means "nothing known": null. */
export const optionalText = (max: number) =>
  text(max)
    .nullable()
    .optional()
    .transform((value) => value || null);

export const id = z.uuid();

const existing = (value: string): boolean => {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1900 && year <= 2199;
};
/** A day of the store's calendar, `YYYY-MM-DD`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'day-invalid')
  .refine(existing, 'day-invalid');
/** UTC milliseconds. */
export const instant = z.number().int().min(0).max(8_640_000_000_000);
/** Money in fen, from nothing to a hundred million yuan. */
export const fen = z.number().int().min(0).max(10_000_000_000);
export const km = z.number().int().min(0).max(3_000_000);
export const version = z.number().int().min(1);
export const limit = (standard: number, most: number) => z.number().int().min(1).max(most).default(standard);

/** 公历 or 农历 birthday; the year may be unknown; `leap` marks a lunar leap month. */
export const birthday = z.strictObject({
  calendar: z.enum(['solar', 'lunar']),
  year: z.number().int().min(1900).max(2199).nullable(),
  month: z.number().int().min(1).max(12),
  day: z.number().int().min(1).max(31),
  leap: z.boolean().default(false),
});
export type Birthday = z.output<typeof birthday>;
