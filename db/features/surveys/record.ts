import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { SurveyAnswer, SurveyChannel, SurveyQuestion } from '../../contract/surveyTerms.ts';
import { type AskedAnswer, checkAnswers, summaryOf } from '../../domain/surveys/answers.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { takePaperRow } from '../paper/enter.ts';
import { settingsOn } from '../settings/settingsOn.ts';
import { questionnaireOf, type StoredQuestionnaire } from './questionnaireRows.ts';
import { touchResponse } from './rows.ts';
import { type Whose, whoseAnswers } from './whose.ts';

/** Somebody's answers, wherever they come from. */
export interface GivenResponse extends Whose {
  readonly questionnaireId: string;
  readonly answers: readonly SurveyAnswer[];
  readonly channel: SurveyChannel;
  /** when they were given, UTC ms */
  readonly at: number;
  /** the contact in which they were */
  readonly contactId?: string;
  /** it was asked while it was in use: a paper that was printed, a task that was made */
  readonly askedBefore?: boolean;
  /** where the answers stand in the command's input: `survey.` */
  readonly path?: string;
}

/** @throws CareError VALIDATION of `answers` as the contract names it */
const checkedAnswers = (questionnaire: StoredQuestionnaire, given: GivenResponse): readonly AskedAnswer[] => {
  const questions = JSON.parse(questionnaire.questions) as SurveyQuestion[];
  const checked = checkAnswers(questions, given.answers);
  if (checked.ok) return checked.answers;
  const { reason, question } = checked;
  throw new CareError('VALIDATION', {
    fields: [{ path: `${given.path ?? ''}answers`, reason }],
    ...(question === undefined ? {} : { values: { question } }),
  });
};

const writeAnswers = async (db: WriteDb, responseId: string, answers: readonly AskedAnswer[]): Promise<void> => {
  const rows = answers.map(({ options, ...answer }) => ({ ...answer, responseId, options: JSON.stringify(options) }));
  await db.insertInto('surveyAnswer').values(rows).execute();
};

/**
 * Puts answers on record; whether they are bad says the setting of the day on which they were given. The caller names what its command is about.
 *
 * @throws CareError as `surveys.record`, but for `paperCode`
 */
export const recordResponse = async (
  db: WriteDb,
  given: GivenResponse,
  ctx: CommandContext,
): Promise<{ id: string; bad: boolean }> => {
  const questionnaire = await questionnaireOf(db, given.questionnaireId);
  if (questionnaire.active === 0 && !given.askedBefore)
    throw new CareError('CONFLICT', { reason: 'questionnaire-off' });
  if (given.at > ctx.now()) throw badField('at', 'survey-ahead');
  const answers = checkedAnswers(questionnaire, given);
  const { customerId, vehicleId, visitId } = await whoseAnswers(db, given);
  const day = dayOf(given.at, ctx.timeZone);
  const { surveyTerms } = await settingsOn(db, day);
  const { nps, satisfactionCenti, bad } = summaryOf(answers, surveyTerms);
  const id = ctx.newId();
  const row = {
    ...{ id, questionnaireId: questionnaire.id, channel: given.channel, at: given.at, day },
    ...{ customerId, vehicleId, visitId, contactId: given.contactId ?? null },
    ...{ nps, satisfactionCenti, bad: bad ? 1 : 0, createdAt: ctx.now(), byName: ctx.actor.name },
  };
  await ctx.rows.insert('surveyResponse', row, { owner: customerId });
  await writeAnswers(db, id, answers);
  touchResponse(ctx, row);
  return { id, bad };
};

/** 答卷, at the counter, from paper or in an interview; what is asked in a call goes with what came of it. */
export const record: CommandHandler<Contract['surveys']['record']> = async (db, input, ctx) => {
  const { requestId: _requestId, paperCode, at = ctx.now(), ...given } = input;
  const response = await recordResponse(db, { ...given, at, askedBefore: paperCode !== null }, ctx);
  if (paperCode !== null) await takePaperRow(db, ctx, { code: paperCode, kind: 'survey', responseId: response.id });
  ctx.about('surveyResponse', response.id);
  return response;
};
