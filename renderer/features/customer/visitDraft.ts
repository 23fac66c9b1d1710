import { parseYuan, plainYuan } from '../../../db/domain/money.ts';
import { memberPrice } from '../../../db/domain/rewards/memberPrice.ts';
import { instantOf } from '../../../db/domain/zonedTime.ts';
import type { CheckMark, CheckMarks } from './checkMark.ts';
import type { AddVisitInput, Category } from './shapes.ts';
import { dayOrNull } from './typedDay.ts';
import { kmOrNull, markKm } from './vehicleDraft.ts';

export interface VisitLineDraft {
  readonly category: Category;
  readonly description: string;
  /** yuan as typed */
  readonly amount: string;
  readonly list: string;
  readonly cost: string;
}

/** A visit while it is typed. */
export interface VisitDraft {
  readonly vehicleId: string;
  /** the store's day and time, as typed */
  readonly day: string;
  readonly time: string;
  readonly mileage: string;
  readonly orderNo: string;
  readonly adviser: string;
  readonly note: string;
  readonly lines: readonly VisitLineDraft[];
}

export const noLine: VisitLineDraft = {
  category: 'maintenanceLabour',
  description: '',
  amount: '',
  list: '',
  cost: '',
};

/** An amount in fen, null where nothing is typed or it is none. */
export const fenOrNull = (text: string): number | null => {
  const check = parseYuan(text);
  return check.ok && check.fen <= 10_000_000_000 ? check.fen : null;
};

/** 会员折扣 by category, in percent; empty for who has none. */
export type Discounts = Readonly<Partial<Record<Category, number>>>;

/** What the member pays for a line, as it would be typed; null where no list price or no discount says so. */
const memberAmount = (line: VisitLineDraft, discounts: Discounts): string | null => {
  const list = fenOrNull(line.list);
  const percent = discounts[line.category] ?? 0;
  return list === null || percent === 0 ? null : plainYuan(memberPrice(list, percent)).replace(/\.00$/, '');
};

/** The percent that is off this line, where what is received is the member's price; null where it was typed over. */
export const discountOn = (line: VisitLineDraft, discounts: Discounts): number | null => {
  const amount = memberAmount(line, discounts);
  return amount !== null && amount === line.amount ? (discounts[line.category] ?? null) : null;
};

/**
 * A line after something was typed into it. Where a list price is typed, what is received follows by the member's discount, until
 * somebody types over it.
 */
export const typedLine = (
  line: VisitLineDraft,
  change: Partial<VisitLineDraft>,
  discounts: Discounts,
): VisitLineDraft => {
  const next = { ...line, ...change };
  if (change.amount !== undefined || (change.list === undefined && change.category === undefined)) return next;
  const before = memberAmount(line, discounts);
  const follows = line.amount.trim() === '' || line.amount === before;
  if (!follows) return next;
  const after = memberAmount(next, discounts);
  if (after !== null) return { ...next, amount: after };
  // no discount any more: what was reckoned with it does not stay
  return before === null ? next : { ...next, amount: fenOrNull(next.list) === null ? '' : next.list };
};

const untouched = (line: VisitLineDraft): boolean =>
  [line.description, line.amount, line.list, line.cost].every((part) => part.trim() === '');

/** `9:5`, `0930`, `09：30` → 09:30; null where it is no time. */
export const timeOrNull = (text: string): string | null => {
  const match = /^(\d{1,2})[:：.时]?(\d{2})分?$/.exec(text.trim());
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return `${match[1]?.padStart(2, '0')}:${match[2]}`;
};

/** UTC ms of the arrival, null while day or time is none. */
export const arrivalOf = (draft: VisitDraft, timeZone: string): number | null => {
  const day = dayOrNull(draft.day);
  const time = timeOrNull(draft.time);
  return day !== null && time !== null ? instantOf(day, time, timeZone) : null;
};

export interface VisitTotals {
  readonly amountFen: number;
  /** list price where one is given, else what was received */
  readonly listFen: number;
}

export const totalsOf = (lines: readonly VisitLineDraft[]): VisitTotals => {
  let amountFen = 0;
  let listFen = 0;
  for (const line of lines) {
    const amount = fenOrNull(line.amount) ?? 0;
    amountFen += amount;
    listFen += fenOrNull(line.list) ?? amount;
  }
  return { amountFen, listFen };
};

const error = (reason: CheckMark['reason']): CheckMark => ({ level: 'error', reason });

const markLine = (line: VisitLineDraft): Record<string, CheckMark | null> => {
  const amount = fenOrNull(line.amount);
  const list = fenOrNull(line.list);
  const bad = (text: string) => (text.trim() !== '' && fenOrNull(text) === null ? error('amount-invalid') : null);
  const lower: CheckMark = { level: 'warning', reason: 'list-lower' };
  return {
    amountFen: bad(line.amount) ?? (amount === null && !untouched(line) ? error('amount-missing') : null),
    listFen: bad(line.list) ?? (amount !== null && list !== null && list < amount ? lower : null),
    costFen: bad(line.cost),
  };
};

/** `now` is UTC ms; `lastKm` the vehicle's latest reading. Lines that nobody touched do not count. */
export const checkVisit = (
  draft: VisitDraft,
  context: { readonly now: number; readonly timeZone: string; readonly lastKm: number | null },
): CheckMarks => {
  const arrival = arrivalOf(draft, context.timeZone);
  const found: Record<string, CheckMark | null> = {
    vehicleId: draft.vehicleId === '' ? error('required') : null,
    day: dayOrNull(draft.day) === null ? error('day-invalid') : null,
    time: timeOrNull(draft.time) === null ? error('time-invalid') : null,
    mileage: markKm(draft.mileage, context.lastKm),
    lines: draft.lines.every(untouched) ? error('lines-required') : null,
  };
  if (arrival !== null && arrival > context.now) found['arrivedAt'] = error('arrival-future');
  draft.lines.forEach((line, index) => {
    for (const [part, mark] of Object.entries(markLine(line))) found[`lines.${index}.${part}`] = mark;
  });
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, CheckMark] => entry[1] !== null));
};

const known = (text: string): string | null => text.trim() || null;

/**
 * The visit as the store takes it, null while `checkVisit` still finds an error. Cost goes along for managers only.
 *
 * @param afterVouchersFen received for each line of the draft once vouchers are taken off, fen; what they paid for stays on record
 *   as the list price
 */
export const visitInputOf = (
  draft: VisitDraft,
  timeZone: string,
  withCost: boolean,
  afterVouchersFen: readonly number[] = [],
): Omit<AddVisitInput, 'requestId'> | null => {
  const arrivedAt = arrivalOf(draft, timeZone);
  if (arrivedAt === null) return null;
  return {
    vehicleId: draft.vehicleId,
    orderNo: known(draft.orderNo),
    arrivedAt,
    mileage: kmOrNull(draft.mileage),
    adviser: known(draft.adviser),
    note: known(draft.note),
    lines: draft.lines
      .map((line, at) => ({ line, typedFen: fenOrNull(line.amount) ?? 0, afterFen: afterVouchersFen[at] }))
      .filter(({ line }) => !untouched(line))
      .map(({ line, typedFen, afterFen = typedFen }) => ({
        category: line.category,
        description: known(line.description),
        amountFen: afterFen,
        listFen: fenOrNull(line.list) ?? (afterFen < typedFen ? typedFen : null),
        costFen: withCost ? fenOrNull(line.cost) : null,
      })),
  };
};
