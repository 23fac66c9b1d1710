import type { Day } from './day.ts';

/** Making a formatter costs a thousand times its use. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** The clock on the store's wall at this instant (UTC ms). */
function wallClock(instant: number, timeZone: string): { day: Day; time: string; ms: number } {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) part[type] = value;
  const day = `${(part.year ?? '').padStart(4, '0')}-${part.month}-${part.day}`;
  const time = `${part.hour}:${part.minute}`;
  return { day, time, ms: Date.parse(`${day}T${time}:${part.second}Z`) };
}

/** The store's day at an instant. Never the machine's zone (domain: days). */
export function dayOf(instant: number, timeZone: string): Day {
  return wallClock(instant, timeZone).day;
}

/** HH:mm at an instant in the store. */
export function timeOf(instant: number, timeZone: string): string {
  return wallClock(instant, timeZone).time;
}

/**
 * The instant (UTC ms) at which the store's wall shows this day and time. Where summer time skips it, the instant after the
 * gap; where it comes twice, the first.
 */
export function instantOf(day: Day, time: string, timeZone: string): number {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const offsetAt = (instant: number) => wallClock(instant, timeZone).ms - Math.floor(instant / 1000) * 1000;
  const before = wall - offsetAt(wall - 86_400_000);
  const after = wall - offsetAt(wall + 86_400_000);
  if (wallClock(before, timeZone).ms === wall) return before;
  if (wallClock(after, timeZone).ms === wall) return after;
  return before;
}
