import { instantOf } from '../../../db/domain/zonedTime.ts';
import { checkComer, comesOf, knownCustomer, nobody, type WhoDraft, type WhoProblem } from '../board/whoDraft.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import { kmOrNull, markKm } from '../customer/vehicleDraft.ts';
import { timeOrNull } from '../customer/visitDraft.ts';
import type { Row, SignInInput } from './shapes.ts';

/** A row of a sign-in sheet while it is entered. */
export interface SignInDraft {
  readonly who: WhoDraft;
  readonly day: string;
  readonly time: string;
  readonly mileage: string;
  readonly note: string;
}

/** Whom the booking names; nobody on an empty row. */
export const printedWho = (row: Row): WhoDraft => {
  if (row.appointmentId === null) return nobody;
  if (row.customerId === null) return { ...nobody, stranger: true, name: row.name ?? '' };
  const { vehicleId } = row;
  const vehicles = vehicleId === null ? [] : [{ id: vehicleId, plate: row.plate, series: row.series }];
  return knownCustomer(row.customerId, row.name ?? '', vehicles, vehicleId ?? undefined);
};

export const signInDraft = (row: Row, sheetDay: string): SignInDraft => ({
  who: printedWho(row),
  day: sheetDay,
  time: '',
  mileage: '',
  note: '',
});

export interface SignInContext {
  /** UTC ms */
  readonly now: number;
  readonly timeZone: string;
}

export type SignInProblem = WhoProblem | 'day-invalid' | 'time-invalid' | 'future' | 'km-invalid';

const arrivalOf = ({ day, time }: SignInDraft, timeZone: string): number | null => {
  const known = dayOrNull(day);
  const clock = timeOrNull(time);
  return known !== null && clock !== null ? instantOf(known, clock, timeZone) : null;
};

/** By the field beside which it is said. */
export const checkSignIn = (
  draft: SignInDraft,
  row: Row,
  { now, timeZone }: SignInContext,
): Readonly<Partial<Record<string, SignInProblem>>> => {
  const at = arrivalOf(draft, timeZone);
  return {
    ...checkComer(draft.who, row.appointmentId !== null),
    ...(dayOrNull(draft.day) === null ? { day: 'day-invalid' as const } : {}),
    ...(timeOrNull(draft.time) === null
      ? { time: 'time-invalid' as const }
      : at !== null && at > now
        ? { time: 'future' as const }
        : {}),
    ...(markKm(draft.mileage, null)?.level === 'error' ? { mileage: 'km-invalid' as const } : {}),
  };
};

/** As the store takes it; null while something is wrong with it. */
export const signInInputOf = (
  code: string,
  draft: SignInDraft,
  row: Row,
  context: SignInContext,
): Omit<SignInInput, 'requestId'> | null => {
  const at = arrivalOf(draft, context.timeZone);
  if (at === null || Object.keys(checkSignIn(draft, row, context)).length > 0) return null;
  return { code, at, ...comesOf(draft.who), mileage: kmOrNull(draft.mileage), note: draft.note.trim() || null };
};
