import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { dayMs, hour } from './contactDesk.ts';
import { refusal } from './openTestStore.ts';
import { openSurveyDesk, questionnaires, rated } from './surveyDesk.ts';

const year = { fromDay: '2025-12-01', toDay: '2026-11-30' };

describe('NPS 与满意度', () => {
  it('of nobody are empty, with every month of the span', async () => {
    const { call } = await openSurveyDesk();
    const found = await call('surveys.figures', year);
    expect(found).toMatchObject({
      responses: 0,
      bad: 0,
      followedInTime: 0,
      byChannel: [],
      byAdviser: [],
      questions: [],
    });
    expect(found.nps).toEqual({ n: 0, promoters: 0, passives: 0, detractors: 0, score: null });
    expect(found.targets).toEqual({ nps: 40, satisfiedPercent: 90, satisfiedFrom: 4 });
    expect(found.months.map(({ month }: { month: string }) => month)).toHaveLength(12);
    const turned = { fromDay: '2026-02-01', toDay: '2026-01-31' };
    expect(await refusal(call('surveys.figures', turned))).toMatchObject({ fields: ['toDay: ends-before-start'] });
    const long = { fromDay: '2020-01-01', toDay: '2026-01-31' };
    expect(await refusal(call('surveys.figures', long))).toMatchObject({ fields: ['toDay: span-too-long'] });
  });

  it('are those of a naive count, by month, channel, adviser and question', async () => {
    const desk = await openSurveyDesk();
    const { answer, call, visit, vehicleId, clock, remove } = desk;
    const advisers = ['李敏', '陈刚'] as const;
    const visits = new Map<string, string>();
    for (const adviser of advisers) visits.set(adviser, (await visit(vehicleId, 100, { adviser })).id);
    const given = fc.record({
      satisfaction: fc.integer({ min: 1, max: 5 }),
      nps: fc.integer({ min: 0, max: 10 }),
      once: fc.constantFrom(null, 1, 2, 3),
      daysAgo: fc.integer({ min: 0, max: 200 }),
      channel: fc.constantFrom('phone', 'counter', 'paper', 'visit'),
      adviser: fc.constantFrom(null, ...advisers),
      removed: fc.boolean(),
    });
    type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;
    const counted: Given[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 6 }), async (some) => {
        for (const one of some) {
          const { id } = await answer({
            answers: [
              ...rated(one.satisfaction, one.nps),
              ...(one.once === null ? [] : [{ questionId: 'q4', score: one.once }]),
            ],
            at: clock.now - one.daysAgo * dayMs,
            channel: one.channel,
            visitId: one.adviser === null ? null : visits.get(one.adviser),
          });
          if (one.removed) await remove(id);
          else counted.push(one);
        }
        const naive = (rows: readonly Given[]) => {
          const promoters = rows.filter(({ nps }) => nps >= 9).length;
          const detractors = rows.filter(({ nps }) => nps <= 6).length;
          const satisfied = rows.filter(({ satisfaction }) => satisfaction >= 4).length;
          return {
            nps: { n: rows.length, promoters, detractors, passives: rows.length - promoters - detractors },
            satisfaction: { n: rows.length, satisfied },
          };
        };
        const monthOf = ({ daysAgo }: Given) => dayOf(clock.now - daysAgo * dayMs, 'Asia/Shanghai').slice(0, 7);
        const found = await call('surveys.figures', year);
        expect(found).toMatchObject({ responses: counted.length, ...naive(counted) });
        for (const month of found.months) {
          expect(month).toMatchObject(naive(counted.filter((one) => monthOf(one) === month.month)));
        }
        for (const row of found.byChannel) {
          const own = counted.filter(({ channel }) => channel === row.channel);
          expect(row).toMatchObject({ n: own.length, ...naive(own) });
        }
        for (const row of found.byAdviser) {
          const own = counted.filter(({ adviser }) => adviser === row.adviser);
          expect(row).toMatchObject({ n: own.length, ...naive(own) });
        }
        if (counted.length > 0) {
          expect(found.questions.find(({ questionId }: { questionId: string }) => questionId === 'q2').scores).toEqual(
            Array.from({ length: 11 }, (_, score) => ({
              ...{ score, label: String(score) },
              count: counted.filter(({ nps }) => nps === score).length,
            })),
          );
        }
        const once = counted.filter((one) => one.once !== null);
        const choice = found.questions.find(({ questionId }: { questionId: string }) => questionId === 'q4');
        if (once.length > 0) {
          expect(choice.scores).toEqual(
            ['是', '否', '还不清楚'].map((label, at) => ({
              ...{ score: at + 1, label },
              count: once.filter((one) => one.once === at + 1).length,
            })),
          );
        } else expect(choice).toBeUndefined();
      }),
      { numRuns: 15 },
    );
  });

  it('count who was called back within a day, of those whom we know', async () => {
    const { answer, follow, call, clock } = await openSurveyDesk();
    const [soon, late] = [await answer({ answers: rated(1, 1) }), await answer({ answers: rated(2, 9) })];
    await answer({ answers: rated(5, 5), customerId: null });
    await answer({ answers: rated(5, 5) });
    clock.now += 24 * hour;
    await follow(soon.id);
    clock.now += 1;
    await follow(late.id);
    expect(await call('surveys.figures', year)).toMatchObject({ responses: 4, bad: 3, followedInTime: 1 });
  });

  it('an option that was moved stays what it is, and a question that was taken away stays in the figures', async () => {
    const { answer, call, manager } = await openSurveyDesk();
    await answer({ answers: [...rated(5, 9), { questionId: 'q4', score: 1 }] });
    const {
      id,
      version,
      responses: _n,
      rules: _r,
      updatedAt: _u,
      byName: _b,
      ...fields
    } = await call('questionnaires.get', {
      id: questionnaires.service,
    });
    const questions = [
      { ...fields.questions[3], options: ['否', '是'] },
      { ...fields.questions[1], text: '会推荐我们吗？' },
    ];
    await call('questionnaires.update', { id, version, questionnaire: { ...fields, questions } }, manager);
    await answer({
      answers: [
        { questionId: 'q4', score: 1 },
        { questionId: 'q2', score: 3 },
      ],
    });
    const { questions: found } = await call('surveys.figures', { ...year, questionnaireId: id });
    expect(found).toMatchObject([
      {
        questionId: 'q4',
        n: 2,
        scores: [
          { label: '否', count: 1 },
          { label: '是', count: 1 },
        ],
      },
      { questionId: 'q2', text: '会推荐我们吗？', n: 2 },
      { questionId: 'q1', text: '您对这次服务总体满意吗？', n: 1 },
    ]);
  });
});
