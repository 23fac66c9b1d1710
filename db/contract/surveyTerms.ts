import { z } from 'zod';
import { filled, id, optionalText, text } from './values.ts';

/**
 * A question's kind: `nps` 推荐意愿 0–10 (NPS is % of 9–10 minus % of 0–6); `satisfaction` 满意度 1–5; `choice` 单选, by the place of an option,
 * the first is 1; `words` 开放题.
 */
export const questionKind = z.enum(['nps', 'satisfaction', 'choice', 'words']);
export type QuestionKind = z.output<typeof questionKind>;

/** One question. Its id stays when its words are mended; what asks for something else is a new question. */
export const surveyQuestion = z.strictObject({
  id: text(40).min(1),
  kind: questionKind,
  text: filled(200),
  /** of `choice`: two to nine; none of the others */
  options: z.array(filled(60)).max(9),
  /** has to be answered */
  required: z.boolean(),
});
export type SurveyQuestion = z.output<typeof surveyQuestion>;

/** A questionnaire (问卷) as it is written. */
export const questionnaireFields = z.strictObject({
  name: filled(40),
  /** 开场白, read out or shown first */
  intro: text(500),
  /** 结束语 */
  thanks: text(300),
  questions: z.array(surveyQuestion).min(1).max(20),
  /** may be asked; one that is not stays for its figures */
  active: z.boolean(),
});
export type QuestionnaireFields = z.output<typeof questionnaireFields>;

/** How it was asked: 电话 · 柜台屏幕 · 纸质 · 面谈（深访） */
export const surveyChannel = z.enum(['phone', 'counter', 'paper', 'visit']);
export type SurveyChannel = z.output<typeof surveyChannel>;

/** An answer as it is given; a question that was passed over has none. */
export const surveyAnswer = z.strictObject({
  questionId: text(40).min(1),
  /** of `nps`, `satisfaction`, `choice` */
  score: z.number().int().min(0).max(10).nullable().default(null),
  /** of `words`; of the others what was said beside */
  words: optionalText(1000),
});
export type SurveyAnswer = z.output<typeof surveyAnswer>;

/** Answers of somebody to a questionnaire, wherever they are entered. */
export const surveyGiven = z.strictObject({ questionnaireId: id, answers: z.array(surveyAnswer).max(20) });

/** 满意度目标与预警: what counts as satisfied, whom we ask back, and what the store wants to reach (S2). */
export const surveyTerms = z
  .strictObject({
    /** a satisfaction of so many or fewer is a bad answer (不满意); an NPS answer of 0–6 always is */
    badThrough: z.number().int().min(1).max(3),
    /** of so many or more is satisfied */
    satisfiedFrom: z.number().int().min(3).max(5),
    npsTarget: z.number().int().min(-100).max(100),
    satisfiedPercentTarget: z.number().int().min(0).max(100),
  })
  .refine(({ badThrough, satisfiedFrom }) => badThrough < satisfiedFrom, 'satisfied-below-bad');
