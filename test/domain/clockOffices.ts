import { holidayTable } from '../../db/domain/holidays.ts';
import type { OpenHours } from '../../db/domain/openingHours.ts';
import { type HolidayTable, type Office, officeOf } from '../../db/domain/workingTime.ts';

export const zone = 'Asia/Shanghai';
export const minute = 60_000;
export const hour = 60 * minute;

/** UTC ms of `2026-11-17 10:00` on a wall in Shanghai, which has had no summer time since 1991. */
export const at = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}:00+08:00`);

const nine: OpenHours = { opens: '09:00', closes: '18:00' };
const eight: OpenHours = { opens: '08:00', closes: '20:00' };

/** Monday to Friday 09–18 (9 h), Saturday 09–16 (7 h), closed on Sundays. */
export const sundaysClosed: readonly OpenHours[] = [
  nine,
  nine,
  nine,
  nine,
  nine,
  { opens: '09:00', closes: '16:00' },
  null,
];
/** Every day 08–20 (12 h). */
export const allWeek: readonly OpenHours[] = [eight, eight, eight, eight, eight, eight, eight];
/** Monday to Friday 09–18. */
export const weekdaysOnly: readonly OpenHours[] = [nine, nine, nine, nine, nine, null, null];

/** As shipped: 2026 as it was published, nothing of 2027. */
export const published: HolidayTable = holidayTable([]);

/**
 * INVENTED. Nothing of 2027 was published when this was written; 春节 (正月初一) is 2027-02-06. Off from Friday 02-05 to Thursday 02-11,
 * 调休 on Sunday 01-31 and Saturday 02-20.
 */
export const invented2027: HolidayTable = holidayTable([
  {
    year: 2027,
    days: [
      { day: '2027-01-31', off: false, name: '春节' },
      ...['05', '06', '07', '08', '09', '10', '11'].map((date) => ({
        day: `2027-02-${date}`,
        off: true,
        name: '春节',
      })),
      { day: '2027-02-20', off: false, name: '春节' },
    ],
  },
]);

export const office = (week: readonly OpenHours[], holidays: HolidayTable = published): Office =>
  officeOf(week, holidays, zone);
