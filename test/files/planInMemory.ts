import type { RowProblem } from '../../db/domain/import/cell.ts';
import { checkCustomerRow } from '../../db/domain/import/customerRow.ts';
import { checkMemberRow } from '../../db/domain/import/memberRow.ts';
import { checkServiceOrderRow } from '../../db/domain/import/serviceOrderRow.ts';
import { nameKey } from '../../db/domain/personName.ts';
import { openImport } from '../../db/files/importTable.ts';
import { readTable } from '../../db/files/readTable.ts';

/** What the store's plan counts, matched here against nothing but the file itself. */
export interface Counts {
  rows: number;
  accepted: number;
  created: number;
  updated: number;
  same: number;
  warnings: number;
  errors: number;
  skipped: number;
}

const zero = (): Counts => ({
  rows: 0,
  accepted: 0,
  created: 0,
  updated: 0,
  same: 0,
  warnings: 0,
  errors: 0,
  skipped: 0,
});
const context = { today: '2026-11-22' };

function countWarning(counts: Counts, problems: readonly RowProblem[]): void {
  if (problems.some((problem) => problem.level === 'warning')) counts.warnings += 1;
}

export async function planCustomers(source: string | Uint8Array) {
  const counts = zero();
  const known = new Map<string, Set<string>>();
  const vehicles = new Set<string>();
  const problems: { row: number; code: string }[] = [];
  for await (const row of (await openImport(await readTable(source), 'customers')).rows()) {
    counts.rows += 1;
    if (row.blank) {
      counts.skipped += 1;
      continue;
    }
    const checked = checkCustomerRow(row.fields, { ...context, formulas: row.formulas });
    for (const { code } of checked.problems) problems.push({ row: row.number, code });
    if (!checked.row) {
      counts.errors += 1;
      continue;
    }
    const key = `${nameKey(checked.row.name)}|${checked.row.phones[0]?.number ?? ''}`;
    const seen = known.get(key);
    const text = JSON.stringify(checked.row);
    if (!seen) counts.created += 1;
    else if (seen.has(text)) counts.same += 1;
    else counts.updated += 1;
    known.set(key, (seen ?? new Set<string>()).add(text));
    if (checked.row.vin) vehicles.add(checked.row.vin);
    counts.accepted += 1;
    countWarning(counts, checked.problems);
  }
  return { counts, vehicles, problems };
}

export async function planMembers(source: string | Uint8Array, tiers: readonly string[]) {
  const counts = zero();
  const cards = new Set<string>();
  const tierCounts: Record<string, number> = {};
  let cumulative = 0;
  let redeemable = 0;
  const codes: Record<string, number> = {};
  for await (const row of (await openImport(await readTable(source), 'members')).rows()) {
    counts.rows += 1;
    if (row.blank) {
      counts.skipped += 1;
      continue;
    }
    const checked = checkMemberRow(row.fields, { ...context, formulas: row.formulas, tiers });
    const code = checked.problems.find((problem) => problem.level === 'error')?.code;
    if (!checked.row || cards.has(checked.row.cardNumber)) {
      const name = code ?? 'card-repeated';
      codes[name] = (codes[name] ?? 0) + 1;
      counts.errors += 1;
      continue;
    }
    cards.add(checked.row.cardNumber);
    counts.accepted += 1;
    counts.created += 1;
    countWarning(counts, checked.problems);
    tierCounts[checked.row.tier] = (tierCounts[checked.row.tier] ?? 0) + 1;
    cumulative += checked.row.cumulativePoints;
    redeemable += checked.row.redeemablePoints;
  }
  return { counts, tierCounts, cumulative, redeemable, codes };
}

export async function planServiceOrders(source: string | Uint8Array, vehicles: ReadonlySet<string>) {
  const counts = zero();
  const orders = new Set<string>();
  let unknownVehicle = 0;
  let repeatedOrder = 0;
  let amountFen = 0;
  for await (const row of (await openImport(await readTable(source), 'service-orders')).rows()) {
    counts.rows += 1;
    if (row.blank) {
      counts.skipped += 1;
      continue;
    }
    const checked = checkServiceOrderRow(row.fields, { ...context, formulas: row.formulas });
    if (!checked.row) counts.errors += 1;
    else if (orders.has(checked.row.orderNo)) repeatedOrder += 1;
    else if (!vehicles.has(checked.row.vin ?? '')) unknownVehicle += 1;
    else {
      counts.accepted += 1;
      amountFen += checked.row.amountFen;
      countWarning(counts, checked.problems);
    }
    if (checked.row) orders.add(checked.row.orderNo);
  }
  return { counts, unknownVehicle, repeatedOrder, amountFen };
}
