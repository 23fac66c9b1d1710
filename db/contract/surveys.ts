import { z } from 'zod';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import { questionKind, questionnaireFields, surveyChannel, surveyGiven } from './surveyTerms.ts';
import { day, filled, id, instant, limit, text, version } from './values.ts';

const topics = ['surveys', 'customers', 'tasks'] as const;

export const questionnaireRow = questionnaireFields.extend({
  id,
  version,
  /** responses on record */
  responses: z.number().int(),
  /** names of the rules that ask it */
  rules: z.array(z.string()),
  updatedAt: instant,
  byName: z.string(),
});
export type QuestionnaireRow = z.output<typeof questionnaireRow>;

/** 问卷 */
export const questionnaires = {
  /** In their order; `active` alone: those that may be asked. */
  list: query(everyone)
    .input(z.strictObject({ active: z.boolean().default(false) }))
    .output(z.object({ rows: z.array(questionnaireRow) })),
  /** @throws NOT_FOUND `questionnaire-not-found` */
  get: query(everyone).input(z.strictObject({ id })).output(questionnaireRow),
  /** @throws VALIDATION of `questions` `question-twice`, `options-missing` (a choice of fewer than two, or options twice), `options-needless` */
  add: command(managers, ['surveys'])
    .input(commandInput({ questionnaire: questionnaireFields }))
    .output(z.object({ id })),
  /**
   * A question that was answered keeps its kind; one that is taken away stays in the figures of before.
   * @throws as `add`; VALIDATION of `questions` `question-kind-changed`, of `active` `questionnaire-in-rule` (values name)
   */
  update: command(managers, ['surveys'])
    .input(commandInput({ id, version, questionnaire: questionnaireFields }))
    .output(z.object({ version })),
  /** @throws CONFLICT `questionnaire-in-rule` (values name), `questionnaire-answered`: one with responses is switched off instead */
  remove: command(managers, ['surveys']).input(commandInput({ id, version })).output(z.object({})),
};

/** Somebody's answers (答卷) in a list. */
export const responseRow = z.object({
  id,
  version,
  questionnaireId: id,
  questionnaire: z.string(),
  channel: surveyChannel,
  at: instant,
  day,
  byName: z.string(),
  /** null: nobody said who it was */
  customerId: z.string().nullable(),
  name: z.string().nullable(),
  vehicleId: z.string().nullable(),
  plate: z.string().nullable(),
  /** the first NPS answer, 0–10 */
  nps: z.number().int().nullable(),
  /** mean of its satisfaction answers in hundredths: 450 is 4.5 of 5 */
  satisfactionCenti: z.number().int().nullable(),
  /** 不满意: an NPS of 0–6, or a satisfaction through the setting's `badThrough` */
  bad: z.boolean(),
  /** bad, of a known customer, and nobody has spoken with them about it yet */
  waits: z.boolean(),
  followedAt: instant.nullable(),
  followedBy: z.string().nullable(),
  complaintId: z.string().nullable(),
  complaintNumber: z.string().nullable(),
  /** the first words that were said */
  words: z.string().nullable(),
});
export type ResponseRow = z.output<typeof responseRow>;

export const responsePage = responseRow.extend({
  visitId: z.string().nullable(),
  /** of the service that it is about */
  adviser: z.string().nullable(),
  followNote: z.string().nullable(),
  answers: z.array(
    z.object({
      questionId: z.string(),
      kind: questionKind,
      /** as it was asked */
      text: z.string(),
      /** of a choice, as they were */
      options: z.array(z.string()),
      score: z.number().int().nullable(),
      words: z.string().nullable(),
    }),
  ),
});
export type ResponsePage = z.output<typeof responsePage>;

/** Of NPS answers: n, and how many of 9–10, 7–8, 0–6. `score`: % of 9–10 minus % of 0–6, rounded to tenths; null without an answer. */
const npsFigure = z.object({
  n: z.number().int(),
  promoters: z.number().int(),
  passives: z.number().int(),
  detractors: z.number().int(),
  score: z.number().nullable(),
});
/** Of satisfaction answers: n, those from `satisfiedFrom` up, % of them and the mean of 1–5 in hundredths; null without an answer. */
const satisfactionFigure = z.object({
  n: z.number().int(),
  satisfied: z.number().int(),
  percent: z.number().nullable(),
  meanCenti: z.number().int().nullable(),
});

/** 满意度: what customers answered, what it sums up to, and who has to be spoken with. */
export const surveys = {
  /** `waits`: bad answers that nobody has followed up, the oldest first; `all`: the latest first. */
  list: query(everyone)
    .input(
      z.strictObject({
        tab: z.enum(['waits', 'bad', 'all']).default('all'),
        questionnaireId: id.optional(),
        customerId: id.optional(),
        /** a word that was said, or of the customer's name */
        q: text(64).optional(),
        fromDay: day.optional(),
        toDay: day.optional(),
        cursor: text(80).optional(),
        limit: limit(100, 200),
      }),
    )
    .output(
      z.object({
        rows: z.array(responseRow),
        next: z.string().nullable(),
        counts: z.object({ waits: z.number(), bad: z.number(), all: z.number() }),
      }),
    ),
  /** @throws NOT_FOUND `response-not-found` */
  get: query(everyone).input(z.strictObject({ id })).output(responsePage),
  /** How many wait to be spoken with, for the side bar. */
  counts: query(everyone)
    .input(z.strictObject({}))
    .output(z.object({ waits: z.number().int() })),
  /** NPS and satisfaction with n, by month and by question; both days belong to it. @throws VALIDATION of `toDay` `ends-before-start`, `span-too-long` (3 years) */
  figures: query(everyone)
    .input(z.strictObject({ fromDay: day, toDay: day, questionnaireId: id.optional() }))
    .output(
      z.object({
        responses: z.number().int(),
        /** bad ones of known customers, and how many of them were followed up within a day */
        bad: z.number().int(),
        followedInTime: z.number().int(),
        nps: npsFigure,
        satisfaction: satisfactionFigure,
        targets: z.object({ nps: z.number(), satisfiedPercent: z.number(), satisfiedFrom: z.number().int() }),
        /** every month of the span, empty ones too, `YYYY-MM` */
        months: z.array(z.object({ month: z.string(), nps: npsFigure, satisfaction: satisfactionFigure })),
        byChannel: z.array(
          z.object({ channel: surveyChannel, n: z.number().int(), nps: npsFigure, satisfaction: satisfactionFigure }),
        ),
        /** of services whose adviser is known */
        byAdviser: z.array(
          z.object({ adviser: z.string(), n: z.number().int(), nps: npsFigure, satisfaction: satisfactionFigure }),
        ),
        questions: z.array(
          z.object({
            questionnaireId: id,
            questionId: z.string(),
            kind: questionKind,
            text: z.string(),
            n: z.number().int(),
            /** how often each score was given: 0–10, 1–5, or by option; none of `words` */
            scores: z.array(z.object({ score: z.number().int(), label: z.string(), count: z.number().int() })),
          }),
        ),
      }),
    ),
  /**
   * Answers are on record (答卷). A bad one of a known customer waits until somebody has spoken with them; the rules make a task of it.
   * `paperCode`: the code of the paper that they were written on.
   * @throws VALIDATION of `answers` `answer-missing` (values question: its number), `answer-score`, `answer-unknown`, `answers-none`; of `at`
   * `survey-ahead`; of `vehicleId` `vehicle-of-another`, of `visitId` `visit-of-another`; CONFLICT `questionnaire-off`, of `paperCode` as
   * `paper.row`, `row-entered`; NOT_FOUND
   */
  record: command(everyone, [...topics, 'paper'])
    .input(
      commandInput({
        ...surveyGiven.shape,
        channel: surveyChannel,
        customerId: id.nullable().default(null),
        vehicleId: id.nullable().default(null),
        visitId: id.nullable().default(null),
        at: instant.optional(),
        paperCode: text(20).nullable().default(null),
      }),
    )
    .output(z.object({ id, bad: z.boolean() })),
  /** 已跟进: somebody has spoken with them, with what came of it. @throws CONFLICT `response-followed`, `response-not-bad` */
  follow: command(everyone, topics)
    .input(commandInput({ id, version, note: filled(500) }))
    .output(z.object({ version })),
  /** Entered by mistake: it leaves the figures; a paper that it was entered from waits again. */
  remove: command(managers, [...topics, 'paper'])
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(z.object({})),
};
