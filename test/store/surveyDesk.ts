import type { ResponsePage } from '../../db/contract/surveys.ts';
import type { Actor } from '../../db/store/types.ts';
import { openContactDesk } from './contactDesk.ts';

/** Questionnaires and rules that every store begins with. */
export const questionnaires = {
  service: '00000000-0000-7000-8000-000000000401',
  purchase: '00000000-0000-7000-8000-000000000402',
  interview: '00000000-0000-7000-8000-000000000403',
} as const;
export const surveyRules = {
  rating: '00000000-0000-7000-8000-000000000301',
  detractor: '00000000-0000-7000-8000-000000000302',
  interview: '00000000-0000-7000-8000-000000000303',
} as const;

/** Answers to 服务满意度: of the whole, of recommending, and why. */
export const rated = (satisfaction: number, nps: number, words: string | null = null) => [
  { questionId: 'q1', score: satisfaction },
  { questionId: 'q2', score: nps },
  ...(words === null ? [] : [{ questionId: 'q5', words }]),
];

/** The desk of contacts, with short ways to answer questionnaires. */
export const openSurveyDesk = async () => {
  const desk = await openContactDesk();
  const { call, officer, manager, customerId, connection } = desk;
  const record = (input: object = {}, actor: Actor = officer): Promise<{ id: string; bad: boolean }> =>
    call(
      'surveys.record',
      { questionnaireId: questionnaires.service, channel: 'counter', customerId, answers: rated(5, 9), ...input },
      actor,
    );
  const page = (id: string): Promise<ResponsePage> => call('surveys.get', { id }, officer);
  const follow = async (id: string, note = '已致歉') =>
    call('surveys.follow', { id, version: (await page(id)).version, note }, officer);
  const remove = async (id: string, reason = '录错了') =>
    call('surveys.remove', { id, version: (await page(id)).version, reason }, manager);
  const listed = async (input: object = {}): Promise<string[]> =>
    (await call('surveys.list', input, officer)).rows.map((row: { id: string }) => row.id);
  /** Asks a rule as the host does. How many tasks it made. */
  const ask = async (ruleId: string): Promise<number> => {
    const { rows } = await call('tasks.found', { ruleId });
    return rows.length === 0 ? 0 : (await call('tasks.add', { ruleId, rows })).added;
  };
  /** Ends what is over, as the host does. Why each ended. */
  const endOver = async (): Promise<string[]> => {
    const { rows } = await call('tasks.over');
    if (rows.length > 0) await call('tasks.end', { rows });
    return rows.map(({ reason }: { reason: string }) => reason);
  };
  const tasksOf = (ruleId: string) =>
    connection
      .prepare(
        'SELECT id, customerId, vehicleId, subjectId, occasionDay, lastDay, state, endReason FROM task WHERE ruleId = ?',
      )
      .all(ruleId) as {
      id: string;
      customerId: string;
      vehicleId: string | null;
      subjectId: string | null;
      occasionDay: string;
      lastDay: string;
      state: string;
      endReason: string | null;
    }[];
  return { ...desk, answer: record, page, follow, remove, listed, ask, endOver, tasksOf };
};
export type SurveyDesk = Awaited<ReturnType<typeof openSurveyDesk>>;
