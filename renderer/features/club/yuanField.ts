import { fenOrNull } from '../customer/visitDraft.ts';

/** fen → 200 or 199.5, for a field; nothing for nothing. */
export const yuanText = (fen: number | null): string => (fen === null || fen === 0 ? '' : String(fen / 100));

/** What was typed as a fee: nothing is 0; null where it is no amount. */
export const feeFen = (typed: string): number | null => (typed.trim() === '' ? 0 : fenOrNull(typed));

/** What was typed as an amount that may be unknown; undefined where it is none. */
export const knownFen = (typed: string): number | null | undefined =>
  typed.trim() === '' ? null : (fenOrNull(typed) ?? undefined);
