import { readWhole } from '../../lib/readWhole.ts';

/** 积分调整 while it is typed. */
export interface AdjustDraft {
  readonly way: 'add' | 'take';
  readonly redeemable: string;
  readonly cumulative: string;
  readonly reason: string;
}

export const newAdjust: AdjustDraft = { way: 'add', redeemable: '', cumulative: '', reason: '' };

export interface PointsBalance {
  readonly cumulative: number;
  readonly redeemable: number;
}

const most = 1_000_000_000;

/** Points of one track with their sign; null where none can be read. Nothing typed is 0. */
const moved = (text: string, way: AdjustDraft['way']): number | null => {
  if (text.trim() === '') return 0;
  const value = readWhole(text, 0, most);
  if (value === null) return null;
  return way === 'take' && value !== 0 ? -value : value;
};

/** What an adjustment moves; null while a figure is none. */
export const movesOf = ({ way, redeemable, cumulative }: AdjustDraft): PointsBalance | null => {
  const [spend, life] = [moved(redeemable, way), moved(cumulative, way)];
  return spend === null || life === null ? null : { redeemable: spend, cumulative: life };
};

export type AdjustProblem = 'whole' | 'nothing' | 'required' | 'short' | 'shortCumulative';

export const checkAdjust = (
  draft: AdjustDraft,
  balance: PointsBalance,
): Readonly<Partial<Record<'redeemable' | 'cumulative' | 'reason', AdjustProblem>>> => {
  const spend = moved(draft.redeemable, draft.way);
  const life = moved(draft.cumulative, draft.way);
  const nothing = spend === 0 && life === 0;
  return {
    ...(spend === null
      ? { redeemable: 'whole' as const }
      : nothing
        ? { redeemable: 'nothing' as const }
        : balance.redeemable + spend < 0
          ? { redeemable: 'short' as const }
          : {}),
    ...(life === null
      ? { cumulative: 'whole' as const }
      : balance.cumulative + life < 0
        ? { cumulative: 'shortCumulative' as const }
        : {}),
    ...(draft.reason.trim() === '' ? { reason: 'required' as const } : {}),
  };
};

/** More points than anybody may move, or lifetime points taken: a manager decides (contract `points.adjust`). */
export const needsManager = ({ redeemable, cumulative }: PointsBalance, limit: number): boolean =>
  Math.abs(redeemable) > limit || Math.abs(cumulative) > limit || cumulative < 0;
