import type { Settings } from '../../../db/contract/settings.ts';
import { complaintSettingProblems } from '../../../db/domain/complaints/settingProblems.ts';
import { shippedHolidays } from '../../../db/domain/holidays.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import { formReader, type Reading } from './formReader.ts';

/** A day on which the plain week does not hold, as typed. */
export interface HolidayText {
  readonly day: string;
  /** 休, or 班: a 调休 working day */
  readonly off: boolean;
  readonly name: string;
}

export interface YearText {
  readonly year: number;
  readonly days: readonly HolidayText[];
}

/** 节假日 while they are typed: the years that the store entered itself. */
interface HolidaysForm {
  readonly years: readonly YearText[];
}

export const holidaysForm = (years: Settings['holidayYears']): HolidaysForm => ({
  years: years.map(({ year, days }) => ({ year, days: days.map(({ day, off, name }) => ({ day, off, name })) })),
});

/** What a year begins with once it is entered: the shipped table, which may be empty. */
export const yearToEdit = (year: number): YearText => ({
  year,
  days: shippedHolidays(year).map(({ day, off, name }) => ({ day, off, name })),
});

const most = 120;

/** Paths: `YEAR.INDEX.day`, `YEAR.INDEX.name`, `YEAR`. The days are kept in order. */
export const readHolidays = (form: HolidaysForm): Reading<Settings['holidayYears']> => {
  const reader = formReader();
  const years = form.years
    .map(({ year, days }) => {
      if (days.length > most) reader.wrong(String(year), { reason: 'too-many', values: { most } });
      const read = days.map(({ day, off, name }, at) => {
        const known = dayOrNull(day);
        if (known === null) {
          reader.wrong(`${year}.${at}.day`, { reason: day.trim() === '' ? 'required' : 'day-invalid' });
        }
        if (name.trim() === '') reader.wrong(`${year}.${at}.name`, { reason: 'required' });
        return { day: known ?? `${year}-01-01`, off, name: name.trim() };
      });
      return { year, days: read };
    })
    .sort((a, b) => a.year - b.year);
  if (Object.keys(reader.problems).length === 0) {
    for (const { path, reason } of complaintSettingProblems('holidayYears', years)) {
      const [year = '', , index = ''] = path.split('.');
      if (reason === 'day-twice' || reason === 'day-of-another-year') {
        reader.wrong(`${years[Number(year)]?.year}.${index}.day`, { reason });
      }
    }
  }
  return reader.done(
    years.map(({ year, days }) => ({ year, days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)) })),
  );
};
