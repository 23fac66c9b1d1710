import type { Explanation } from '../../contract/points.ts';

type EntryKind = Explanation['entries'][number]['kind'];

/** What a point is worth and how many will never be used (积分条款). */
export interface PointsValue {
  /** fen that `valuePoints` points are worth */
  readonly valueFen: number;
  readonly valuePoints: number;
  /** percent */
  readonly breakagePercent: number;
}

/**
 * 积分负债: outstanding × value × (1 − breakage) in fen, rounded down once (domain: points). Where more was spent than is left, the
 * store owes nothing.
 */
export const liabilityFen = (outstanding: number, value: PointsValue): number =>
  outstanding <= 0
    ? 0
    : Number(
        (BigInt(outstanding) * BigInt(value.valueFen) * BigInt(100 - value.breakagePercent)) /
          (BigInt(value.valuePoints) * 100n),
      );

/** Where an entry of the ledger is counted in reports. */
export type Movement = 'issued' | 'redeemed' | 'lapsed' | 'reversed' | 'other';

const movementOf = (kind: EntryKind): Movement => {
  switch (kind) {
    case 'earn':
    case 'bonus':
    case 'migrate':
      return 'issued';
    case 'redeem':
    case 'renew':
    case 'upgrade':
    case 'donate':
      return 'redeemed';
    case 'expire':
      return 'lapsed';
    case 'reverse':
      return 'reversed';
    case 'adjust':
    case 'transferIn':
    case 'transferOut':
    case 'mergeIn':
    case 'mergeOut':
      return 'other';
  }
};

/** 可兑换积分 that moved. issued − redeemed − lapsed − reversed + other is what the balance rose by. */
export type Movements = Readonly<Record<Movement, number>>;

export const nothingMoved: Movements = { issued: 0, redeemed: 0, lapsed: 0, reversed: 0, other: 0 };

/** One more entry, or the sum of several: what leaves is counted up where its name says that it leaves. */
export const moved = (movements: Movements, kind: EntryKind, redeemable: number): Movements => {
  const movement = movementOf(kind);
  const counted = movement === 'issued' || movement === 'other' ? redeemable : -redeemable;
  // never minus nothing
  return { ...movements, [movement]: movements[movement] + counted || 0 };
};

export const riseOf = ({ issued, redeemed, lapsed, reversed, other }: Movements): number =>
  issued - redeemed - lapsed - reversed + other;
