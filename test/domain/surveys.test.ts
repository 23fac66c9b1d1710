import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { SurveyAnswer, SurveyQuestion } from '../../db/contract/surveyTerms.ts';
import { checkAnswers, summaryOf } from '../../db/domain/surveys/answers.ts';
import { monthsBetween, npsOf, type ScoreCount, satisfactionOf } from '../../db/domain/surveys/figures.ts';
import { questionProblems } from '../../db/domain/surveys/questionProblems.ts';
import { drawn, spanBegin } from '../../db/domain/tasks/lot.ts';

const question = (id: string, part: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  ...{ id, kind: 'satisfaction', text: `题 ${id}`, options: [], required: false },
  ...part,
});
const questions = [
  question('all', { required: true }),
  question('nps', { kind: 'nps' }),
  question('once', { kind: 'choice', options: ['是', '否'] }),
  question('why', { kind: 'words' }),
];
const answer = (questionId: string, score: number | null, words: string | null = null): SurveyAnswer => ({
  questionId,
  score,
  words,
});

describe('answers beside their questions', () => {
  it('stand in the order of the questions, as they were asked; what was passed over is left out', () => {
    const given = [answer('why', null, '等太久'), answer('nps', 7), answer('all', 2), answer('once', null)];
    const checked = checkAnswers(questions, given);
    expect(checked).toMatchObject({
      ok: true,
      answers: [
        { questionId: 'all', position: 1, kind: 'satisfaction', text: '题 all', score: 2 },
        { questionId: 'nps', position: 2, score: 7 },
        { questionId: 'why', position: 4, words: '等太久' },
      ],
    });
  });

  test.each<[string, SurveyAnswer[], object]>([
    ['one that has to be answered', [answer('nps', 9)], { reason: 'answer-missing', question: 1 }],
    ['words where a score has to be', [answer('all', null, '好')], { reason: 'answer-missing', question: 1 }],
    ['a 6 of 5', [answer('all', 6)], { reason: 'answer-score', question: 1 }],
    ['a 0 of 5', [answer('all', 0)], { reason: 'answer-score', question: 1 }],
    ['a third of two options', [answer('all', 5), answer('once', 3)], { reason: 'answer-score', question: 3 }],
    ['a score for words', [answer('all', 5), answer('why', 1)], { reason: 'answer-score', question: 4 }],
    ['one that is not asked', [answer('all', 5), answer('other', 1)], { reason: 'answer-unknown' }],
    ['one answered twice', [answer('all', 5), answer('all', 1)], { reason: 'answer-unknown' }],
  ])('%s is refused', (_what, given, refused) => {
    expect(checkAnswers(questions, given)).toMatchObject({ ok: false, ...refused });
  });

  it('none at all are none', () => {
    expect(checkAnswers(questions.slice(1), [])).toEqual({ ok: false, reason: 'answers-none' });
  });

  test.each<[string, readonly (readonly ['nps' | 'satisfaction' | 'choice', number])[], object]>([
    [
      'glad',
      [
        ['satisfaction', 5],
        ['nps', 9],
      ],
      { nps: 9, satisfactionCenti: 500, bad: false },
    ],
    [
      'content, would not recommend',
      [
        ['satisfaction', 5],
        ['nps', 6],
      ],
      { nps: 6, satisfactionCenti: 500, bad: true },
    ],
    [
      'one bad of three',
      [
        ['satisfaction', 5],
        ['satisfaction', 5],
        ['satisfaction', 2],
      ],
      { nps: null, satisfactionCenti: 400, bad: true },
    ],
    [
      'a third of a point',
      [
        ['satisfaction', 4],
        ['satisfaction', 4],
        ['satisfaction', 5],
      ],
      { nps: null, satisfactionCenti: 433, bad: false },
    ],
    [
      'two NPS, the first counts',
      [
        ['nps', 8],
        ['nps', 3],
      ],
      { nps: 8, satisfactionCenti: null, bad: true },
    ],
    ['only a choice', [['choice', 1]], { nps: null, satisfactionCenti: null, bad: false }],
  ])('%s', (_what, given, summary) => {
    const answers = given.map(([kind, score]) => ({ kind, score }));
    expect(summaryOf(answers, { badThrough: 2 })).toEqual(summary);
  });
});

describe('questions of a questionnaire', () => {
  test.each<[string, SurveyQuestion[], object[]]>([
    ['whole', questions, []],
    ['one twice', [question('a'), question('b'), question('a')], [{ path: '2', reason: 'question-twice' }]],
    [
      'a choice of one',
      [question('a', { kind: 'choice', options: ['是'] })],
      [{ path: '0', reason: 'options-missing' }],
    ],
    [
      'an option twice',
      [question('a', { kind: 'choice', options: ['是', '是'] })],
      [{ path: '0', reason: 'options-missing' }],
    ],
    ['options of a score', [question('a', { options: ['是', '否'] })], [{ path: '0', reason: 'options-needless' }]],
  ])('%s', (_what, asked, problems) => {
    expect(questionProblems(asked)).toEqual(problems);
  });

  it('one that was answered keeps its kind', () => {
    const answered = new Map([['nps', 'satisfaction' as const]]);
    expect(questionProblems(questions, answered)).toEqual([{ path: '1', reason: 'question-kind-changed' }]);
  });
});

describe('figures', () => {
  it('of none say nothing', () => {
    expect(npsOf([])).toEqual({ n: 0, promoters: 0, passives: 0, detractors: 0, score: null });
    expect(satisfactionOf([], 4)).toEqual({ n: 0, satisfied: 0, percent: null, meanCenti: null });
  });

  it('worked by hand', () => {
    const counts: ScoreCount[] = [
      { kind: 'nps', score: 10, count: 5 },
      { kind: 'nps', score: 7, count: 1 },
      { kind: 'nps', score: 6, count: 3 },
      { kind: 'satisfaction', score: 5, count: 1 },
      { kind: 'satisfaction', score: 2, count: 2 },
    ];
    // (5 − 3) of 9
    expect(npsOf(counts)).toEqual({ n: 9, promoters: 5, passives: 1, detractors: 3, score: 22.2 });
    expect(satisfactionOf(counts, 4)).toEqual({ n: 3, satisfied: 1, percent: 33.3, meanCenti: 300 });
  });

  it('are those of a naive count, whatever was answered and however it is gathered', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 60 });
    fc.assert(
      fc.property(scores, (given) => {
        const each = given.map((score) => ({ kind: 'nps' as const, score, count: 1 }));
        const gathered = [...Map.groupBy(given, (score) => score)].map(([score, same]) => ({
          ...{ kind: 'nps' as const, score, count: same.length },
        }));
        const promoters = given.filter((score) => score > 8).length;
        const detractors = given.filter((score) => score < 7).length;
        const found = npsOf(gathered);
        expect(found).toEqual(npsOf(each));
        expect(found).toMatchObject({ n: given.length, promoters, detractors });
        expect(found.passives).toBe(given.filter((score) => score === 7 || score === 8).length);
        if (given.length > 0) {
          expect(Math.abs((found.score ?? 0) - (100 * (promoters - detractors)) / given.length)).toBeLessThanOrEqual(
            0.0500001,
          );
        }
      }),
    );
  });

  it('have every month of a span', () => {
    expect(monthsBetween('2025-11-30', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02-01', '2026-02-01')).toEqual(['2026-02']);
  });
});

describe('lots', () => {
  test.each([
    ['2026-11-22', 1, '2026-11-01'],
    ['2026-11-22', 3, '2026-10-01'],
    ['2026-12-31', 6, '2026-07-01'],
    ['2026-01-01', 12, '2026-01-01'],
    ['2026-03-31', 3, '2026-01-01'],
  ])('%s lies in the span of %i months that begins on %s', (day, months, begin) => {
    expect(spanBegin(day, months)).toBe(begin);
  });

  const ids = Array.from({ length: 200 }, (_, at) => ({ customerId: `customer-${at}` }));
  const draw = (rows: typeof ids, ruleId = 'rule', begin = '2026-10-01') =>
    drawn(rows, 20, { ruleId, begin }).map(({ customerId }) => customerId);

  it('are the same whoever draws, in whatever order the customers stand', () => {
    expect(draw(ids.toReversed())).toEqual(draw(ids));
    expect(draw(ids)).toHaveLength(20);
  });

  it('are others for another rule, and in another span', () => {
    expect(draw(ids, 'other')).not.toEqual(draw(ids));
    expect(draw(ids, 'rule', '2027-01-01')).not.toEqual(draw(ids));
  });

  it('fall on everybody alike', () => {
    const times = new Map<string, number>();
    for (let span = 0; span < 400; span++) {
      for (const id of draw(ids, 'rule', `span-${span}`)) times.set(id, (times.get(id) ?? 0) + 1);
    }
    // each is drawn in one span of ten: 40 of 400, within five deviations
    expect(times.size).toBe(200);
    expect(Math.min(...times.values())).toBeGreaterThan(10);
    expect(Math.max(...times.values())).toBeLessThan(70);
  });
});
