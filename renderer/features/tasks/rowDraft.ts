import { addDays } from '../../../db/domain/day.ts';
import { instantOf } from '../../../db/domain/zonedTime.ts';
import type { Answer, Asked, api } from '../../lib/api.ts';
import { dayOf, timeOf } from '../../lib/formats.ts';
import { type DayTime, instantOfTyped } from '../complaints/DayTimeFields.tsx';
import type { Outcome } from './shapes.ts';

export type SheetRow = Answer<typeof api.tasks.sheetRow>;
type EnterInput = Omit<Asked<typeof api.tasks.enterRow>, 'requestId'>;

/** What is entered of a row; days and times left empty are those that are proposed. */
export interface RowDraft {
  readonly outcome: Outcome | '';
  readonly note: string;
  /** of the call */
  readonly day: string;
  readonly time: string;
  /** of the call that was agreed on */
  readonly nextDay: string;
  readonly nextTime: string;
}

export const emptyRow: RowDraft = { outcome: '', note: '', day: '', time: '', nextDay: '', nextTime: '' };

export interface RowContext {
  /** UTC ms */
  readonly now: number;
  readonly timeZone: string;
  /** the day of the sheet */
  readonly sheetDay: string;
}

/** Without a word on the paper a call of another day was at this time. */
const someTime = '12:00';

/** When the call was: on the day of the sheet; on this day, now. */
export const calledTyped = ({ day, time }: RowDraft, { now, timeZone, sheetDay }: RowContext): DayTime => ({
  day: day || sheetDay,
  time: time || ((day || sheetDay) === dayOf(now, timeZone) ? timeOf(now, timeZone) : someTime),
});

export const againTyped = ({ nextDay, nextTime }: RowDraft, { now, timeZone }: RowContext): DayTime => ({
  day: nextDay || addDays(dayOf(now, timeZone), 1),
  time: nextTime || '10:00',
});

export type RowProblem = 'outcome-missing' | 'day-invalid' | 'early' | 'future' | 'past';
export type RowPath = 'outcome' | 'called' | 'next';

export const checkRow = (draft: RowDraft, context: RowContext): Readonly<Partial<Record<RowPath, RowProblem>>> => {
  const { now, timeZone, sheetDay } = context;
  const called = instantOfTyped(calledTyped(draft, context), timeZone);
  const next = instantOfTyped(againTyped(draft, context), timeZone);
  const calledProblem: RowProblem | null =
    called === null
      ? 'day-invalid'
      : called > now
        ? 'future'
        : called < instantOf(sheetDay, '00:00', timeZone)
          ? 'early'
          : null;
  const nextProblem: RowProblem | null = next === null ? 'day-invalid' : next <= now ? 'past' : null;
  return {
    ...(draft.outcome === '' ? { outcome: 'outcome-missing' as const } : {}),
    ...(calledProblem ? { called: calledProblem } : {}),
    ...(draft.outcome === 'callBack' && nextProblem ? { next: nextProblem } : {}),
  };
};

/** As the store takes it; 不再联系 has an entry of its own. Null while something is wrong with it. */
export const rowInputOf = (
  code: string,
  draft: RowDraft,
  context: RowContext,
): (Omit<EnterInput, 'outcome'> & { readonly outcome: Outcome }) | null => {
  const at = instantOfTyped(calledTyped(draft, context), context.timeZone);
  const { outcome } = draft;
  if (outcome === '' || at === null || Object.keys(checkRow(draft, context)).length > 0) return null;
  const nextAt = outcome === 'callBack' ? instantOfTyped(againTyped(draft, context), context.timeZone) : null;
  return { code, outcome, at, note: draft.note.trim() || null, nextAt };
};
