import { nobody, type WhoDraft } from '../board/whoDraft.ts';
import { type DayTime, instantOfTyped } from '../complaints/DayTimeFields.tsx';
import { checkCaller, whoOf } from './jobWho.ts';
import type { JobProblem } from './saidOfJob.ts';
import type { Rescue, RescueInput } from './shapes.ts';
import { feeFen, yuanText } from './yuanField.ts';

/** A rescue while it is typed. */
export interface RescueDraft {
  readonly who: WhoDraft;
  readonly kind: Rescue['kind'];
  readonly place: string;
  readonly trouble: string;
  readonly crew: string;
  /** yuan, as typed */
  readonly fee: string;
  /** of the call, as typed */
  readonly called: DayTime;
  /** when the form was opened, UTC ms: the call, where nobody says otherwise */
  readonly openedAt: number;
}

/** @param called the day and time of `openedAt` on the store's clock */
export const newRescue = (who: WhoDraft = nobody, openedAt: number, called: DayTime): RescueDraft => ({
  who,
  kind: 'repair',
  place: '',
  trouble: '',
  crew: '',
  fee: '',
  called,
  openedAt,
});

export const rescueDraftOf = (job: Rescue, called: DayTime): RescueDraft => ({
  who: whoOf(job),
  kind: job.kind,
  place: job.place,
  trouble: job.trouble ?? '',
  crew: job.crew ?? '',
  fee: yuanText(job.feeFen),
  called,
  openedAt: job.calledAt,
});

export type RescuePath = 'who' | 'name' | 'phone' | 'vehicleId' | 'place' | 'fee';

/** @param phoneKept whether a number that is not shown stays where none is typed */
export const checkRescue = (
  draft: RescueDraft,
  phoneKept: boolean,
): Readonly<Partial<Record<RescuePath, JobProblem>>> => ({
  ...checkCaller(draft.who, phoneKept),
  ...(draft.place.trim() === '' ? { place: 'required' as const } : {}),
  ...(feeFen(draft.fee) === null ? { fee: 'amount-wrong' as const } : {}),
});

/** All but the stranger's number and the time of the call, as the store takes it. */
export const rescueFacts = (draft: RescueDraft): Omit<RescueInput, 'strangerPhone' | 'calledAt'> => {
  const { who } = draft;
  const stranger = who.customer === null;
  return {
    customerId: who.customer?.id ?? null,
    vehicleId: stranger ? null : who.vehicleId || null,
    strangerName: stranger ? who.name.trim() || null : null,
    strangerPlate: stranger ? who.plate.trim() || null : null,
    kind: draft.kind,
    place: draft.place.trim(),
    trouble: draft.trouble.trim() || null,
    crew: draft.crew.trim() || null,
    feeFen: feeFen(draft.fee) ?? 0,
  };
};

export const strangerPhone = ({ who }: RescueDraft): string | null => (who.customer ? null : who.phone.trim() || null);

/**
 * UTC ms of the call; null while what is typed is no time. Fields hold no seconds: left as they were, it is the instant at which the
 * form was opened.
 */
export const calledAtOf = (draft: RescueDraft, opened: DayTime, timeZone: string): number | null =>
  draft.called.day === opened.day && draft.called.time === opened.time
    ? draft.openedAt
    : instantOfTyped(draft.called, timeZone);
