import type { Answer, Asked, api } from '../../lib/api.ts';

export type TaskDay = Answer<typeof api.tasks.day>;
export type CallRow = TaskDay['rows'][number];
export type TaskReason = CallRow['reasons'][number];
export type LeftOutRow = Answer<typeof api.tasks.leftOut>['rows'][number];
export type CallInfo = Answer<typeof api.tasks.call>;
/** What is asked in a call, with the task that it is of. */
export type AskedInCall = NonNullable<CallInfo['questionnaire']>;
export type BadAnswers = CallInfo['bad'][number];
export type ContactRow = CallInfo['history'][number];
export type TextRow = Answer<typeof api.tasks.texts>['rows'][number];

export type RecordInput = Asked<typeof api.tasks.record>;
/** What one presses on the call screen; 不再联系 is recorded by an entry of its own. */
export type Outcome = RecordInput['outcome'] | 'never';
export type Channel = CallRow['channel'];
export type BatchChannel = Exclude<Channel, 'call'>;
export type LeftOutReason = LeftOutRow['reason'];
export type FirstCallPurpose = ContactRow['purposes'][number];

/** As the contract's lists of these names, in the order in which they are shown; the contract's own files bring zod with them. */
export const channels = ['call', 'message', 'letter'] as const satisfies readonly Channel[];
export const leftOutReasons = [
  'noConsent',
  'refused',
  'budget',
  'unreachable',
  'hours',
  'later',
  'complaint',
] as const satisfies readonly LeftOutReason[];
export const firstCallPurposes = [
  'thanks',
  'car',
  'store',
  'staff',
  'dissatisfaction',
  'plates',
] as const satisfies readonly FirstCallPurpose[];

/** Kinds of occasions that have words of their own (`tasks.occasion`). */
export const occasionKinds = [
  'delivered',
  'visited',
  'serviceDue',
  'insuranceEnd',
  'inspectionDue',
  'licenceEnd',
  'cardEnd',
  'birthday',
  'festival',
  'pointsLapse',
  'noVisit',
  'tradeIn',
  'promise',
  'askBack',
  'detractor',
  'sample',
] as const;
