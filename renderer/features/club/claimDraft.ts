import { nobody, type WhoDraft } from '../board/whoDraft.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import { checkCustomer, whoOf } from './jobWho.ts';
import type { JobProblem } from './saidOfJob.ts';
import type { Claim, ClaimInput } from './shapes.ts';
import { knownFen, yuanText } from './yuanField.ts';

/** A claim while it is typed. */
export interface ClaimDraft {
  readonly who: WhoDraft;
  readonly kind: Claim['kind'];
  readonly accidentDay: string;
  readonly place: string;
  readonly what: string;
  /** '' for none */
  readonly policyId: string;
  readonly insurer: string;
  readonly caseNo: string;
  /** yuan, as typed */
  readonly estimate: string;
  readonly documents: readonly string[];
  readonly ownerId: string;
  readonly note: string;
}

export const newClaim = (who: WhoDraft = nobody, today: string): ClaimDraft => ({
  who,
  kind: 'assisted',
  accidentDay: today,
  place: '',
  what: '',
  policyId: '',
  insurer: '',
  caseNo: '',
  estimate: '',
  documents: [],
  ownerId: '',
  note: '',
});

export const claimDraftOf = (job: Claim): ClaimDraft => ({
  who: whoOf(job),
  kind: job.kind,
  accidentDay: job.accidentDay,
  place: job.place ?? '',
  what: job.what ?? '',
  policyId: job.policyId ?? '',
  insurer: job.insurer ?? '',
  caseNo: job.caseNo ?? '',
  estimate: yuanText(job.estimateFen),
  documents: job.documents.filter(({ returnedAt }) => returnedAt === null).map(({ name }) => name),
  ownerId: job.ownerId ?? '',
  note: job.note ?? '',
});

export type ClaimPath = 'who' | 'vehicleId' | 'accidentDay' | 'estimate';

export const checkClaim = (draft: ClaimDraft): Readonly<Partial<Record<ClaimPath, JobProblem>>> => ({
  ...checkCustomer(draft.who),
  ...(draft.who.customer && draft.who.vehicleId === '' ? { vehicleId: 'vehicle-missing' as const } : {}),
  ...(dayOrNull(draft.accidentDay) === null ? { accidentDay: 'day-wrong' as const } : {}),
  ...(knownFen(draft.estimate) === undefined ? { estimate: 'amount-wrong' as const } : {}),
});

/** As the store takes it; call it once `checkClaim` finds nothing. */
export const claimInput = (draft: ClaimDraft): ClaimInput => ({
  customerId: draft.who.customer?.id ?? '',
  vehicleId: draft.who.vehicleId,
  kind: draft.kind,
  accidentDay: dayOrNull(draft.accidentDay) ?? '',
  place: draft.place.trim() || null,
  what: draft.what.trim() || null,
  policyId: draft.policyId || null,
  insurer: draft.insurer.trim() || null,
  caseNo: draft.caseNo.trim() || null,
  estimateFen: knownFen(draft.estimate) ?? null,
  documents: [...draft.documents],
  ownerId: draft.ownerId || null,
  note: draft.note.trim() || null,
});
