import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type { Connection } from './connection.ts';
import type { CommandContext } from './handler.ts';
import type { SearchQueue } from './searchQueue.ts';

/** What a command gets that writes 100,000 rows: the bare connection beside Kysely's. */
export interface BulkAccess {
  readonly connection: Connection;
  readonly db: Kysely<Tables>;
  readonly dataDir: string;
  readonly queue: SearchQueue;
  /** the audit row that will be written with it */
  readonly command: number;
}
export type BulkCommand = (access: BulkAccess, input: unknown, ctx: CommandContext) => unknown;
