import type { Connection } from '../connection.ts';

/** What planning a file may use: the store to look things up in, and what new rows are marked with. */
export interface PlanContext {
  readonly connection: Connection;
  readonly newId: () => string;
  /** UTC ms */
  readonly at: number;
  readonly source: string;
  readonly byName: string;
  /** The store's day, on which a reading without a day is filed. */
  readonly today: string;
}
