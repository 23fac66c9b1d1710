import { z } from 'zod';
import { command, commandInput, everyone, query } from './entry.ts';
import { questionnaireRow, responsePage } from './surveys.ts';
import { surveyGiven } from './surveyTerms.ts';
import {
  contactChannel,
  contactOutcome,
  contactPurpose,
  firstCallPurpose,
  leftOutReason,
  taskReason,
  taskState,
} from './taskTerms.ts';
import { day, filled, id, instant, limit, optionalText, text, version } from './values.ts';

const topics = ['tasks', 'customers'] as const;

/** One customer on the day's list: everything that is due merged into one call (合并为一次联系). */
export const callRow = z.object({
  customerId: id,
  name: z.string(),
  phoneMasked: z.string().nullable(),
  tierName: z.string().nullable(),
  channel: contactChannel,
  /** the most urgent first */
  reasons: z.array(taskReason).min(1),
  urgency: z.enum(['overdue', 'today', 'ahead']),
  tries: z.number().int(),
  /** the next try, where one is planned */
  nextAt: instant.nullable(),
  /** 方便联系的时间, in the customer's words */
  contactHours: z.string().nullable(),
  /** whether now is such a time */
  suitsNow: z.boolean(),
  lastContactAt: instant.nullable(),
});
export type CallRow = z.output<typeof callRow>;

export const contactRow = z.object({
  id,
  version,
  at: instant,
  byName: z.string(),
  channel: contactChannel,
  outcome: contactOutcome,
  note: z.string().nullable(),
  nextAt: instant.nullable(),
  /** names of the rules whose tasks it was about */
  about: z.array(z.string()),
  complaintId: z.string().nullable(),
  purposes: z.array(firstCallPurpose),
});
export type ContactRow = z.output<typeof contactRow>;

/** A row of a day's calls on paper (回访单). */
export const sheetRow = callRow.extend({
  position: z.number().int(),
  /** 行码: five digits and a check digit; it names this row of this sheet */
  code: z.string(),
  /** whole: it is paper for calling */
  phone: z.string().nullable(),
  /** how the most urgent of them is begun */
  script: z.string(),
});
export type SheetRow = z.output<typeof sheetRow>;

/** A row code as it was typed or scanned. */
const typedCode = text(20);

/** 回访: the day's list, made of what the rules found, and what came of each contact. */
export const tasks = {
  /** The list of now; whom it leaves out is counted by reason. `mine`: of who asks, or of the role where a task names nobody. */
  day: query(everyone)
    .input(
      z.strictObject({
        channel: contactChannel.default('call'),
        mine: z.boolean().default(false),
        ruleId: id.optional(),
        limit: limit(200, 500),
      }),
    )
    .output(
      z.object({
        day,
        rows: z.array(callRow),
        count: z.number().int(),
        overdue: z.number().int(),
        /** customers left out, each under the first reason that holds; listed + left out = matched */
        leftOut: z.array(z.object({ reason: leftOutReason, count: z.number().int() })),
        matched: z.number().int(),
        /** contacts on record today */
        doneToday: z.number().int(),
      }),
    ),
  /** Whom the list leaves out, and why. */
  leftOut: query(everyone)
    .input(
      z.strictObject({
        channel: contactChannel.default('call'),
        reason: leftOutReason.optional(),
        limit: limit(200, 500),
      }),
    )
    .output(z.object({ rows: z.array(callRow.extend({ reason: leftOutReason })), count: z.number().int() })),
  /** How many calls wait, for the side bar. */
  counts: query(everyone)
    .input(z.strictObject({}))
    .output(z.object({ calls: z.number().int(), overdue: z.number().int() })),
  /** What the call screen needs of a customer: what is due, what to say with the facts filled in, and what was said before. */
  call: query(everyone)
    .input(z.strictObject({ customerId: id, channel: contactChannel.default('call') }))
    .output(
      z.object({
        call: callRow.nullable(),
        leftOut: leftOutReason.nullable(),
        /** one script (话术): the most urgent task's opening, then the others' */
        script: z.array(z.object({ taskId: id, ruleName: z.string(), purpose: contactPurpose, text: z.string() })),
        /** the six purposes of the first call are ticked off */
        firstCall: z.boolean(),
        /** what is asked in it, with the task that it is of */
        questionnaire: z
          .object({ taskId: id, questionnaire: questionnaireRow, visitId: z.string().nullable() })
          .nullable(),
        /** the bad answers that it is about, the latest first */
        bad: z.array(responsePage),
        /** the latest first */
        history: z.array(contactRow),
        /** what the calendar proposes as the next try where nobody answers */
        nextTryAt: instant,
      }),
    ),
  /**
   * What came of a contact, with what follows: tasks done or given up, the next try planned, a promise noted.
   * @throws VALIDATION of `nextAt` `next-try-missing` (callBack without a time), `next-try-past`; of `outcome` `outcome-of-channel`, `survey-unanswered`; CONFLICT
   * `task-not-open`; of `survey` as `surveys.record`; NOT_FOUND
   */
  record: command(everyone, [...topics, 'promises', 'surveys'])
    .input(
      commandInput({
        customerId: id,
        taskIds: z.array(id).max(30),
        channel: contactChannel.default('call'),
        outcome: contactOutcome.exclude(['never', 'sent']),
        note: optionalText(500),
        nextAt: instant.nullable().default(null),
        purposes: z.array(firstCallPurpose).max(6).default([]),
        complaintId: id.nullable().default(null),
        promise: z
          .strictObject({ text: filled(300), dueAt: instant, ownerId: id })
          .nullable()
          .default(null),
        /** what was answered to the questionnaire; the task that asked for it is done by it */
        survey: surveyGiven.nullable().default(null),
      }),
    )
    .output(
      z.object({
        id,
        nextAt: instant.nullable(),
        done: z.number().int(),
        open: z.number().int(),
        /** the answers that were put on record with it */
        response: z.object({ id, bad: z.boolean() }).nullable(),
      }),
    ),
  /** 不再联系: consent to marketing and reminders is withdrawn, and every task but what is owed is given up. */
  refuse: command(everyone, topics)
    .input(commandInput({ customerId: id, taskIds: z.array(id).max(30), note: optionalText(500) }))
    .output(z.object({ id, dropped: z.number().int() })),
  /** A task given up by hand, with why. @throws CONFLICT `task-not-open` */
  drop: command(everyone, topics)
    .input(commandInput({ taskId: id, version, note: filled(200) }))
    .output(z.object({})),
  /** The texts of letters or messages, filled in, with where they go; what the list leaves out is not among them. For reading, before they are sent. */
  texts: query(everyone)
    .input(z.strictObject({ channel: contactChannel.exclude(['call']), customerIds: z.array(id).min(1).max(500) }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            customerId: id,
            name: z.string(),
            /** 称呼: 王先生 */
            salutation: z.string(),
            taskIds: z.array(id),
            text: z.string(),
            /** of letters */
            address: z.string().nullable(),
          }),
        ),
        store: z.string(),
      }),
    ),
  /**
   * Puts a batch on record as sent and hands out whole numbers with the texts, for the sender's own service (群发文件); on record as an export of
   * personal data. Only those whom the list does not leave out at this instant are sent.
   */
  send: command(everyone, topics)
    .input(commandInput({ channel: contactChannel.exclude(['call']), customerIds: z.array(id).min(1).max(500) }))
    .output(
      z.object({
        rows: z.array(z.object({ customerId: id, name: z.string(), phone: z.string().nullable(), text: z.string() })),
        leftOut: z.array(z.object({ reason: leftOutReason, count: z.number().int() })),
      }),
    ),
  /**
   * 打印回访单: the list of now on paper, with a code for each row and whole numbers; on record as an export of personal data. The caller names
   * the sheet, so that it can put its print on record.
   * @throws NOT_FOUND `task-not-found` where nobody is listed; CONFLICT `sheet-printed`
   */
  printSheet: command(everyone, [], { secret: ['output'] })
    .input(
      commandInput({
        sheetId: id,
        channel: z.literal('call').default('call'),
        mine: z.boolean().default(false),
        ruleId: id.nullable().default(null),
      }),
    )
    .output(
      z.object({
        sheetId: id,
        store: z.string(),
        day,
        at: instant,
        byName: z.string(),
        rows: z.array(sheetRow),
        /** customers on the list: more than a sheet holds wait for the next */
        count: z.number().int(),
      }),
    ),
  /** 补录: whom a row of a sheet names, and what of it is still open. @throws VALIDATION of `code` `row-code-wrong`; NOT_FOUND `row-code-unknown` */
  sheetRow: query(everyone)
    .input(z.strictObject({ code: typedCode }))
    .output(
      z.object({
        code: z.string(),
        position: z.number().int(),
        customerId: id,
        name: z.string(),
        /** the day of the sheet, and when it was printed */
        day,
        printedAt: instant,
        printedBy: z.string(),
        /** printed and still to be done */
        reasons: z.array(taskReason),
        /** printed, and closed since by somebody or by itself */
        closed: z.number().int(),
        /** null until it is entered */
        entered: z.object({ outcome: contactOutcome, at: instant, byName: z.string() }).nullable(),
      }),
    ),
  /**
   * What came of a call, as a sheet has it, at the time it was made. What was closed since it was printed is left as it is.
   * @throws as `sheetRow` and `record`; VALIDATION of `at` `row-before-print`, `row-future`; CONFLICT `row-entered`
   */
  enterRow: command(everyone, topics)
    .input(
      commandInput({
        code: typedCode,
        outcome: contactOutcome.exclude(['never', 'sent']),
        at: instant,
        note: optionalText(500),
        nextAt: instant.nullable().default(null),
      }),
    )
    .output(
      z.object({ id, nextAt: instant.nullable(), done: z.number().int(), open: z.number().int(), closed: z.number() }),
    ),
  /** 不再联系 on a sheet, as `refuse`. @throws as `enterRow` */
  enterRefusal: command(everyone, topics)
    .input(commandInput({ code: typedCode, at: instant, note: optionalText(500) }))
    .output(z.object({ id, dropped: z.number().int() })),
  /** Tasks of a customer, open ones first, then the latest. */
  ofCustomer: query(everyone)
    .input(z.strictObject({ customerId: id, limit: limit(50, 200) }))
    .output(
      z.object({
        rows: z.array(
          taskReason.extend({
            state: taskState,
            /** `taskEndReason` or `taskClosedReason` */
            endReason: z.string().nullable(),
            /** why it was given up by hand */
            note: z.string().nullable(),
            closedAt: instant.nullable(),
            closedBy: z.string().nullable(),
          }),
        ),
      }),
    ),
};
