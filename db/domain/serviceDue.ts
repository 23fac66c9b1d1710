import { addMonths, type Day } from './day.ts';

/** The store's bands in months (domain: visits and loss). Defaults are a public requirements draft's. */
export interface ServiceBands {
  /** 首保: first service after delivery */
  firstFromMonths: number;
  firstToMonths: number;
  /** 定保: next service after the last visit */
  nextFromMonths: number;
  nextToMonths: number;
  /** 流失: without a visit from … through … months; beyond that the vehicle is gone for good */
  lostFromMonths: number;
  lostToMonths: number;
}

export const defaultServiceBands: ServiceBands = {
  firstFromMonths: 3,
  firstToMonths: 12,
  nextFromMonths: 5,
  nextToMonths: 12,
  lostFromMonths: 13,
  lostToMonths: 24,
};

export interface ServiceWindow {
  kind: 'first' | 'next';
  fromDay: Day;
  toDay: Day;
}

/** When the next service is due: from the last visit, or from delivery where there has been none; null where neither is known. */
export function serviceWindow(
  facts: { deliveryDay: Day | null; lastVisitDay: Day | null },
  bands: ServiceBands = defaultServiceBands,
): ServiceWindow | null {
  const { deliveryDay, lastVisitDay } = facts;
  if (lastVisitDay && (!deliveryDay || lastVisitDay > deliveryDay)) {
    return {
      kind: 'next',
      fromDay: addMonths(lastVisitDay, bands.nextFromMonths),
      toDay: addMonths(lastVisitDay, bands.nextToMonths),
    };
  }
  if (!deliveryDay) return null;
  return {
    kind: 'first',
    fromDay: addMonths(deliveryDay, bands.firstFromMonths),
    toDay: addMonths(deliveryDay, bands.firstToMonths),
  };
}

/** `recent` not due yet, `due` in the window, `overdue` past it, `lost` 流失, `gone` beyond the band of loss. */
export type ServiceState = 'recent' | 'due' | 'overdue' | 'lost' | 'gone' | 'unknown';

export function serviceState(
  facts: { deliveryDay: Day | null; lastVisitDay: Day | null },
  today: Day,
  bands: ServiceBands = defaultServiceBands,
): ServiceState {
  const window = serviceWindow(facts, bands);
  if (!window) return 'unknown';
  const { deliveryDay, lastVisitDay } = facts;
  const contact = window.kind === 'next' ? lastVisitDay : deliveryDay;
  if (!contact || today < window.fromDay) return 'recent';
  if (today > addMonths(contact, bands.lostToMonths)) return 'gone';
  if (today >= addMonths(contact, bands.lostFromMonths)) return 'lost';
  return today <= window.toDay ? 'due' : 'overdue';
}

/** Visits in the last 12 months: A ≥ 4, B 2–3, C 1, D none. */
export type VisitGrade = 'A' | 'B' | 'C' | 'D';

export function visitGrade(
  visitsIn12Months: number,
  bands: { a: number; b: number; c: number } = { a: 4, b: 2, c: 1 },
): VisitGrade {
  if (visitsIn12Months >= bands.a) return 'A';
  if (visitsIn12Months >= bands.b) return 'B';
  return visitsIn12Months >= bands.c ? 'C' : 'D';
}
