import type { TaskEndReason } from '../../contract/taskTerms.ts';
import type { Day } from '../day.ts';

/** What a task is about, as it stands now. Days are null where there is none any more. */
export type TaskMatter =
  | { readonly kind: 'delivered'; readonly deliveryDay: Day | null }
  | {
      readonly kind: 'visited';
      readonly visitStands: boolean;
      /** it was to ask for a rating, which has come another way */
      readonly rated: boolean;
    }
  | {
      readonly kind: 'serviceDue' | 'noVisit';
      readonly contactDay: Day | null;
      /** an appointment of today or later */
      readonly booked: boolean;
    }
  | { readonly kind: 'insuranceEnd' | 'inspectionDue' | 'licenceEnd' | 'cardEnd'; readonly endDay: Day | null }
  | { readonly kind: 'birthday'; readonly keptThen: boolean }
  | { readonly kind: 'festival' }
  | { readonly kind: 'pointsLapse'; readonly points: number; readonly leastPoints: number }
  | { readonly kind: 'tradeIn'; readonly wish: 'open' | 'bought' | 'none' }
  | { readonly kind: 'promise'; readonly open: boolean; readonly dueDay: Day | null }
  | { readonly kind: 'askBack'; readonly waits: boolean }
  | { readonly kind: 'detractor'; readonly response: 'waits' | 'followed' | 'gone' }
  | {
      readonly kind: 'sample';
      /** they went through the questionnaire by themselves */
      readonly answered: boolean;
    };

export interface TaskFacts {
  readonly matter: TaskMatter;
  /** the day in its key: see `taskKey` */
  readonly keyDay: Day;
  readonly lastDay: Day;
  readonly customerGone: boolean;
  /** sold, scrapped, removed, or another's; false where it is about no vehicle */
  readonly vehicleGone: boolean;
}

const renewed = {
  insuranceEnd: 'insured',
  inspectionDue: 'inspected',
  licenceEnd: 'licenceRenewed',
  cardEnd: 'cardRenewed',
} as const;

/** Whether what it asks for happened, or what it was about is not so any more. */
const happened = (matter: TaskMatter, day: Day, today: Day): TaskEndReason | null => {
  switch (matter.kind) {
    case 'delivered':
      return matter.deliveryDay === day ? null : 'changed';
    case 'visited':
      if (!matter.visitStands) return 'changed';
      return matter.rated ? 'answered' : null;
    case 'serviceDue':
    case 'noVisit':
      if (matter.contactDay === null || matter.contactDay < day) return 'changed';
      if (matter.contactDay > day) return 'visited';
      return matter.booked ? 'booked' : null;
    case 'insuranceEnd':
    case 'inspectionDue':
    case 'licenceEnd':
    case 'cardEnd':
      if (matter.endDay === null || matter.endDay < day) return 'changed';
      return matter.endDay > day ? renewed[matter.kind] : null;
    case 'birthday':
      return matter.keptThen ? null : 'changed';
    case 'festival':
      return null;
    case 'pointsLapse':
      // once they have lapsed nothing is left either, and nobody used them
      if (today > day) return 'lapsed';
      return matter.points < matter.leastPoints ? 'pointsUsed' : null;
    case 'tradeIn':
      if (matter.wish === 'bought') return 'bought';
      return matter.wish === 'none' ? 'changed' : null;
    case 'promise':
      if (!matter.open) return 'promiseEnded';
      return matter.dueDay === day ? null : 'changed';
    case 'askBack':
      return matter.waits ? null : 'askedBack';
    case 'detractor':
      if (matter.response === 'gone') return 'changed';
      return matter.response === 'followed' ? 'followedUp' : null;
    case 'sample':
      return matter.answered ? 'answered' : null;
  }
};

/** Why an open task ends by itself today; null while it goes on. */
export const taskEnd = (task: TaskFacts, today: Day): TaskEndReason | null => {
  if (task.customerGone) return 'customerGone';
  const why = happened(task.matter, task.keyDay, today);
  // who traded the car in bought another one
  if (task.vehicleGone) return why === 'bought' ? why : 'vehicleGone';
  return why ?? (task.lastDay < today ? 'lapsed' : null);
};
