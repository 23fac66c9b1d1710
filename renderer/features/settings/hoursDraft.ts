import type { Settings } from '../../../db/contract/settings.ts';
import { timeOrNull } from '../customer/visitDraft.ts';

export const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** One weekday of 营业时间 as typed; the times stay while it is marked as closed, to be had again. */
export interface DayHours {
  readonly open: boolean;
  readonly opens: string;
  readonly closes: string;
}

/** What a day is offered that was closed so far, HH:mm. */
const usual = { opens: '08:30', closes: '17:30' } as const;

export const weekOf = (kept: Settings['openingHours']): readonly DayHours[] =>
  kept.map((hours) => (hours ? { open: true, ...hours } : { open: false, ...usual }));

export type HoursProblem = 'time-invalid' | 'closes-before-opening';

/** Why a day's hours cannot be kept, and beside which of its two times to say so. */
export const problemOf = ({
  open,
  opens,
  closes,
}: DayHours): { readonly at: 'opens' | 'closes'; readonly problem: HoursProblem } | null => {
  if (!open) return null;
  const from = timeOrNull(opens);
  const to = timeOrNull(closes);
  if (from === null) return { at: 'opens', problem: 'time-invalid' };
  if (to === null) return { at: 'closes', problem: 'time-invalid' };
  return from < to ? null : { at: 'closes', problem: 'closes-before-opening' };
};

/** As it is kept: HH:mm, or null for a day on which the store is closed; null altogether while a day is wrong. */
export const hoursOf = (week: readonly DayHours[]): Settings['openingHours'] | null => {
  if (week.some((day) => problemOf(day) !== null)) return null;
  return week.map(({ open, opens, closes }) =>
    open ? { opens: timeOrNull(opens) ?? opens, closes: timeOrNull(closes) ?? closes } : null,
  );
};
