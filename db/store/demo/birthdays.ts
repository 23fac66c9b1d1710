import type { Birthday } from '../../contract/values.ts';
import { daysInMonth } from '../../domain/day.ts';
import { residentIdCheckDigit } from '../../domain/residentId.ts';
import type { Random } from './random.ts';

/** Lunar years with the month that came twice in them. */
const leapMonths: readonly [readonly [number, number], ...(readonly [number, number])[]] = [
  [1963, 4],
  [1966, 3],
  [1968, 7],
  [1971, 5],
  [1974, 4],
  [1976, 8],
  [1979, 6],
  [1982, 4],
  [1984, 10],
  [1987, 6],
  [1990, 5],
  [1993, 3],
  [1995, 8],
  [1998, 5],
  [2001, 4],
];

/** A birthday as customers give it: mostly solar with the year, some without, some lunar, a few of those in a leap month. */
export const birthdayOf = (random: Random, birthYear: number): Birthday => {
  const how = random.unit();
  const month = random.between(1, 12);
  if (how < 0.86) {
    const year = how < 0.78 ? birthYear : null;
    return { calendar: 'solar', year, month, day: random.between(1, daysInMonth(year ?? 2001, month)), leap: false };
  }
  // a lunar month has 29 days or 30: the 30th only where no year says otherwise
  if (how < 0.865) {
    const [year, leapMonth] = random.pick(leapMonths);
    return { calendar: 'lunar', year, month: leapMonth, day: random.between(1, 29), leap: true };
  }
  if (how < 0.94) return { calendar: 'lunar', year: birthYear, month, day: random.between(1, 29), leap: false };
  return { calendar: 'lunar', year: null, month, day: random.between(1, 30), leap: false };
};

/** Where people's IDs were first issued: GB/T 2260 district codes. */
const districts: readonly [string, ...string[]] = [
  ...(['330102', '330105', '330106', '330108', '330110', '330109', '330402', '330602', '330502', '330211'] as const),
  ...(['310115', '320506', '341002', '361102', '410105', '420106', '510104', '110105'] as const),
];

/** A resident ID (GB 11643) that agrees with the birthday and the sex, or null where the day of birth is not known. */
export const residentIdOf = (random: Random, birthday: Birthday | null, gender: 'male' | 'female'): string | null => {
  if (birthday?.calendar !== 'solar' || birthday.year === null) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  const order = random.between(0, 99) * 10 + random.below(5) * 2 + (gender === 'male' ? 1 : 0);
  const body = `${random.pick(districts)}${birthday.year}${two(birthday.month)}${two(birthday.day)}${String(order).padStart(3, '0')}`;
  return body + residentIdCheckDigit(body);
};
