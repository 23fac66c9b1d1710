import type { Answer, api } from '../../lib/api.ts';
import { dayOrNull } from '../customer/typedDay.ts';

export type Recall = Answer<typeof api.recalls.get>;
export type RecallVehicle = Answer<typeof api.recalls.vehicles>['rows'][number];
export type Listed = Omit<Answer<typeof api.recalls.update>, 'version'>;

/** A campaign while it is typed. */
export interface RecallDraft {
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly description: string;
  readonly vins: string;
}

export const newRecall = (today: string): RecallDraft => ({
  number: '',
  title: '',
  issuer: '',
  fromDay: today,
  toDay: '',
  description: '',
  vins: '',
});

export const recallDraftOf = (recall: Recall): RecallDraft => ({
  number: recall.number,
  title: recall.title,
  issuer: recall.issuer ?? '',
  fromDay: recall.fromDay,
  toDay: recall.toDay ?? '',
  description: recall.description ?? '',
  vins: '',
});

export type RecallProblem = 'required' | 'day-invalid' | 'end-before-start';

export const checkRecall = (
  draft: RecallDraft,
): Readonly<Partial<Record<'number' | 'title' | 'fromDay' | 'toDay', RecallProblem>>> => {
  const from = dayOrNull(draft.fromDay);
  const to = dayOrNull(draft.toDay);
  return {
    ...(draft.number.trim() === '' ? { number: 'required' as const } : {}),
    ...(draft.title.trim() === '' ? { title: 'required' as const } : {}),
    ...(from === null ? { fromDay: 'day-invalid' as const } : {}),
    ...(draft.toDay.trim() !== '' && to === null
      ? { toDay: 'day-invalid' as const }
      : from !== null && to !== null && to < from
        ? { toDay: 'end-before-start' as const }
        : {}),
  };
};

export const recallInputOf = (draft: RecallDraft) => ({
  number: draft.number.trim(),
  title: draft.title.trim(),
  issuer: draft.issuer.trim() || null,
  fromDay: dayOrNull(draft.fromDay) ?? '',
  toDay: dayOrNull(draft.toDay),
  description: draft.description.trim() || null,
});

/** Done of those that are ours, 0 to 100. */
export const percentDone = ({ ours, done }: Recall['counts']): number =>
  ours === 0 ? 0 : Math.round((Math.min(done, ours) / ours) * 100);
