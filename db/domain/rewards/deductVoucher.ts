import type { RewardKind } from '../../contract/rewards.ts';
import type { Category } from '../../contract/visits.ts';

export interface DeductedLine {
  readonly category: Category;
  /** 实收, fen, ≥ 0 */
  readonly amountFen: number;
}

export interface Deduction {
  /** what is received for each line afterwards, fen; never below 0 */
  readonly amountsFen: readonly number[];
  /** what came off in all, fen */
  readonly takenFen: number;
  /** of the voucher's worth, what there was nothing to take from, fen */
  readonly unusedFen: number;
}

/** A 工时券 pays for labour, never for what was put in. */
const labour: ReadonlySet<Category> = new Set(['maintenanceLabour', 'repairLabour']);

const pays = (kind: RewardKind, category: Category): boolean => kind === 'cash' || labour.has(category);

/** What comes off a bill for it: of goods and donations the worth is told, never deducted. */
const worthAtTill = (kind: RewardKind, valueFen: number | null): number =>
  kind === 'cash' || kind === 'labour' ? (valueFen ?? 0) : 0;

/**
 * Takes a voucher's worth (券面值) off what is received for the lines of a visit, in their order, each down to nothing before the next.
 *
 * @param valueFen null: it is worth nothing at the till, as a car wash
 */
export const deductVoucher = (lines: readonly DeductedLine[], kind: RewardKind, valueFen: number | null): Deduction => {
  const worthFen = worthAtTill(kind, valueFen);
  let left = worthFen;
  const amountsFen = lines.map(({ category, amountFen }) => {
    const off = pays(kind, category) ? Math.min(left, amountFen) : 0;
    left -= off;
    return amountFen - off;
  });
  return { amountsFen, takenFen: worthFen - left, unusedFen: left };
};

/** Several, one after the other: what is left of a line by one is there for the next. Labour vouchers first, for they fit fewer lines. */
export const deductVouchers = (
  lines: readonly DeductedLine[],
  vouchers: readonly { readonly kind: RewardKind; readonly valueFen: number | null }[],
): Deduction => {
  const order = vouchers.toSorted((a, b) => Number(b.kind === 'labour') - Number(a.kind === 'labour'));
  let amountsFen = lines.map((line) => line.amountFen);
  let takenFen = 0;
  let unusedFen = 0;
  for (const { kind, valueFen } of order) {
    const done = deductVoucher(
      lines.map(({ category }, at) => ({ category, amountFen: amountsFen[at] ?? 0 })),
      kind,
      valueFen,
    );
    amountsFen = [...done.amountsFen];
    takenFen += done.takenFen;
    unusedFen += done.unusedFen;
  }
  return { amountsFen, takenFen, unusedFen };
};
