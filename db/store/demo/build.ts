import type { Connection } from '../connection.ts';
import type { Calendar } from './calendar.ts';
import type { DemoPlan } from './plan.ts';
import type { Random } from './random.ts';
import type { SeededIds } from './seededIds.ts';

/** What every step of one build shares. */
export interface DemoBuild {
  readonly connection: Connection;
  readonly random: Random;
  readonly ids: SeededIds;
  readonly dates: Calendar;
  readonly plan: DemoPlan;
  /** YYYY-MM-DD */
  readonly today: string;
  /** the day from which the store counts points itself, YYYY-MM-DD */
  readonly goLiveDay: string;
  /** the moment at which the store's last day stands, UTC ms */
  readonly now: number;
  /** ids of those who may log in, in the order of `demoStaff` */
  readonly staffIds: readonly string[];
  readonly customerId: (customer: number) => string;
  readonly vehicleId: (vehicle: number) => string;
  /** Lets the event loop turn and counts on. @throws CareError CANCELLED once the caller gave up */
  readonly pause: (done: number) => Promise<void>;
}

/** Rows between two pauses; a transaction ends with each. */
export const rowsInTurn = 5000;

/** Runs `write` for 0 … count - 1 in transactions of a turn each. */
export const inTurns = async (
  build: DemoBuild,
  count: number,
  from: number,
  write: (index: number) => void,
): Promise<void> => {
  const { connection } = build;
  for (let start = 0; start < count; start += rowsInTurn) {
    connection.exec('BEGIN');
    const end = Math.min(count, start + rowsInTurn);
    for (let index = start; index < end; index++) write(index);
    connection.exec('COMMIT');
    await build.pause(from + end);
  }
};
