import type { Kysely } from 'kysely';
import * as base from './migrations/0010_base.ts';
import * as customers from './migrations/0020_customers.ts';
import * as vehicles from './migrations/0030_vehicles.ts';
import * as visits from './migrations/0040_visits.ts';
import * as search from './migrations/0050_search.ts';
import * as members from './migrations/0060_members.ts';
import * as imports from './migrations/0070_imports.ts';

export interface Migration {
  /** becomes the file's `user_version`; rises in tens so that a fix can stand between */
  readonly number: number;
  readonly name: string;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}

/** In order. A released one is never edited: a change to the store is a new line at the end. */
export const migrations: readonly Migration[] = [
  { number: 10, name: 'base', up: base.up },
  { number: 20, name: 'customers', up: customers.up },
  { number: 30, name: 'vehicles', up: vehicles.up },
  { number: 40, name: 'visits', up: visits.up },
  { number: 50, name: 'search', up: search.up },
  { number: 60, name: 'members', up: members.up },
  { number: 70, name: 'imports', up: imports.up },
];

/** What a file's `user_version` is once all of them ran. */
export const newestSchema: number = migrations.at(-1)?.number ?? 0;
