import { ageOn, isBirthday } from '../../../db/domain/birthday.ts';
import type { CheckMark } from './checkMark.ts';
import type { Birthday } from './shapes.ts';

/** A birthday while it is typed: every part is text, '' where nothing is known. */
export interface BirthdayDraft {
  readonly calendar: 'solar' | 'lunar';
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly leap: boolean;
}

export const noBirthday: BirthdayDraft = { calendar: 'solar', year: '', month: '', day: '', leap: false };

export const birthdayDraftOf = (birthday: Birthday | null): BirthdayDraft =>
  birthday === null
    ? noBirthday
    : {
        calendar: birthday.calendar,
        year: birthday.year === null ? '' : String(birthday.year),
        month: String(birthday.month),
        day: String(birthday.day),
        leap: birthday.leap,
      };

const whole = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);

/** The birthday meant, null where month or day is missing or no number. Whether such a day exists is asked of `checkBirthday`. */
export const birthdayOf = (draft: BirthdayDraft): Birthday | null => {
  const month = whole(draft.month);
  const day = whole(draft.day);
  if (month === null || day === null) return null;
  const year = whole(draft.year);
  return { calendar: draft.calendar, year, month, day, leap: draft.calendar === 'lunar' && draft.leap };
};

/** Empty is fine; a part without the rest, a day that never was, or one that lies ahead is an error. */
export const checkBirthday = (draft: BirthdayDraft, today: string): CheckMark | null => {
  const empty = [draft.year, draft.month, draft.day].every((part) => part.trim() === '');
  if (empty) return null;
  const birthday = birthdayOf(draft);
  if (birthday === null) return { level: 'error', reason: 'birthday-incomplete' };
  if (draft.year.trim() !== '' && whole(draft.year) === null) return { level: 'error', reason: 'birthday-invalid' };
  if (!isBirthday(birthday)) {
    const { year, month, leap } = birthday;
    if (leap && year !== null && isBirthday({ ...birthday, leap: false })) {
      return { level: 'error', reason: 'leap-month-none', values: { year, month } };
    }
    return { level: 'error', reason: 'birthday-invalid' };
  }
  if (birthday.year !== null && ageOn(birthday, today) === null) return { level: 'error', reason: 'birthday-future' };
  return null;
};
