import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { anywhere, wordsOf } from '../enquiries/matching.ts';
import { responsePages, responseRowOf, responseSelection, type SelectedResponse } from './rows.ts';

type Surveys = Contract['surveys'];
type Input = z.output<NonNullable<Surveys['list']['~orpc']['inputSchema']>>;

/** Who was removed from the files is called no more. */
const isWaiting = sql<SqlBool>`w.bad = 1 AND w.followedAt IS NULL AND w.customerId IS NOT NULL AND w.deletedAt IS NULL
  AND EXISTS (SELECT 1 FROM customer own WHERE own.id = w.customerId AND own.deletedAt IS NULL)`;

const countWaiting = async (db: ReadDb): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(*) AS count FROM surveyResponse w WHERE ${isWaiting}`.execute(db);
  return rows[0]?.count ?? 0;
};

/** Of the tabs, whatever is searched for; by an index each. */
const countsOf = async (db: ReadDb) => {
  const { rows } = await sql<{ bad: number; everyone: number }>`
    SELECT (SELECT count(*) FROM surveyResponse w WHERE w.bad = 1 AND w.deletedAt IS NULL) AS bad,
      (SELECT count(*) FROM surveyResponse w WHERE w.deletedAt IS NULL) AS everyone`.execute(db);
  return { waits: await countWaiting(db), bad: rows[0]?.bad ?? 0, all: rows[0]?.everyone ?? 0 };
};

const readCursor = (cursor: string): { at: number; id: string } => {
  const found = /^(\d{1,16}):([0-9a-f-]{36})$/.exec(cursor);
  if (!found?.[1] || !found[2]) throw badField('cursor', 'cursor-invalid');
  return { at: Number(found[1]), id: found[2] };
};

const cursorOf = ({ at, id }: SelectedResponse): string => `${at}:${id}`;

/** Each word stands somewhere: in what was said, the customer's name, the plate. */
const holding = (typed: string) =>
  wordsOf(typed).map((word) => {
    const like = anywhere(word);
    return sql<SqlBool>`(c.name LIKE ${like} ESCAPE '\\' OR v.plate LIKE ${like} ESCAPE '\\'
      OR EXISTS (SELECT 1 FROM surveyAnswer a WHERE a.responseId = w.id AND a.words LIKE ${like} ESCAPE '\\'))`;
  });

const selectionOf = (db: ReadDb, input: Input) => {
  const after = input.cursor ? readCursor(input.cursor) : null;
  const oldestFirst = input.tab === 'waits';
  const conditions = [
    ...(input.tab === 'waits' ? [isWaiting] : []),
    ...(input.tab === 'bad' ? [sql<SqlBool>`w.bad = 1`] : []),
    ...(input.questionnaireId ? [sql<SqlBool>`w.questionnaireId = ${input.questionnaireId}`] : []),
    ...(input.customerId ? [sql<SqlBool>`w.customerId = ${input.customerId}`] : []),
    ...(input.fromDay ? [sql<SqlBool>`w.day >= ${input.fromDay}`] : []),
    ...(input.toDay ? [sql<SqlBool>`w.day <= ${input.toDay}`] : []),
    ...(input.q ? holding(input.q) : []),
    ...(after
      ? [
          oldestFirst
            ? sql<SqlBool>`(w.at, w.id) > (${after.at}, ${after.id})`
            : sql<SqlBool>`(w.at, w.id) < (${after.at}, ${after.id})`,
        ]
      : []),
  ];
  const selection = conditions.reduce((sum, condition) => sum.where(condition), responseSelection(db));
  const order = oldestFirst ? 'asc' : 'desc';
  return selection.orderBy('w.at', order).orderBy('w.id', order);
};

/** 待跟进 · 不满意 · 全部答卷 */
export const list: QueryHandler<Surveys['list']> = async (db, input) => {
  const found = await selectionOf(db, input)
    .limit(input.limit + 1)
    .execute();
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map(responseRowOf),
    next: found.length > page.length && last ? cursorOf(last) : null,
    counts: await countsOf(db),
  };
};

/** 答卷, whole. */
export const get: QueryHandler<Surveys['get']> = async (db, { id }) => {
  const [page] = await responsePages(db, [id]);
  if (!page) throw notFound('response');
  return page;
};

/** How many wait, for the side bar. */
export const counts: QueryHandler<Surveys['counts']> = async (db) => ({ waits: await countWaiting(db) });
