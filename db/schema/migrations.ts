import type { Kysely } from 'kysely';
import * as base from './migrations/0010_base.ts';
import * as customers from './migrations/0020_customers.ts';
import * as vehicles from './migrations/0030_vehicles.ts';
import * as visits from './migrations/0040_visits.ts';
import * as search from './migrations/0050_search.ts';
import * as members from './migrations/0060_members.ts';
import * as imports from './migrations/0070_imports.ts';
import * as board from './migrations/0080_board.ts';
import * as prospects from './migrations/0090_prospects.ts';
import * as recalls from './migrations/0100_recalls.ts';
import * as accounts from './migrations/0110_accounts.ts';
import * as merge from './migrations/0120_merge.ts';
import * as owners from './migrations/0130_owners.ts';
import * as savedFilters from './migrations/0140_saved_filters.ts';
import * as vehiclesInUse from './migrations/0145_vehicles_in_use.ts';
import * as membership from './migrations/0150_membership.ts';
import * as points from './migrations/0160_points.ts';
import * as rewards from './migrations/0170_rewards.ts';
import * as printing from './migrations/0180_printing.ts';
import * as searchPieces from './migrations/0185_search_pieces.ts';
import * as complaints from './migrations/0190_complaints.ts';
import * as enquiries from './migrations/0200_enquiries.ts';
import * as tasks from './migrations/0210_tasks.ts';
import * as callSheets from './migrations/0220_callSheets.ts';
import * as surveys from './migrations/0230_surveys.ts';
import * as deliveries from './migrations/0240_deliveries.ts';
import * as clubServices from './migrations/0250_clubServices.ts';
import * as paper from './migrations/0260_paper.ts';

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
  { number: 80, name: 'board', up: board.up },
  { number: 90, name: 'prospects', up: prospects.up },
  { number: 100, name: 'recalls', up: recalls.up },
  { number: 110, name: 'accounts', up: accounts.up },
  { number: 120, name: 'merge', up: merge.up },
  { number: 130, name: 'owners', up: owners.up },
  { number: 140, name: 'savedFilters', up: savedFilters.up },
  { number: 145, name: 'vehiclesInUse', up: vehiclesInUse.up },
  { number: 150, name: 'membership', up: membership.up },
  { number: 160, name: 'points', up: points.up },
  { number: 170, name: 'rewards', up: rewards.up },
  { number: 180, name: 'printing', up: printing.up },
  { number: 185, name: 'searchPieces', up: searchPieces.up },
  { number: 190, name: 'complaints', up: complaints.up },
  { number: 200, name: 'enquiries', up: enquiries.up },
  { number: 210, name: 'tasks', up: tasks.up },
  { number: 220, name: 'callSheets', up: callSheets.up },
  { number: 230, name: 'surveys', up: surveys.up },
  { number: 240, name: 'deliveries', up: deliveries.up },
  { number: 250, name: 'clubServices', up: clubServices.up },
  { number: 260, name: 'paper', up: paper.up },
];

/** What a file's `user_version` is once all of them ran. */
export const newestSchema: number = migrations.at(-1)?.number ?? 0;
