import { addMonths, type Day, endOfMonth } from './day.ts';

/** 非营运私家车 / 公务车 / 出租车 / 网约车 */
export type VehicleUse = 'private' | 'official' | 'taxi' | 'rideHailing';

/** `label` 申领检验标志 (no visit to the line), `test` 上线检测. */
export type InspectionKind = 'label' | 'test';

/** One stretch of a vehicle's life: from `fromMonth` (months since registration, not itself due) an inspection every `everyMonths`. */
export interface InspectionStretch {
  fromMonth: number;
  everyMonths: number;
  kind: InspectionKind;
  /** Months since registration at which a label is not enough. */
  testAtMonths?: readonly number[];
}

/** A version of the table: a due day decided under one is explained by it later. Stretches in order, the last one open. */
export interface InspectionTable {
  version: string;
  /** First day on which it holds. */
  validFrom: Day;
  uses: Readonly<Record<VehicleUse, readonly InspectionStretch[]>>;
}

const nonOperating: readonly InspectionStretch[] = [
  { fromMonth: 0, everyMonths: 24, kind: 'label', testAtMonths: [72, 120] },
  { fromMonth: 120, everyMonths: 12, kind: 'test' },
];
const operating: readonly InspectionStretch[] = [
  { fromMonth: 0, everyMonths: 12, kind: 'test' },
  { fromMonth: 60, everyMonths: 6, kind: 'test' },
];

/**
 * Shipped default, the rule of October 2022: cars of up to 9 seats that carry nobody for money (private and official) take a
 * label every 2 years, a test in years 6 and 10, a test every year after 10; those that do, a test every year for 5 years,
 * then every half. The store edits it.
 */
export const inspectionTable2022: InspectionTable = {
  version: '2022-10',
  validFrom: '2022-10-01',
  uses: { private: nonOperating, official: nonOperating, taxi: operating, rideHailing: operating },
};

export interface Inspection {
  /** The last day: the end of the month of registration. */
  dueDay: Day;
  /** From this day on it can be done. */
  fromDay: Day;
  kind: InspectionKind;
  /** Months since registration. */
  month: number;
  version: string;
}

/** The inspection that falls due on `today` or later; null before the vehicle has a registration day or where no stretch says. */
export function nextInspection(
  firstRegistrationDay: Day,
  use: VehicleUse,
  today: Day,
  table: InspectionTable = inspectionTable2022,
): Inspection | null {
  const stretches = table.uses[use];
  let month = 0;
  for (;;) {
    const stretch = stretches.findLast((candidate) => candidate.fromMonth <= month);
    if (!stretch || stretch.everyMonths < 1) return null;
    const following = stretches.find((candidate) => candidate.fromMonth > month);
    // A stretch that ends between two of its inspections hands over at its end.
    month = Math.min(month + stretch.everyMonths, following?.fromMonth ?? Number.POSITIVE_INFINITY);
    const dueDay = endOfMonth(addMonths(`${firstRegistrationDay.slice(0, 8)}01`, month));
    if (dueDay < today) continue;
    const kind = stretch.testAtMonths?.includes(month) ? 'test' : stretch.kind;
    return { dueDay, fromDay: `${addMonths(`${dueDay.slice(0, 8)}01`, -2)}`, kind, month, version: table.version };
  }
}

/** The table that holds on a day: the latest whose first day is not after it. */
export function inspectionTableOn(day: Day, tables: readonly InspectionTable[]): InspectionTable {
  const held = tables.filter((table) => table.validFrom <= day).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return held.at(-1) ?? inspectionTable2022;
}
