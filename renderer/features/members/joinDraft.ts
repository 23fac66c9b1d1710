import { luhnOk } from '../../../db/domain/luhn.ts';
import { plainYuan } from '../../../db/domain/money.ts';
import { fenOrNull } from '../customer/visitDraft.ts';
import { type JoinMode, joinModes, type Proposal } from './shapes.ts';

/** 入会 while it is typed. */
export interface JoinDraft {
  readonly mode: JoinMode | '';
  readonly tier: string;
  /** yuan as typed */
  readonly fee: string;
  readonly receiptNo: string;
  /** empty: a new number */
  readonly cardNumber: string;
  readonly note: string;
}

type Mode = Proposal['modes'][number];

const modeOf = (proposal: Proposal, mode: JoinDraft['mode']): Mode | undefined =>
  proposal.modes.find((one) => one.mode === mode);

/** The modes in the desk's own order. */
export const modesInOrder = (proposal: Proposal): readonly Mode[] =>
  joinModes.flatMap((mode) => proposal.modes.filter((one) => one.mode === mode));

/** What one joins by, should nobody say otherwise: what is proved already, then the fee, then whatever is open. */
const likeliest = (proposal: Proposal): JoinMode | '' => {
  const open = modesInOrder(proposal).filter((one) => one.refusal === null);
  const chosen = open.find((one) => one.proof !== null) ?? open.find((one) => one.mode === 'fee') ?? open[0];
  return chosen?.mode ?? '';
};

export const newJoin = (proposal: Proposal): JoinDraft => ({
  mode: likeliest(proposal),
  tier: proposal.tier,
  fee: plainYuan(proposal.feeFen),
  receiptNo: '',
  cardNumber: '',
  note: '',
});

/** A card's number as printed or scanned, without the gaps. */
export const bareNumber = (text: string): string => text.replace(/[\s-]/g, '');

export type JoinProblem = 'required' | 'mode-closed' | 'amount-invalid' | 'receipt-missing' | 'card-number-invalid';
export type JoinField = 'mode' | 'tier' | 'feeFen' | 'receiptNo' | 'cardNumber';

export const checkJoin = (draft: JoinDraft, proposal: Proposal): Readonly<Partial<Record<JoinField, JoinProblem>>> => {
  const mode = modeOf(proposal, draft.mode);
  const byFee = draft.mode === 'fee';
  const own = bareNumber(draft.cardNumber);
  return {
    ...(mode ? (mode.refusal === null ? {} : { mode: 'mode-closed' as const }) : { mode: 'required' as const }),
    ...(draft.tier === '' ? { tier: 'required' as const } : {}),
    ...(byFee && fenOrNull(draft.fee) === null ? { feeFen: 'amount-invalid' as const } : {}),
    ...(byFee && fenOrNull(draft.fee) !== 0 && draft.receiptNo.trim() === ''
      ? { receiptNo: 'receipt-missing' as const }
      : {}),
    ...(own !== '' && !/^[0-9A-Za-z]{2,32}$/.test(own) ? { cardNumber: 'card-number-invalid' as const } : {}),
  };
};

/** True where a number looks like one of ours and was read wrong: old systems' numbers have no check digit, so it only warns. */
export const isMisread = (cardNumber: string): boolean => {
  const own = bareNumber(cardNumber);
  return /^\d{12}$/.test(own) && !luhnOk(own);
};

/** What the store takes; null while `checkJoin` finds a problem. */
export const joinInputOf = (draft: JoinDraft, proposal: Proposal, customerId: string) => {
  const mode = modeOf(proposal, draft.mode);
  if (!mode || Object.keys(checkJoin(draft, proposal)).length > 0) return null;
  const byFee = mode.mode === 'fee';
  return {
    customerId,
    mode: mode.mode,
    tier: draft.tier,
    proofId: mode.proof?.id ?? null,
    feeFen: byFee ? fenOrNull(draft.fee) : null,
    receiptNo: byFee ? draft.receiptNo.trim() || null : null,
    cardNumber: bareNumber(draft.cardNumber) || null,
    note: draft.note.trim() || null,
  };
};

/** Share of all who spent that stand before or beside this one, percent with one decimal: rank 123 of 5,000 → 2.5. */
export const topPercent = (rank: number, of: number): number => (of === 0 ? 100 : Math.ceil((rank / of) * 1000) / 10);
