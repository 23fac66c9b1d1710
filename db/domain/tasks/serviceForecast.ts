import { addDays, addMonths, type Day, daysBetween } from '../day.ts';

/** A line of the mileage log. */
export interface Reading {
  readonly day: Day;
  readonly km: number;
}

/** What lies further back says little of how the car is driven now. */
const months = 24;
/** between the first reading and the last, else the log says too little */
const leastDays = 30;
const leastKm = 500;

/** Readings before it do not count. */
export const forecastSince = (today: Day): Day => addMonths(today, -months);

/** Of one day the higher is the later. */
export const inOrder = (a: Reading, b: Reading): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.km - b.km);

/** How a car is driven, from the first and the last reading of two years. */
export interface Driving {
  readonly last: Reading;
  /** from the first reading to the last */
  readonly days: number;
  readonly km: number;
}

/** Null where the log says too little. @param log in any order */
export const drivingOf = (log: readonly Reading[], today: Day): Driving | null => {
  const since = forecastSince(today);
  const counted = log.filter(({ day }) => day >= since && day <= today).sort(inOrder);
  const [first, last] = [counted[0], counted.at(-1)];
  if (!first || !last) return null;
  const [days, km] = [daysBetween(first.day, last.day), last.km - first.km];
  return days < leastDays || km < leastKm ? null : { last, days, km };
};

/**
 * The day on which the next service is due by mileage (按里程预计保养日): km a day from the first and the last reading of two years, from the
 * last service on. Not before the last reading, for until then nobody knew. Null where the log says too little.
 *
 * @param log in any order
 * @param serviceKm at the last service
 */
export const serviceForecast = (
  log: readonly Reading[],
  serviceKm: number,
  everyKm: number,
  today: Day,
): Day | null => {
  const driving = drivingOf(log, today);
  if (!driving) return null;
  const { last, days, km } = driving;
  const left = serviceKm + everyKm - last.km;
  return left <= 0 ? last.day : addDays(last.day, Math.ceil((left * days) / km));
};
