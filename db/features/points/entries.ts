import { CompiledQuery, type Insertable } from 'kysely';
import type { Explanation } from '../../contract/points.ts';
import type { Day } from '../../domain/day.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, WriteDb } from '../../store/handler.ts';

/** Which of its two deltas each may move is the schema's and domain: points' table. */
export type EntryKind = Explanation['entries'][number]['kind'];

/** The document that gave or took points; it does so once per kind unless reversed. */
export interface PointsSource {
  readonly kind:
    | 'visit'
    | 'card'
    | 'lot'
    | 'membership'
    | 'membershipEvent'
    | 'voucher'
    | 'approval'
    | 'transfer'
    | 'compensation';
  readonly id: string;
}

export interface NewEntry {
  readonly membershipId: string;
  readonly kind: EntryKind;
  /** points */
  readonly cumulative: number;
  /** points */
  readonly redeemable: number;
  /** code of the tier for which it counts in reports */
  readonly tier: string;
  /** the store's day to which it belongs */
  readonly day: Day;
  readonly source: PointsSource | null;
  /** the rule version: the day from which the rule holds that gave it; null where no rule did */
  readonly ruleDay: Day | null;
  readonly reverses?: string;
  readonly reason?: string;
  /** how it was worked out, for 如何算出 */
  readonly detail?: unknown;
}

/** One movement of redeemable points: into (+) or out of (−) a lot, or with `lotId` null paying (+) or making (−) a debt. */
export interface Move {
  readonly lotId: string | null;
  readonly points: number;
}

export interface NewLot {
  readonly id: string;
  readonly lastDay: Day;
}

/** What the ledger needs of a command: when, who, and ids. */
export type LedgerContext = Pick<CommandContext, 'now' | 'today' | 'newId' | 'actor'>;

/**
 * Rows without Kysely's building and compiling: every award writes three tables, and a desk waits for them. Columns are the first
 * row's keys, always in the same order, so that each statement is prepared once.
 */
const insert = async <T extends 'pointsEntry' | 'pointsLot' | 'pointsMove'>(
  db: WriteDb,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const row = `(${columns.map(() => '?').join(', ')})`;
  const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map(() => row).join(', ')}`;
  await db.executeQuery(
    CompiledQuery.raw(
      text,
      rows.flatMap((each) => Object.values(each)),
    ),
  );
};

/** Writes an entry with its lots and moves. The moves' sum must be its redeemable points: anything else is a mistake of ours. */
export const writeEntry = async (
  db: WriteDb,
  ctx: LedgerContext,
  entry: NewEntry,
  lots: readonly NewLot[],
  moves: readonly Move[],
): Promise<string> => {
  const moved = moves.filter(({ points }) => points !== 0);
  const sum = moved.reduce((total, { points }) => total + points, 0);
  if (sum !== entry.redeemable) throw new Error(`points entry ${entry.kind}: moves ${sum} of ${entry.redeemable}`);
  const id = ctx.newId();
  const row: Insertable<Tables['pointsEntry']> = {
    id,
    membershipId: entry.membershipId,
    kind: entry.kind,
    cumulative: entry.cumulative,
    redeemable: entry.redeemable,
    tier: entry.tier,
    day: entry.day,
    at: ctx.now(),
    byName: ctx.actor.name,
    sourceKind: entry.source?.kind ?? null,
    sourceId: entry.source?.id ?? null,
    ruleDay: entry.ruleDay,
    reverses: entry.reverses ?? null,
    reason: entry.reason ?? null,
    detail: JSON.stringify(entry.detail ?? {}),
  };
  await insert(db, 'pointsEntry', [row]);
  const owned = { membershipId: entry.membershipId, entryId: id };
  await insert(
    db,
    'pointsLot',
    lots.map((lot) => ({ id: lot.id, ...owned, lastDay: lot.lastDay })),
  );
  await insert(
    db,
    'pointsMove',
    moved.map((move) => ({ entryId: id, lotId: move.lotId, points: move.points })),
  );
  return id;
};
