import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { type SurveyChannel, type SurveyQuestion, surveyChannel } from '../../contract/surveyTerms.ts';
import { addYears } from '../../domain/day.ts';
import { scoresOf } from '../../domain/surveys/answers.ts';
import { figuresOf, monthsBetween, type ScoreCount } from '../../domain/surveys/figures.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';

type Figures = Contract['surveys']['figures'];
type Input = z.output<NonNullable<Figures['~orpc']['inputSchema']>>;
type Question = z.output<NonNullable<Figures['~orpc']['outputSchema']>>['questions'][number];

const mostYears = 3;
/** 当日跟进 (S2): ms */
const followedWithin = 24 * 3_600_000;

/** Responses `w` of the span. */
const within = ({ fromDay, toDay, questionnaireId }: Input): RawBuilder<unknown> =>
  sql`w.day >= ${fromDay} AND w.day <= ${toDay} AND w.deletedAt IS NULL
    AND ${questionnaireId === undefined ? sql`TRUE` : sql`w.questionnaireId = ${questionnaireId}`}`;

/** How often each score was given, by everything that the figures tell apart: a few hundred rows, however many answered. */
interface Cell extends ScoreCount {
  readonly month: string;
  readonly channel: SurveyChannel;
  readonly adviser: string | null;
}

const cellsOf = async (db: ReadDb, input: Input): Promise<readonly Cell[]> => {
  const { rows } = await sql<Cell>`
    SELECT substr(w.day, 1, 7) AS month, w.channel, s.adviser, a.kind, a.score, count(*) AS count
    FROM surveyResponse w JOIN surveyAnswer a ON a.responseId = w.id LEFT JOIN visit s ON s.id = w.visitId
    WHERE ${within(input)} AND a.kind IN ('nps', 'satisfaction') AND a.score IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5`.execute(db);
  return rows;
};

interface Responses {
  readonly channel: SurveyChannel;
  readonly adviser: string | null;
  readonly count: number;
  /** of customers whom we know */
  readonly bad: number;
  readonly inTime: number;
}

const responsesOf = async (db: ReadDb, input: Input): Promise<readonly Responses[]> => {
  const { rows } = await sql<Responses>`
    SELECT w.channel, s.adviser, count(*) AS count, sum(w.bad = 1 AND w.customerId IS NOT NULL) AS bad,
      sum(w.bad = 1 AND w.customerId IS NOT NULL AND coalesce(w.followedAt <= w.at + ${followedWithin}, 0)) AS inTime
    FROM surveyResponse w LEFT JOIN visit s ON s.id = w.visitId
    WHERE ${within(input)} GROUP BY 1, 2`.execute(db);
  return rows;
};

const sumOf = (rows: readonly Responses[], of: 'count' | 'bad' | 'inTime'): number =>
  rows.reduce((sum, row) => sum + row[of], 0);

interface Given {
  readonly questionnaireId: string;
  readonly questionId: string;
  readonly kind: SurveyQuestion['kind'];
  readonly score: number | null;
  /** the option that stood at this place when it was asked */
  readonly label: string | null;
  /** as it was asked last */
  readonly text: string;
  readonly position: number;
  readonly count: number;
}

const givenOf = async (db: ReadDb, input: Input): Promise<readonly Given[]> => {
  // of the columns that are not grouped SQLite takes those of the row that has the latest `at`
  const { rows } = await sql<Given>`
    SELECT w.questionnaireId, a.questionId, a.kind, a.score,
      CASE WHEN a.kind = 'choice' THEN json_extract(a.options, '$[' || (a.score - 1) || ']') END AS label,
      a.text, a.position, count(*) AS count, max(w.at) AS latest
    FROM surveyResponse w JOIN surveyAnswer a ON a.responseId = w.id
    WHERE ${within(input)} AND (a.score IS NOT NULL OR a.kind = 'words')
    GROUP BY w.questionnaireId, a.questionId, a.kind, a.score, label ORDER BY latest`.execute(db);
  return rows;
};

type Scores = Question['scores'];

/** Of a choice by the words of its options, those of today first: an option that was moved stays what it is. */
const choiceScores = (given: readonly Given[], options: readonly string[]): Scores => {
  const counts = new Map(options.map((label) => [label, 0]));
  for (const { label, count } of given) {
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + count);
  }
  return [...counts].map(([label, count], at) => ({ score: at + 1, label, count }));
};

const plainScores = (given: readonly Given[], scores: readonly number[]): Scores =>
  scores.map((score) => ({
    score,
    label: String(score),
    count: given.reduce((sum, one) => (one.score === score ? sum + one.count : sum), 0),
  }));

/** Questions in the order of today's questionnaires; those that were taken away since stand after the others of theirs. */
const questionsOf = async (db: ReadDb, input: Input): Promise<Question[]> => {
  const given = await givenOf(db, input);
  const questionnaires = await db.selectFrom('questionnaire').select(['id', 'questions', 'position']).execute();
  const places = new Map(questionnaires.map(({ id, position }) => [id, position]));
  const now = new Map(
    questionnaires.flatMap(({ id, questions }) =>
      (JSON.parse(questions) as SurveyQuestion[]).map((question, at) => [`${id} ${question.id}`, { question, at }]),
    ),
  );
  const byQuestion = Map.groupBy(given, ({ questionnaireId, questionId }) => `${questionnaireId} ${questionId}`);
  return [...byQuestion]
    .flatMap(([key, rows]) => {
      const last = rows.at(-1);
      if (!last) return [];
      const present = now.get(key);
      const { kind } = last;
      const scores =
        kind === 'choice'
          ? choiceScores(rows, present?.question.options ?? [])
          : plainScores(rows, scoresOf({ kind, options: [] }));
      return [
        {
          place: [places.get(last.questionnaireId) ?? 0, present?.at ?? 1000 + last.position] as const,
          row: {
            questionnaireId: last.questionnaireId,
            questionId: last.questionId,
            kind,
            text: present?.question.text ?? last.text,
            n: rows.reduce((sum, { count }) => sum + count, 0),
            scores,
          },
        },
      ];
    })
    .toSorted((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
    .map(({ row }) => row);
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** NPS 与满意度: of answers given between two days, both included. */
export const figures: QueryHandler<Figures> = async (db, input, ctx) => {
  const { fromDay, toDay } = input;
  if (toDay < fromDay) throw badField('toDay', 'ends-before-start');
  if (toDay > addYears(fromDay, mostYears)) throw badField('toDay', 'span-too-long');
  const { surveyTerms } = await settingsOn(db, ctx.today());
  const cells = await cellsOf(db, input);
  const responses = await responsesOf(db, input);
  const figuresIn = (fits: (cell: Cell) => boolean) => figuresOf(cells.filter(fits), surveyTerms.satisfiedFrom);
  const countIn = (fits: (row: Responses) => boolean): number => sumOf(responses.filter(fits), 'count');
  const channels = surveyChannel.options.filter((channel) => responses.some((row) => row.channel === channel));
  const advisers = [...new Set(responses.flatMap(({ adviser }) => adviser ?? []))];
  return {
    responses: sumOf(responses, 'count'),
    bad: sumOf(responses, 'bad'),
    followedInTime: sumOf(responses, 'inTime'),
    ...figuresIn(() => true),
    targets: {
      nps: surveyTerms.npsTarget,
      satisfiedPercent: surveyTerms.satisfiedPercentTarget,
      satisfiedFrom: surveyTerms.satisfiedFrom,
    },
    months: monthsBetween(fromDay, toDay).map((month) => ({ month, ...figuresIn((cell) => cell.month === month) })),
    byChannel: channels.map((channel) => ({
      channel,
      n: countIn((row) => row.channel === channel),
      ...figuresIn((cell) => cell.channel === channel),
    })),
    byAdviser: advisers
      .map((adviser) => ({
        adviser,
        n: countIn((row) => row.adviser === adviser),
        ...figuresIn((cell) => cell.adviser === adviser),
      }))
      .toSorted((a, b) => b.n - a.n || compare(a.adviser, b.adviser)),
    questions: await questionsOf(db, input),
  };
};
