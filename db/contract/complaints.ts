import { z } from 'zod';
import {
  actionHelped,
  actionKind,
  complaintChannel,
  complaintClock,
  complaintOutcome,
  contactChannel,
  pauseReason,
  severity,
} from './complaintTerms.ts';
import { complaintPage, complaintRow, complaintTwin } from './complaintViews.ts';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import { day, fen, filled, id, instant, optionalText, text, version } from './values.ts';

const topics = ['complaints', 'customers'] as const;

/** What is said of the trouble itself; all of it can be changed while the complaint is open. */
const facts = {
  channel: complaintChannel,
  title: filled(60),
  /** 投诉内容, in the customer's words */
  what: filled(4000),
  /** 客户诉求 */
  remedy: optionalText(1000),
  severity: severity.default('minor'),
  /** `parent` or `parent.child` of setting `complaintCategories` */
  category: filled(64),
  /** 部件 */
  part: optionalText(40),
  /** 当事人 */
  about: optionalText(40),
  department: text(32).nullable().default(null),
  ownerId: id.nullable().default(null),
  customerId: id.nullable().default(null),
  vehicleId: id.nullable().default(null),
  visitId: id.nullable().default(null),
  /** somebody who is no customer */
  strangerName: optionalText(60),
  strangerPhone: optionalText(40),
  /** 转办单位 and the day on which its referral came */
  authority: optionalText(60),
  authorityDay: day.nullable().default(null),
};

const span = { fromDay: day, toDay: day };

/** 投诉, after GB/T 19012-2019. */
export const complaints = {
  /**
   * `open`: by urgency (breached, then what runs out first); `askBack`: done, waiting to be asked whether it is truly solved;
   * `archive`: closed, latest first. `q`: any words, each of which stands anywhere in it.
   */
  list: query(everyone)
    .input(
      z.strictObject({
        tab: z.enum(['open', 'askBack', 'archive']).default('open'),
        q: text(64).optional(),
        mine: z.boolean().default(false),
        severity: severity.optional(),
        category: text(64).optional(),
        department: text(32).optional(),
        customerId: id.optional(),
        cursor: text(200).optional(),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(complaintRow),
        next: z.string().nullable(),
        /** of the tabs, whatever is searched for */
        counts: z.object({ open: z.number(), askBack: z.number(), archive: z.number(), breached: z.number() }),
      }),
    ),
  /** @throws NOT_FOUND `complaint-not-found` */
  get: query(everyone).input(z.strictObject({ id })).output(complaintPage),
  /** 同因 while it is typed: the same vehicle, part, person or cause within the days of the setting, latest first, at most 8. */
  twins: query(everyone)
    .input(
      z.strictObject({
        exceptId: id.optional(),
        vehicleId: id.optional(),
        part: text(40).optional(),
        about: text(40).optional(),
        cause: text(32).optional(),
        category: text(64).optional(),
      }),
    )
    .output(z.object({ rows: z.array(complaintTwin), count: z.number().int() })),
  /**
   * 受理. `receivedAt`: when the customer told us; may be set back, never forward.
   * @throws VALIDATION of `receivedAt` `received-ahead`, `received-too-long-ago` (a year), of `category` `category-unknown`, of `department`
   * `department-unknown`, of `strangerPhone` `phone-invalid`, of `name` `complainant-missing`, of `vehicleId` `vehicle-of-another`, of
   * `visitId` `visit-of-another`, of `authority` and `authorityDay` `authority-half`; CONFLICT `row-entered`, `response-has-complaint`; NOT_FOUND
   */
  add: command(everyone, [...topics, 'surveys', 'paper'])
    .input(
      commandInput({
        ...facts,
        receivedAt: instant.optional(),
        /** the code of the form that it was written on */
        paperCode: text(20).nullable().default(null),
        /** the bad answer to a questionnaire that it comes from: it is followed up by this */
        responseId: id.nullable().default(null),
      }),
    )
    .output(z.object({ id, number: z.string() })),
  /** Its facts; a changed severity changes its terms from the beginning. @throws CONFLICT `changed-meanwhile`, `complaint-closed` */
  update: command(everyone, topics)
    .input(commandInput({ id, version, ...facts }))
    .output(z.object({ version })),
  /**
   * 联系 or 致歉: the first one is the answer (响应) and stops that clock at `at`, never before it was received, never ahead; a note stops
   * nothing. On record at every step, after closing too; never in conflict.
   * @throws VALIDATION of `at` `contact-ahead`, `contact-before-received`
   */
  contact: command(everyone, topics)
    .input(
      commandInput({
        id,
        kind: z.enum(['contact', 'apology', 'note']),
        channel: contactChannel.nullable().default(null),
        text: filled(2000),
        at: instant.optional(),
      }),
    )
    .output(z.object({ version })),
  /** 调查. @throws CONFLICT `step-not-yet` where nobody has answered the customer, `step-past` */
  investigate: command(everyone, topics)
    .input(commandInput({ id, version, text: filled(2000) }))
    .output(z.object({ version })),
  /** 提出方案: the clock stands at it. To somebody whom nobody spoke to yet, it is the first contact as well. @throws CONFLICT `step-past` */
  propose: command(everyone, topics)
    .input(commandInput({ id, version, text: filled(2000), channel: contactChannel.nullable().default(null) }))
    .output(z.object({ version })),
  /** 客户认可 or not: refused, the clock runs on from there and it is under investigation again. @throws CONFLICT `step-not-proposed` */
  answer: command(everyone, topics)
    .input(commandInput({ id, version, accepted: z.boolean(), text: optionalText(2000) }))
    .output(z.object({ version })),
  /** 完成: what was agreed is done. @throws CONFLICT `step-not-agreed` */
  finish: command(everyone, topics)
    .input(commandInput({ id, version, text: filled(2000) }))
    .output(z.object({ version })),
  /**
   * 回访: was it truly solved? `no` opens it again with a new term (重开); `unreached` stays on record and changes no step.
   * @throws CONFLICT `step-not-done`
   */
  askBack: command(everyone, topics)
    .input(
      commandInput({
        id,
        version,
        answer: z.enum(['yes', 'no', 'unreached']),
        channel: contactChannel.nullable().default(null),
        text: optionalText(2000),
        /** 满意度 1–5, where it was asked */
        score: z.number().int().min(1).max(5).nullable().default(null),
      }),
    )
    .output(z.object({ version, step: z.string() })),
  /**
   * 归档. @throws VALIDATION of `cause` `cause-unknown`; CONFLICT `step-not-asked-back` (a withdrawn or unfounded one, and one of a stranger
   * without a phone, may be closed from any step), `breach-reason-missing`, `compensation-waiting`
   */
  close: command(everyone, topics)
    .input(
      commandInput({
        id,
        version,
        outcome: complaintOutcome,
        cause: filled(32),
        causeNote: optionalText(1000),
        text: optionalText(2000),
      }),
    )
    .output(z.object({ version })),
  /** 重开. @throws CONFLICT `complaint-open` */
  reopen: command(everyone, topics)
    .input(commandInput({ id, version, reason: filled(500) }))
    .output(z.object({ version })),
  /** 等客户: the clock stands, and says so. @throws CONFLICT `clock-stands`, `clock-stopped`, `step-not-yet` */
  pause: command(everyone, topics)
    .input(commandInput({ id, version, reason: pauseReason, text: optionalText(500) }))
    .output(z.object({ version })),
  /** @throws CONFLICT `clock-runs`, `clock-at-proposal` (only its answer lets it run on) */
  resume: command(everyone, topics).input(commandInput({ id, version })).output(z.object({ version })),
  /** 超时说明: a breach needs a reason and the manager who knows of it. @throws CONFLICT `clock-in-time`; VALIDATION of `managerId` `not-a-manager` */
  explainBreach: command(everyone, topics)
    .input(commandInput({ id, version, clock: complaintClock, reason: filled(500), managerId: id }))
    .output(z.object({ version })),
  /** 措施, also of a closed complaint. @throws VALIDATION of `checkDay` `check-before-due`, of `ownerId` `staff-not-found` */
  addAction: command(everyone, topics)
    .input(
      commandInput({
        complaintId: id,
        kind: actionKind,
        text: filled(1000),
        ownerId: id.nullable().default(null),
        dueDay: day,
        checkDay: day.nullable().default(null),
      }),
    )
    .output(z.object({ id })),
  /** @throws VALIDATION of `day` `day-future`; NOT_FOUND `action-not-found` */
  doAction: command(everyone, topics).input(commandInput({ id, version, day })).output(z.object({})),
  /** Whether it helped, on or after its day. @throws CONFLICT `action-not-done`, `action-check-early` (values day) */
  checkAction: command(everyone, topics)
    .input(commandInput({ id, version, helped: actionHelped, note: optionalText(500) }))
    .output(z.object({})),
  removeAction: command(everyone, topics).input(commandInput({ id, version })).output(z.object({})),
  /**
   * 补偿, by one of three ways. Above the limit, all of this complaint together and not by a manager, it waits for approval.
   * Points go by the ledger to the customer's membership; a voucher is one of origin 投诉.
   * @throws CONFLICT `complaint-of-stranger` (points and vouchers), `no-membership`, `member-cancelled`, `complaint-closed`; VALIDATION
   */
  compensate: command(everyone, [...topics, 'points', 'members', 'rewards', 'approvals'])
    .input(
      commandInput({
        complaintId: id,
        reason: filled(300),
        what: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('amount'), amountFen: fen.min(1) }),
          z.strictObject({ kind: z.literal('points'), points: z.number().int().min(1).max(1_000_000) }),
          z.strictObject({
            kind: z.literal('voucher'),
            name: filled(40),
            valueFen: fen.min(1),
            validDays: z.number().int().min(1).max(3660),
          }),
        ]),
      }),
    )
    .output(z.object({ id, approvalId: z.string().nullable() })),
  /** 收回: points by a reversing entry, a voucher made void, an amount marked so. @throws CONFLICT `compensation-not-given`, `voucher-used` */
  takeBackCompensation: command(managers, [...topics, 'points', 'members', 'rewards'])
    .input(commandInput({ id, version, reason: filled(300) }))
    .output(z.object({})),
  /** The complainant's whole numbers, the stranger's or the customer's; a command, because every look is on record. */
  reveal: command(everyone, [], { secret: ['output'] })
    .input(commandInput({ id }))
    .output(z.object({ phones: z.array(z.string()) })),
  /** Figures of complaints received between two days, both included. @throws VALIDATION of `toDay` `ends-before-start`, `span-too-long` (3 years) */
  statistics: query(everyone)
    .input(z.strictObject(span))
    .output(
      z.object({
        received: z.number(),
        closed: z.number(),
        open: z.number(),
        /** of those whose clock stopped: how many in time; share = inTime ÷ of */
        acknowledged: z.object({ inTime: z.number(), of: z.number() }),
        solved: z.object({ inTime: z.number(), of: z.number() }),
        /** of those that were done at least once */
        reopened: z.object({ count: z.number(), of: z.number() }),
        /** ms of the natural clock from received to solved, over those solved; null without any */
        medianSolveMs: z.number().nullable(),
        compensationFen: z.number(),
        /** by the last answer of each: 是 is satisfied; the mean of 1–5 over those that named one */
        askedBack: z.object({ of: z.number(), satisfied: z.number(), meanScore: z.number().nullable() }),
        /** most first */
        causes: z.array(z.object({ code: z.string(), name: z.string(), count: z.number() })),
        categories: z.array(z.object({ code: z.string(), name: z.string(), count: z.number() })),
        departments: z.array(z.object({ code: z.string(), name: z.string(), count: z.number(), late: z.number() })),
        /** every month of the span, by when they were received */
        months: z.array(
          z.object({ month: z.string(), received: z.number(), solvedInTime: z.number(), solvedLate: z.number() }),
        ),
        /** whether measures helped: the same cause in as many days (at most 90) before and after the one on which it was done */
        actions: z.array(
          z.object({
            id,
            complaintId: id,
            number: z.string(),
            kind: actionKind,
            text: z.string(),
            doneDay: z.string().nullable(),
            helped: actionHelped.nullable(),
            cause: z.string().nullable(),
            causeName: z.string().nullable(),
            before: z.number().nullable(),
            after: z.number().nullable(),
            days: z.number().nullable(),
          }),
        ),
      }),
    ),
};
