import type { ImportKind, ImportSummary } from '../../contract/imports.ts';
import type { RowProblem } from '../../domain/import/cell.ts';
import type { MemberRow } from '../../domain/import/memberRow.ts';
import type { ServiceOrderRow } from '../../domain/import/serviceOrderRow.ts';
import type { Planned } from './planned.ts';

export interface Tally {
  skipped(): void;
  /** a row that its own cells refuse */
  refused(): void;
  planned(row: unknown, planned: Planned, problems: readonly RowProblem[]): void;
  summary(): ImportSummary;
}

/** Counts rows by what becomes of them; sums are over the accepted rows only. */
export const tally = (kind: ImportKind): Tally => {
  const counts = { rows: 0, accepted: 0, created: 0, updated: 0, same: 0, warnings: 0, errors: 0, skipped: 0 };
  const tiers: Record<string, number> = {};
  let unknownVehicle = 0;
  let repeatedOrder = 0;
  let amountFen = 0;
  let cumulative = 0;
  let redeemable = 0;

  const sum = (row: unknown): void => {
    if (kind === 'members') {
      const member = row as MemberRow;
      cumulative += member.cumulativePoints;
      redeemable += member.redeemablePoints;
      tiers[member.tier] = (tiers[member.tier] ?? 0) + 1;
    }
    if (kind === 'service-orders') amountFen += (row as ServiceOrderRow).amountFen;
  };

  return {
    skipped: () => {
      counts.rows++;
      counts.skipped++;
    },
    refused: () => {
      counts.rows++;
      counts.errors++;
    },
    planned: (row, planned, problems) => {
      counts.rows++;
      switch (planned.fate) {
        case 'error':
          counts.errors++;
          return;
        case 'unknownVehicle':
          unknownVehicle++;
          return;
        case 'repeated':
          repeatedOrder++;
          return;
        case 'new':
          counts.created++;
          break;
        case 'changed':
          counts.updated++;
          break;
        case 'same':
          counts.same++;
          break;
      }
      counts.accepted++;
      if ([...problems, ...planned.problems].some((problem) => problem.level === 'warning')) counts.warnings++;
      sum(row);
    },
    summary: () => ({
      ...counts,
      ...(kind === 'members' ? { cumulative_points: cumulative, redeemable_points: redeemable, by_tier: tiers } : {}),
      ...(kind === 'service-orders'
        ? { unknown_vehicle: unknownVehicle, repeated_order: repeatedOrder, amount_fen: amountFen }
        : {}),
    }),
  };
};
