import { holidayTable } from '../../domain/holidays.ts';
import { type Office, officeOf } from '../../domain/workingTime.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';

/** The office that was asked for last: it remembers its days, and finding a day's opening costs more than asking for the settings. */
let last: { readonly key: string; readonly office: Office } | null = null;

/** When the store works by the settings of a day: its opening hours, less holidays. */
export const officeOn = async (db: ReadDb, day: string, ctx: Pick<QueryContext, 'timeZone'>): Promise<Office> => {
  const { openingHours, holidayYears } = await settingsOn(db, day);
  const key = JSON.stringify([openingHours, holidayYears, ctx.timeZone]);
  if (last?.key !== key) {
    last = { key, office: officeOf(openingHours, holidayTable(holidayYears), ctx.timeZone) };
  }
  return last.office;
};
