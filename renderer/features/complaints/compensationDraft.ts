import { fenOrNull } from '../customer/visitDraft.ts';
import type { CompensateInput } from './shapes.ts';

/** A compensation while it is typed. */
export interface CompensationDraft {
  readonly kind: 'amount' | 'points' | 'voucher';
  /** yuan: what is paid, or what the voucher is worth */
  readonly amount: string;
  readonly points: string;
  readonly name: string;
  readonly days: string;
  readonly reason: string;
}

export const newCompensation: CompensationDraft = {
  kind: 'amount',
  amount: '',
  points: '',
  name: '',
  days: '180',
  reason: '',
};

/** A whole number between 1 and `most`; null for anything else. */
const wholeOrNull = (text: string, most: number): number | null => {
  const value = Number(text.trim().replaceAll(',', ''));
  return /^[\d,]+$/.test(text.trim()) && value >= 1 && value <= most ? value : null;
};

type Path = 'amount' | 'points' | 'name' | 'days' | 'reason';

/** Field → a key of `errors.field`; empty where all is well. */
export const checkCompensation = (
  draft: CompensationDraft,
): Readonly<Partial<Record<Path, 'required' | 'invalid'>>> => {
  const { kind } = draft;
  const amount = fenOrNull(draft.amount);
  const wrong = (text: string): 'required' | 'invalid' => (text.trim() === '' ? 'required' : 'invalid');
  return {
    ...(kind !== 'points' && (amount === null || amount < 1) ? { amount: wrong(draft.amount) } : {}),
    ...(kind === 'points' && wholeOrNull(draft.points, 1_000_000) === null ? { points: wrong(draft.points) } : {}),
    ...(kind === 'voucher' && draft.name.trim() === '' ? { name: 'required' as const } : {}),
    ...(kind === 'voucher' && wholeOrNull(draft.days, 3660) === null ? { days: wrong(draft.days) } : {}),
    ...(draft.reason.trim() === '' ? { reason: 'required' as const } : {}),
  };
};

/** As the store takes it; call it once `checkCompensation` finds nothing. */
export const compensationInput = (draft: CompensationDraft): Pick<CompensateInput, 'reason' | 'what'> => ({
  reason: draft.reason.trim(),
  what: whatOf(draft),
});

const whatOf = (draft: CompensationDraft): CompensateInput['what'] => {
  switch (draft.kind) {
    case 'amount':
      return { kind: 'amount', amountFen: fenOrNull(draft.amount) ?? 0 };
    case 'points':
      return { kind: 'points', points: wholeOrNull(draft.points, 1_000_000) ?? 0 };
    case 'voucher':
      return {
        kind: 'voucher',
        name: draft.name.trim(),
        valueFen: fenOrNull(draft.amount) ?? 0,
        validDays: wholeOrNull(draft.days, 3660) ?? 0,
      };
  }
};
