import { z } from 'zod';
import {
  actionHelped,
  actionKind,
  clockFace,
  compensationKind,
  compensationState,
  complaintChannel,
  complaintClock,
  complaintEventKind,
  complaintOutcome,
  complaintStep,
  contactChannel,
  pauseReason,
  severity,
} from './complaintTerms.ts';
import { id, instant, version } from './values.ts';

/** One term by one face of the clock. All spans are ms of that face: of working time only while the store is open. */
export const faceState = z.object({
  face: clockFace,
  limitMs: z.number().int(),
  /** used so far, without what is not counted */
  usedMs: z.number().int(),
  /** negative once it is over */
  leftMs: z.number().int(),
  /** not counted because we waited for the customer, or a solution lay before them */
  stoodMs: z.number().int(),
  /** when it runs out if nothing happens; null while it stands or has stopped */
  dueAt: instant.nullable(),
  late: z.boolean(),
});

/** 响应 or 解决: one clock with its two faces. */
export const clockState = z.object({
  clock: complaintClock,
  /** running · stands (we wait for the customer) · stopped (answered) */
  state: z.enum(['running', 'stands', 'stopped']),
  startedAt: instant,
  stoppedAt: instant.nullable(),
  natural: faceState,
  working: faceState,
  /** the face by which it is breached */
  countedBy: clockFace,
  late: z.boolean(),
  /** breached without a reason and a manager's name */
  reasonMissing: z.boolean(),
  /** the highest share of the term that its owner was told of, percent */
  warnedPercent: z.number().int().nullable(),
  escalatedTo: z.string().nullable(),
});
export type ClockState = z.output<typeof clockState>;

/** What a complaint is marked with beside its severity. */
export const complaintBadge = z.object({
  kind: z.enum(['defect', 'authority', 'reopened', 'twins']),
  /** defect: last day on which the proof is ours; authority: last day for the answer */
  lastDay: z.string().nullable(),
  /** days to it, negative when past */
  days: z.number().int().nullable(),
  /** reopened: rounds; twins: how many of the same cause, this one included */
  count: z.number().int().nullable(),
});

/** A complaint in the list. */
export const complaintRow = z.object({
  id,
  version,
  number: z.string(),
  title: z.string(),
  step: complaintStep,
  severity,
  category: z.string(),
  categoryName: z.string(),
  department: z.string().nullable(),
  departmentName: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  customerId: z.string().nullable(),
  /** the customer's name, or the stranger's */
  name: z.string().nullable(),
  vehicleId: z.string().nullable(),
  plate: z.string().nullable(),
  receivedAt: instant,
  closedAt: instant.nullable(),
  /** the clock that matters now: acknowledge, then solve; null once solved */
  clock: clockState.nullable(),
  /** a breach whose reason is missing */
  breached: z.boolean(),
  /** asked back from this day on; null where it is not done yet */
  askBackDay: z.string().nullable(),
});
export type ComplaintRow = z.output<typeof complaintRow>;

export const complaintEventRow = z.object({
  id,
  kind: complaintEventKind,
  at: instant,
  byName: z.string(),
  channel: contactChannel.nullable(),
  text: z.string().nullable(),
  /**
   * What the line's words need, by kind. Wherever it led to a step: `step`, `round`. received: `channel`, `severity`; askedBack:
   * `answer` (yes, no, unreached), `score`; closed: `outcome`, `cause`; paused and resumed: `waitingFor`, `waitedMs`; changed: `facts`
   * (names with spaces between) and `severityFrom`, `severityTo`, `ownerFrom`, `ownerTo`, `departmentFrom`, `departmentTo`; breach:
   * `clock`, `to`; promise: `promiseId`, `deed` (made, kept, moved, dropped, reopened), `dueAt`, `to`; warning and escalated: `clock`,
   * `percent`, `to`.
   */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const complaintActionRow = z.object({
  id,
  version,
  kind: actionKind,
  text: z.string(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  dueDay: z.string(),
  doneDay: z.string().nullable(),
  /** when to look whether it helped */
  checkDay: z.string().nullable(),
  checkedDay: z.string().nullable(),
  helped: actionHelped.nullable(),
  checkNote: z.string().nullable(),
});

export const compensationRow = z.object({
  id,
  version,
  kind: compensationKind,
  state: compensationState,
  /** what it costs us, fen; of points by their value in the store's terms */
  amountFen: z.number().int(),
  points: z.number().int().nullable(),
  voucherId: z.string().nullable(),
  voucherCode: z.string().nullable(),
  reason: z.string(),
  at: instant,
  byName: z.string(),
  approvedBy: z.string().nullable(),
});

/** 我们答应过的: a promise has an owner and a date. */
export const promiseRow = z.object({
  id,
  version,
  text: z.string(),
  dueAt: instant,
  state: z.enum(['open', 'kept', 'dropped']),
  overdue: z.boolean(),
  ownerId: z.string(),
  ownerName: z.string(),
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  complaintId: z.string().nullable(),
  complaintNumber: z.string().nullable(),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: instant,
  byName: z.string(),
});
export type PromiseRow = z.output<typeof promiseRow>;

export const attachmentRow = z.object({
  id,
  version,
  name: z.string(),
  kind: z.enum(['image', 'audio', 'video', 'pdf', 'document']),
  mime: z.string(),
  bytes: z.number().int(),
  at: instant,
  byName: z.string(),
});
export type AttachmentRow = z.output<typeof attachmentRow>;

/** Another complaint that looks like the same trouble. */
export const complaintTwin = z.object({
  id,
  number: z.string(),
  title: z.string(),
  step: complaintStep,
  receivedDay: z.string(),
  plate: z.string().nullable(),
  name: z.string().nullable(),
  /** 同车 · 同部件 · 同一当事人 · 同因 */
  same: z.array(z.enum(['vehicle', 'part', 'about', 'cause'])),
  /** how it ended: the solution, or what was found */
  result: z.string().nullable(),
});
export type ComplaintTwin = z.output<typeof complaintTwin>;

/** A complaint, whole. */
export const complaintPage = z.object({
  complaint: complaintRow.extend({
    channel: complaintChannel,
    what: z.string(),
    remedy: z.string().nullable(),
    part: z.string().nullable(),
    /** 当事人: who of the store it is about */
    about: z.string().nullable(),
    visitId: z.string().nullable(),
    strangerPhoneMasked: z.string().nullable(),
    phoneMasked: z.string().nullable(),
    cause: z.string().nullable(),
    causeName: z.string().nullable(),
    causeNote: z.string().nullable(),
    outcome: complaintOutcome.nullable(),
    authority: z.string().nullable(),
    authorityDay: z.string().nullable(),
    round: z.number().int(),
    createdAt: instant,
    byName: z.string(),
    waitingFor: pauseReason.nullable(),
  }),
  clocks: z.array(clockState),
  badges: z.array(complaintBadge),
  events: z.array(complaintEventRow),
  actions: z.array(complaintActionRow),
  compensations: z.array(compensationRow),
  promises: z.array(promiseRow),
  attachments: z.array(attachmentRow),
  twins: z.array(complaintTwin),
  /** the instant at which each step of this round was reached */
  reached: z.array(z.object({ step: complaintStep, at: instant })),
});
export type ComplaintPage = z.output<typeof complaintPage>;
