import type { Answer, api } from '../../lib/api.ts';
import { dayOrNull } from '../customer/typedDay.ts';

export type Plan = Answer<typeof api.accounts.get>;
export type Rating = NonNullable<Plan['review']>['rating'];

export const ratings: readonly Rating[] = ['exceeded', 'met', 'partly', 'missed'];

export interface PlanDraft {
  readonly goals: string;
  readonly measures: string;
  readonly ownerId: string;
  readonly reviewDay: string;
}

/** A plan is reviewed in December of its year, where nobody says otherwise. */
export const newPlan = (year: number): PlanDraft => ({
  goals: '',
  measures: '',
  ownerId: '',
  reviewDay: `${year}-12-15`,
});

export const planDraftOf = (plan: Plan): PlanDraft => ({
  goals: plan.goals,
  measures: plan.measures ?? '',
  ownerId: plan.ownerId ?? '',
  reviewDay: plan.reviewDay,
});

export const checkPlan = (
  draft: PlanDraft,
): Readonly<Partial<Record<'goals' | 'reviewDay', 'required' | 'day-invalid'>>> => ({
  ...(draft.goals.trim() === '' ? { goals: 'required' as const } : {}),
  ...(dayOrNull(draft.reviewDay) === null ? { reviewDay: 'day-invalid' as const } : {}),
});

export const planInputOf = (draft: PlanDraft) => ({
  goals: draft.goals.trim(),
  measures: draft.measures.trim() || null,
  ownerId: draft.ownerId || null,
  reviewDay: dayOrNull(draft.reviewDay) ?? '',
});

/** A plan with its review while both are typed. */
export interface ReviewedDraft extends PlanDraft {
  readonly result: string;
  readonly rating: Rating | '';
  readonly following: string;
}

/** What is newly said of the year; null where nothing is, so that who said it last, and when, stands. */
export const reviewInputOf = (draft: ReviewedDraft, said: Plan['review']) => {
  const result = draft.result.trim();
  const next = draft.following.trim() || null;
  if (draft.rating === '' || result === '') return null;
  const same = said?.result === result && said.rating === draft.rating && said.next === next;
  return same ? null : { result, rating: draft.rating, next };
};

/** Change against the year before, in whole percent; null where there was nothing to compare with. */
export const growth = (now: number, before: number): number | null =>
  before <= 0 ? null : Math.round(((now - before) / before) * 100);
