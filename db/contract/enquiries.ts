import { z } from 'zod';
import { complaintChannel } from './complaintTerms.ts';
import { command, commandInput, everyone, query } from './entry.ts';
import { filled, id, instant, limit, optionalText, text, version } from './values.ts';

const topics = ['enquiries', 'customers'] as const;

/** 购车 · 维修保养 · 配件 · 保险 · 会员与积分 · 证照代办 · 其他 */
export const enquiryTopic = z.enum(['sales', 'service', 'parts', 'insurance', 'member', 'licence', 'other']);
export type EnquiryTopic = z.output<typeof enquiryTopic>;

/** 待答复 · 专家处理中 · 已答复 · 已归档 */
export const enquiryState = z.enum(['open', 'handedOver', 'answered', 'closed']);
export type EnquiryState = z.output<typeof enquiryState>;

/** An enquiry in the list. */
export const enquiryRow = z.object({
  id,
  version,
  number: z.string(),
  question: z.string(),
  topic: enquiryTopic,
  state: enquiryState,
  customerId: z.string().nullable(),
  name: z.string().nullable(),
  plate: z.string().nullable(),
  expertId: z.string().nullable(),
  expertName: z.string().nullable(),
  receivedAt: instant,
  /** the end of the term */
  dueAt: instant,
  /** not answered, and the term is over */
  overdue: z.boolean(),
  answeredAt: instant.nullable(),
  closedAt: instant.nullable(),
});
export type EnquiryRow = z.output<typeof enquiryRow>;

/** An enquiry, whole. */
export const enquiryPage = enquiryRow.extend({
  channel: complaintChannel,
  vehicleId: z.string().nullable(),
  /** of the stranger, or the first of the customer's file */
  phoneMasked: z.string().nullable(),
  /** of an enquiry that was opened again: the last one, which did not do */
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  /** answered after its term */
  late: z.boolean(),
  handedAt: instant.nullable(),
  handNote: z.string().nullable(),
  /** why it was opened again */
  reopenNote: z.string().nullable(),
  /** why it was closed without an answer */
  closeNote: z.string().nullable(),
  /** the kept answer that was given */
  keptAnswerId: z.string().nullable(),
  /** the kept answer that was made of this one */
  keptAsId: z.string().nullable(),
  byName: z.string(),
});
export type EnquiryPage = z.output<typeof enquiryPage>;

/** 常用答复 */
export const keptAnswerRow = z.object({
  id,
  version,
  question: z.string(),
  answer: z.string(),
  topic: enquiryTopic,
  /** enquiries that were answered with it */
  usedCount: z.number().int(),
  updatedAt: instant,
  byName: z.string(),
});
export type KeptAnswerRow = z.output<typeof keptAnswerRow>;

/** Who asks: somebody on file with or without a car, or a stranger. */
const who = {
  customerId: id.nullable().default(null),
  vehicleId: id.nullable().default(null),
  strangerName: optionalText(60),
};
const facts = {
  question: filled(2000),
  channel: complaintChannel.default('phone'),
  topic: enquiryTopic.default('other'),
};
const keptFacts = { question: filled(300), answer: filled(4000), topic: enquiryTopic.default('other') };

/** 咨询: a question that is no complaint is logged, answered or handed to an expert (专家) with a term, closed; good answers are kept. */
export const enquiries = {
  /**
   * `open`: what waits for an answer by its term, then what is answered and not yet closed; `mine`: the same, handed to who asks;
   * `closed`: latest first. `q`: any words, each of which stands anywhere in it.
   */
  list: query(everyone)
    .input(
      z.strictObject({
        tab: z.enum(['open', 'mine', 'closed']).default('open'),
        q: text(64).optional(),
        topic: enquiryTopic.optional(),
        customerId: id.optional(),
        cursor: text(80).optional(),
        limit: limit(100, 200),
      }),
    )
    .output(
      z.object({
        rows: z.array(enquiryRow),
        next: z.string().nullable(),
        /** of the tabs, whatever is searched for */
        counts: z.object({ open: z.number(), mine: z.number(), closed: z.number(), overdue: z.number() }),
      }),
    ),
  /** @throws NOT_FOUND `enquiry-not-found` */
  get: query(everyone).input(z.strictObject({ id })).output(enquiryPage),
  /** Kept answers for what is typed: those with all of its words first, then by how much of it they share, then by use. */
  suggest: query(everyone)
    .input(z.strictObject({ text: text(2000), topic: enquiryTopic.optional(), limit: limit(6, 20) }))
    .output(z.object({ rows: z.array(keptAnswerRow) })),
  /** 常用答复, the most used first; `q`: any words. */
  keptList: query(everyone)
    .input(
      z.strictObject({
        q: text(64).optional(),
        topic: enquiryTopic.optional(),
        cursor: text(80).optional(),
        limit: limit(100, 200),
      }),
    )
    .output(z.object({ rows: z.array(keptAnswerRow), next: z.string().nullable(), count: z.number().int() })),
  /**
   * 登记咨询. An answer given at once makes it answered, with `close` closed as well; without one its term begins.
   * @throws VALIDATION of `name` `enquirer-missing`, of `strangerPhone` `phone-invalid`, of `vehicleId` `vehicle-of-another`, of `close`
   * `enquiry-unanswered`; NOT_FOUND
   */
  add: command(everyone, topics)
    .input(
      commandInput({
        ...who,
        strangerPhone: optionalText(40),
        ...facts,
        answer: optionalText(4000),
        keptAnswerId: id.nullable().default(null),
        close: z.boolean().default(false),
      }),
    )
    .output(z.object({ id, number: z.string() })),
  /** Its facts, until it is closed; a stranger's number that is left out stays. @throws as `add`; CONFLICT `enquiry-closed` */
  update: command(everyone, topics)
    .input(commandInput({ id, version, ...who, strangerPhone: text(40).nullable().optional(), ...facts }))
    .output(z.object({ version })),
  /** 答复, or another wording of it. @throws CONFLICT `enquiry-closed`; NOT_FOUND `kept-answer-not-found` */
  answer: command(everyone, topics)
    .input(
      commandInput({
        id,
        version,
        text: filled(4000),
        keptAnswerId: id.nullable().default(null),
        close: z.boolean().default(false),
      }),
    )
    .output(z.object({ version })),
  /**
   * 转专家. `dueAt` left out: a whole new term.
   * @throws VALIDATION of `dueAt` `due-past`, of `expertId` `staff-not-found`, `staff-left`; CONFLICT `enquiry-closed`, `enquiry-answered`
   */
  handOver: command(everyone, topics)
    .input(commandInput({ id, version, expertId: id, dueAt: instant.optional(), note: optionalText(500) }))
    .output(z.object({ version })),
  /** 归档. @throws CONFLICT `enquiry-closed`; VALIDATION of `note` `enquiry-unanswered` where neither answer nor reason is there */
  close: command(everyone, topics)
    .input(commandInput({ id, version, note: optionalText(500) }))
    .output(z.object({ version })),
  /** 重开: an answered or closed one waits again, with a whole new term, for the expert whom it was with. @throws CONFLICT `enquiry-open` */
  reopen: command(everyone, topics)
    .input(commandInput({ id, version, note: filled(500) }))
    .output(z.object({ version })),
  /** The asker's whole numbers; a command, because every look is on record. */
  reveal: command(everyone, [], { secret: ['output'] })
    .input(commandInput({ id }))
    .output(z.object({ phones: z.array(z.string()) })),
  /** 存为常用答复, in words that fit anybody. @throws CONFLICT `enquiry-unanswered`, `enquiry-kept` */
  keepAnswer: command(everyone, ['enquiries'])
    .input(commandInput({ enquiryId: id, ...keptFacts }))
    .output(z.object({ id })),
  updateKept: command(everyone, ['enquiries'])
    .input(commandInput({ id, version, ...keptFacts }))
    .output(z.object({ version })),
  removeKept: command(everyone, ['enquiries']).input(commandInput({ id, version })).output(z.object({})),
  /** Takes `removeKept` back. @throws NOT_FOUND `kept-answer-not-found` */
  restoreKept: command(everyone, ['enquiries']).input(commandInput({ id })).output(z.object({})),
};
