import type { ComplaintStep } from '../../contract/complaintTerms.ts';

/**
 * What is done with a complaint. `contact` is every word with the customer (联系, 致歉); `answer` and `askBack` lead on or back by what the
 * customer says.
 */
export type ComplaintDeed =
  | 'contact'
  | 'investigate'
  | 'propose'
  | 'answer'
  | 'finish'
  | 'askBack'
  | 'close'
  | 'reopen'
  | 'pause'
  | 'resume';

/** 受理 → 响应 → 调查 → 方案 → 认可 → 完成 → 回访 → 归档 (GB/T 19012-2019) */
export const stepsInOrder: readonly ComplaintStep[] = [
  'received',
  'acknowledged',
  'investigating',
  'proposed',
  'agreed',
  'done',
  'askedBack',
  'closed',
];

/** Where a step stands on the way, 0 is 受理. */
export const stepRank = (step: ComplaintStep): number => stepsInOrder.indexOf(step);

interface Way {
  /** the steps from which it is done */
  readonly from: readonly ComplaintStep[];
  /** where it leads; null: it leaves the step as it is */
  readonly to: ComplaintStep | null;
  /** where the customer says no */
  readonly no?: ComplaintStep;
  /** why not from a step before the first of `from`, and from one after the last */
  readonly early: StepRefusal;
  readonly past: StepRefusal;
}

/** Why a deed does not follow on a step, as `errors.reason` words it. */
export type StepRefusal =
  | 'step-not-yet'
  | 'step-past'
  | 'step-not-proposed'
  | 'step-not-agreed'
  | 'step-not-done'
  | 'step-not-asked-back'
  | 'complaint-closed'
  | 'complaint-open';

/** All but the last: what is closed is opened again before anything is done with it. */
const open = stepsInOrder.slice(0, -1);

const only = (refusal: StepRefusal) => ({ early: refusal, past: refusal });

/**
 * Which step a deed needs and leads to. A solution laid before a customer to whom nobody spoke yet is the first contact as well; a better
 * one may follow while the first still lies there; and who was satisfied may say within days that it came back.
 */
const ways: Readonly<Record<ComplaintDeed, Way>> = {
  // on record at any time, after closing too
  contact: { from: stepsInOrder, to: null, ...only('complaint-closed') },
  investigate: {
    from: ['acknowledged', 'investigating'],
    to: 'investigating',
    early: 'step-not-yet',
    past: 'step-past',
  },
  propose: {
    from: ['received', 'acknowledged', 'investigating', 'proposed'],
    to: 'proposed',
    early: 'step-not-yet',
    past: 'step-past',
  },
  answer: { from: ['proposed'], to: 'agreed', no: 'investigating', ...only('step-not-proposed') },
  finish: { from: ['agreed'], to: 'done', ...only('step-not-agreed') },
  askBack: { from: ['done', 'askedBack'], to: 'askedBack', no: 'investigating', ...only('step-not-done') },
  close: { from: ['askedBack'], to: 'closed', ...only('step-not-asked-back') },
  reopen: { from: ['closed'], to: 'investigating', ...only('complaint-open') },
  pause: { from: open.slice(1), to: null, early: 'step-not-yet', past: 'complaint-closed' },
  resume: { from: open, to: null, ...only('complaint-closed') },
};

/** Why a deed cannot be done at a step; null where it can. */
export function stepRefusal(deed: ComplaintDeed, step: ComplaintStep): StepRefusal | null {
  const { from, early, past } = ways[deed];
  if (from.includes(step)) return null;
  if (step === 'closed') return 'complaint-closed';
  return stepRank(step) < stepRank(from[0] ?? 'received') ? early : past;
}

/**
 * The step after a deed.
 *
 * @param saysNo the customer did not accept (`answer`), or it is not solved (`askBack`)
 */
export function stepAfter(deed: ComplaintDeed, step: ComplaintStep, saysNo = false): ComplaintStep {
  if (deed === 'contact' && step === 'received') return 'acknowledged';
  const { to, no } = ways[deed];
  return (saysNo ? no : to) ?? step;
}

const primary: Readonly<Record<ComplaintStep, ComplaintDeed | null>> = {
  received: 'contact',
  acknowledged: 'investigate',
  investigating: 'propose',
  proposed: 'answer',
  agreed: 'finish',
  done: 'askBack',
  askedBack: 'close',
  closed: null,
};

/**
 * The one deed that comes next: what a screen puts on its button.
 *
 * @param waiting we wait for the customer (等客户): first the clock runs again
 */
export const primaryDeed = (step: ComplaintStep, waiting = false): ComplaintDeed | null =>
  waiting && step !== 'closed' ? 'resume' : primary[step];

/** Where a complaint may be archived before its customer was asked: there is nothing left to ask, or nobody to ask. */
export const closesWithoutAsking = (
  outcome: string,
  complainant: { readonly customerId: string | null; readonly strangerPhone: string | null },
): boolean =>
  outcome === 'withdrawn' ||
  outcome === 'unfounded' ||
  (complainant.customerId === null && complainant.strangerPhone === null);
