import { nobody, type WhoDraft } from '../board/whoDraft.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import { checkCustomer, whoOf } from './jobWho.ts';
import type { JobProblem } from './saidOfJob.ts';
import type { AgencyInput, AgencyJob } from './shapes.ts';
import { feeFen, yuanText } from './yuanField.ts';

/** An agency job while it is typed; amounts in yuan, as typed. */
export interface AgencyDraft {
  readonly who: WhoDraft;
  readonly kind: AgencyJob['kind'];
  readonly dueDay: string;
  /** '' for nobody yet */
  readonly ownerId: string;
  readonly fee: string;
  readonly official: string;
  readonly paid: boolean;
  readonly documents: readonly string[];
  readonly note: string;
}

export const newAgency = (who: WhoDraft = nobody): AgencyDraft => ({
  who,
  kind: 'vehicleInspection',
  dueDay: '',
  ownerId: '',
  fee: '',
  official: '',
  paid: false,
  documents: [],
  note: '',
});

export const agencyDraftOf = (job: AgencyJob): AgencyDraft => ({
  who: whoOf(job),
  kind: job.kind,
  dueDay: job.dueDay ?? '',
  ownerId: job.ownerId ?? '',
  fee: yuanText(job.feeFen),
  official: yuanText(job.officialFen),
  paid: job.paid,
  documents: job.documents.filter(({ returnedAt }) => returnedAt === null).map(({ name }) => name),
  note: job.note ?? '',
});

export type AgencyPath = 'who' | 'vehicleId' | 'dueDay' | 'fee' | 'official';

export const checkAgency = (draft: AgencyDraft): Readonly<Partial<Record<AgencyPath, JobProblem>>> => ({
  ...checkCustomer(draft.who),
  ...(draft.dueDay.trim() !== '' && dayOrNull(draft.dueDay) === null ? { dueDay: 'day-wrong' as const } : {}),
  ...(feeFen(draft.fee) === null ? { fee: 'amount-wrong' as const } : {}),
  ...(feeFen(draft.official) === null ? { official: 'amount-wrong' as const } : {}),
});

/** As the store takes it; call it once `checkAgency` finds nothing. */
export const agencyInput = (draft: AgencyDraft): AgencyInput => ({
  customerId: draft.who.customer?.id ?? '',
  vehicleId: draft.who.vehicleId || null,
  kind: draft.kind,
  dueDay: dayOrNull(draft.dueDay),
  ownerId: draft.ownerId || null,
  feeFen: feeFen(draft.fee) ?? 0,
  officialFen: feeFen(draft.official) ?? 0,
  paid: draft.paid,
  documents: [...draft.documents],
  note: draft.note.trim() || null,
});
