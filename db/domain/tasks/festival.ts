import type { TaskTrigger } from '../../contract/taskTerms.ts';
import { nextOccurrence } from '../birthday.ts';
import { addDays, type Day } from '../day.ts';
import type { OpenBegins } from './window.ts';

type Festival = Pick<Extract<TaskTrigger, { kind: 'festival' }>, 'calendar' | 'month' | 'date'>;

/** The days between these on which a festival (节日) falls; the 30th of a lunar month that has 29 days is its last. */
export const festivalDays = ({ calendar, month, date }: Festival, days: OpenBegins): readonly Day[] => {
  const found: Day[] = [];
  const kept = { calendar, year: null, month, day: date, leap: false };
  for (let day = nextOccurrence(kept, days.from); day <= days.to; day = nextOccurrence(kept, addDays(day, 1))) {
    found.push(day);
  }
  return found;
};
