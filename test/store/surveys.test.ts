import { describe, expect, it } from 'vitest';
import type { QuestionnaireRow } from '../../db/contract/surveys.ts';
import { dayMs, hour } from './contactDesk.ts';
import { refusal } from './openTestStore.ts';
import { openSurveyDesk, questionnaires, rated, surveyRules } from './surveyDesk.ts';

describe('答卷', () => {
  it('is on record as it was asked, with what it comes to', async () => {
    const { answer, page, vehicleId, customerId } = await openSurveyDesk();
    const { id, bad } = await answer({ answers: rated(4, 9, '师傅讲得很清楚'), vehicleId });
    expect(bad).toBe(false);
    expect(await page(id)).toMatchObject({
      ...{ questionnaire: '服务满意度', channel: 'counter', day: '2026-11-22', byName: '何静' },
      ...{ customerId, name: '王伟', plate: '京A3K927', nps: 9, satisfactionCenti: 400, bad: false, waits: false },
      words: '师傅讲得很清楚',
      answers: [
        { questionId: 'q1', kind: 'satisfaction', text: '您对这次服务总体满意吗？', score: 4 },
        { questionId: 'q2', kind: 'nps', score: 9 },
        { questionId: 'q5', kind: 'words', score: null, words: '师傅讲得很清楚' },
      ],
    });
  });

  it('keeps the words of that day although the questionnaire was reworded since', async () => {
    const { answer, page, call, manager } = await openSurveyDesk();
    const { id } = await answer();
    const {
      id: questionnaireId,
      version,
      responses: _n,
      rules: _r,
      updatedAt: _u,
      byName: _b,
      ...fields
    } = (await call('questionnaires.list')).rows[0];
    const [first, ...others] = fields.questions;
    const questions = [{ ...first, text: '总体满意吗？' }, ...others.slice(0, 1)];
    await call(
      'questionnaires.update',
      { id: questionnaireId, version, questionnaire: { ...fields, questions } },
      manager,
    );
    expect((await page(id)).answers[0]?.text).toBe('您对这次服务总体满意吗？');
  });

  it('bad by the setting of its day: a detractor always, dissatisfied through 2', async () => {
    const { answer, call } = await openSurveyDesk();
    expect((await answer({ answers: rated(5, 6) })).bad).toBe(true);
    expect((await answer({ answers: rated(2, 8) })).bad).toBe(true);
    expect((await answer({ answers: rated(3, 8) })).bad).toBe(false);
    const terms = { badThrough: 3, satisfiedFrom: 4, npsTarget: 40, satisfiedPercentTarget: 90 };
    await call('settings.update', { values: { surveyTerms: terms } });
    expect((await answer({ answers: rated(3, 8) })).bad).toBe(true);
    const turned = { ...terms, badThrough: 3, satisfiedFrom: 3 };
    expect(await refusal(call('settings.update', { values: { surveyTerms: turned } }))).toMatchObject({
      fields: ['values.surveyTerms: satisfied-below-bad'],
    });
  });

  it('of a visit is of its car and customer; of a car, of its owner; of nobody, of nobody', async () => {
    const { answer, page, visit, vehicleId, customerId, customer } = await openSurveyDesk();
    const { id: visitId } = await visit(vehicleId, 10_000, { adviser: '李敏' });
    const whole = await page((await answer({ customerId: null, visitId })).id);
    expect(whole).toMatchObject({ customerId, vehicleId, visitId, adviser: '李敏' });
    expect(await page((await answer({ customerId: null, vehicleId })).id)).toMatchObject({ customerId, vehicleId });
    const nobody = await page((await answer({ customerId: null, answers: rated(1, 0) })).id);
    expect(nobody).toMatchObject({ customerId: null, name: null, bad: true, waits: false });
    const other = await customer({ name: '李娜' });
    expect(await refusal(answer({ customerId: other, visitId }))).toMatchObject({
      fields: ['visitId: visit-of-another'],
    });
    expect(await refusal(answer({ customerId: other, vehicleId }))).toMatchObject({
      fields: ['vehicleId: vehicle-of-another'],
    });
  });

  it.each<[string, object, object]>([
    ['what has to be answered', { answers: [{ questionId: 'q1', score: 5 }] }, { fields: ['answers: answer-missing'] }],
    [
      'a score beyond its scale',
      { answers: rated(5, 9).concat({ questionId: 'q4', score: 4 }) },
      { fields: ['answers: answer-score'] },
    ],
    [
      'a question that is none',
      { answers: [...rated(5, 9), { questionId: 'q9', score: 1 }] },
      { fields: ['answers: answer-unknown'] },
    ],
    ['what is still to come', { at: Date.UTC(2026, 10, 23) }, { fields: ['at: survey-ahead'] }],
    [
      'a questionnaire that is none',
      { questionnaireId: '00000000-0000-7000-8000-000000000499' },
      { reason: 'questionnaire-not-found' },
    ],
    ['a code that names no paper', { paperCode: '1234567' }, { fields: ['paperCode: row-code-wrong'] }],
  ])('%s is refused, and nothing is written', async (_what, input, refused) => {
    const { answer, listed } = await openSurveyDesk();
    expect(await refusal(answer(input))).toMatchObject(refused);
    expect(await listed()).toEqual([]);
  });

  it('to a questionnaire that is switched off is refused', async () => {
    const { answer, call, manager } = await openSurveyDesk();
    const {
      id,
      version,
      responses: _n,
      rules: _r,
      updatedAt: _u,
      byName: _b,
      ...fields
    } = await call('questionnaires.get', {
      id: questionnaires.purchase,
    });
    await call('questionnaires.update', { id, version, questionnaire: { ...fields, active: false } }, manager);
    expect(await refusal(answer({ questionnaireId: id }))).toMatchObject({ reason: 'questionnaire-off' });
  });
});

describe('bad answers wait until somebody has spoken with the customer', () => {
  it('the oldest first, counted for the side bar; a followed one waits no more, once', async () => {
    const { answer, listed, follow, page, call, clock } = await openSurveyDesk();
    const { id: first } = await answer({ answers: rated(2, 5, '等太久') });
    clock.now += hour;
    const { id: second } = await answer({ answers: rated(5, 3) });
    await answer();
    await answer({ customerId: null, answers: rated(1, 1) });
    expect(await listed({ tab: 'waits' })).toEqual([first, second]);
    expect((await call('surveys.list')).counts).toEqual({ waits: 2, bad: 3, all: 4 });
    expect(await call('surveys.counts')).toEqual({ waits: 2 });
    clock.now += hour;
    await follow(first, '已电话致歉');
    expect(await page(first)).toMatchObject({
      waits: false,
      followedAt: clock.now,
      followedBy: '何静',
      followNote: '已电话致歉',
    });
    expect(await listed({ tab: 'waits' })).toEqual([second]);
    expect(await refusal(follow(first))).toMatchObject({ code: 'CONFLICT', reason: 'response-followed' });
    const { id: glad } = await answer();
    expect(await refusal(follow(glad))).toMatchObject({ reason: 'response-not-bad' });
  });

  it('who is removed from the files is waited for no more, nor called', async () => {
    const { answer, customer, call, listed, ask, endOver } = await openSurveyDesk();
    const id = await customer({ name: '李娜' });
    await answer({ customerId: id, answers: rated(1, 1) });
    await ask(surveyRules.detractor);
    const { customer: row } = await call('customers.get', { id });
    await call('customers.remove', { id, version: row.version, reason: '客户要求删除' });
    expect(await listed({ tab: 'waits' })).toEqual([]);
    expect(await call('surveys.counts')).toEqual({ waits: 0 });
    expect(await endOver()).toEqual(['customerGone']);
    expect(await listed({ tab: 'bad' })).toHaveLength(1);
  });

  it('a complaint that comes of it follows it up, once, and of the same customer', async () => {
    const { answer, page, call, officer, customer, customerId } = await openSurveyDesk();
    const { id: responseId } = await answer({ answers: rated(1, 2) });
    const facts = {
      channel: 'survey',
      title: '等太久',
      what: '等了四个小时',
      category: 'service',
      customerId,
      responseId,
    };
    const other = await customer({ name: '李娜' });
    expect(await refusal(call('complaints.add', { ...facts, customerId: other }, officer))).toMatchObject({
      code: 'NOT_FOUND',
      reason: 'response-not-found',
    });
    const { id, number } = await call('complaints.add', facts, officer);
    expect(await page(responseId)).toMatchObject({
      complaintId: id,
      complaintNumber: number,
      waits: false,
      followedBy: '何静',
    });
    expect(await refusal(call('complaints.add', facts, officer))).toMatchObject({ reason: 'response-has-complaint' });
    // what was not bad by its score becomes one too, and was never waited for
    const { id: glad } = await answer();
    await call('complaints.add', { ...facts, responseId: glad }, officer);
    expect(await page(glad)).toMatchObject({ followedAt: null, complaintId: expect.any(String) });
  });
});

describe('taken back', () => {
  it('answers, a follow-up and a removal are undone', async () => {
    const { answer, listed, follow, remove, page, undo, call, manager } = await openSurveyDesk();
    await answer();
    await undo();
    expect(await listed()).toEqual([]);
    const { id } = await answer({ answers: rated(1, 1) });
    await follow(id);
    await undo();
    expect((await page(id)).waits).toBe(true);
    await remove(id);
    expect(await refusal(page(id))).toMatchObject({ reason: 'response-not-found' });
    const [last] = (await call('changes.recent', { limit: 1 }, manager)).rows;
    expect(last).toMatchObject({ kind: 'survey', name: '王伟' });
    await call('changes.undo', { command: last.command }, manager);
    expect((await page(id)).waits).toBe(true);
  });

  it('only a manager removes; reception answers', async () => {
    const { answer, call, officer, page } = await openSurveyDesk();
    const { id } = await answer();
    const { version } = await page(id);
    expect(await refusal(call('surveys.remove', { id, version, reason: '重复' }, officer))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('the list', () => {
  it('is searched by what was said and by name, by questionnaire and day, a page at a time', async () => {
    const { answer, listed, call, customer, clock, officer } = await openSurveyDesk();
    const ids: string[] = [];
    for (let at = 0; at < 5; at++) {
      ids.push((await answer({ answers: rated(4, 8, `第${at}次来`) })).id);
      clock.now += dayMs;
    }
    const other = await customer({ name: '赵云' });
    const { id: purchase } = await answer({
      customerId: other,
      questionnaireId: questionnaires.purchase,
      answers: [
        { questionId: 'q1', score: 5 },
        { questionId: 'q2', score: 5 },
        { questionId: 'q3', score: 10 },
      ],
    });
    expect(await listed({ q: '第3次' })).toEqual([ids[3]]);
    expect(await listed({ q: '赵云' })).toEqual([purchase]);
    expect(await listed({ q: '王伟 第1次' })).toEqual([ids[1]]);
    expect(await listed({ questionnaireId: questionnaires.purchase })).toEqual([purchase]);
    expect(await listed({ fromDay: '2026-11-23', toDay: '2026-11-24' })).toEqual([ids[2], ids[1]]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { rows, next } = await call('surveys.list', { limit: 2, ...(cursor ? { cursor } : {}) }, officer);
      seen.push(...rows.map((row: { id: string }) => row.id));
      cursor = next ?? undefined;
    } while (cursor);
    expect(seen).toEqual([purchase, ...ids.toReversed()]);
    expect(await refusal(call('surveys.list', { cursor: "1:' OR 1" }))).toMatchObject({
      fields: ['cursor: cursor-invalid'],
    });
  });

  it('stands on the customer’s timeline, counted', async () => {
    const { answer, call, customerId } = await openSurveyDesk();
    const { id } = await answer({ answers: rated(2, 3, '等太久') });
    const { items } = await call('customers.timeline', { id: customerId, kinds: ['survey'] });
    expect(items).toMatchObject([
      {
        id,
        kind: 'survey',
        survey: {
          questionnaire: '服务满意度',
          nps: 3,
          satisfactionCenti: 200,
          bad: true,
          waits: true,
          words: '等太久',
        },
      },
    ]);
    expect((await call('customers.get', { id: customerId })).counts.survey).toBe(1);
    const { items: changes } = await call('customers.timeline', { id: customerId, kinds: ['change'] });
    expect(changes.filter(({ change }: { change: { entity: string } }) => change.entity === 'surveyResponse')).toEqual(
      [],
    );
  });
});

describe('问卷', () => {
  const fields = {
    ...{ name: '试驾后', intro: '', thanks: '谢谢', active: true },
    questions: [{ id: 'a', kind: 'choice', text: '会买吗', options: ['会', '不会'], required: true }],
  };

  it('three are there to begin with, of which two rules ask; a new one stands last and is undone', async () => {
    const { call, manager, officer } = await openSurveyDesk();
    const { rows }: { rows: QuestionnaireRow[] } = await call('questionnaires.list', {}, officer);
    expect(rows.map(({ name, rules }) => [name, rules])).toEqual([
      ['服务满意度', ['服务后评分']],
      ['购车满意度', []],
      ['季度深访', ['季度深访']],
    ]);
    const { id } = await call('questionnaires.add', { questionnaire: fields }, manager);
    expect((await call('questionnaires.list')).rows.at(-1)).toMatchObject({
      ...fields,
      id,
      version: 1,
      responses: 0,
      rules: [],
    });
    const [last] = (await call('changes.recent', { limit: 1 }, manager)).rows;
    await call('changes.undo', { command: last.command }, manager);
    expect((await call('questionnaires.list')).rows).toHaveLength(3);
  });

  it('a question that was answered keeps its kind; one that is asked by a rule stays in use; an answered one is not removed', async () => {
    const { call, manager, answer } = await openSurveyDesk();
    await answer();
    const shipped: QuestionnaireRow = await call('questionnaires.get', { id: questionnaires.service });
    const { id, version, responses, rules: _r, updatedAt: _u, byName: _b, ...own } = shipped;
    expect(responses).toBe(1);
    const save = (part: object) =>
      call('questionnaires.update', { id, version, questionnaire: { ...own, ...part } }, manager);
    const [first, ...others] = own.questions;
    const asNps = { questions: [{ ...first, kind: 'nps' }, ...others] };
    expect(await refusal(save(asNps))).toMatchObject({ fields: ['questionnaire.questions.0: question-kind-changed'] });
    expect(await refusal(save({ active: false }))).toMatchObject({
      fields: ['questionnaire.active: questionnaire-in-rule'],
    });
    expect(await refusal(call('questionnaires.remove', { id, version }, manager))).toMatchObject({
      reason: 'questionnaire-in-rule',
    });
    await answer({
      questionnaireId: questionnaires.purchase,
      answers: [
        { questionId: 'q1', score: 5 },
        { questionId: 'q2', score: 5 },
        { questionId: 'q3', score: 10 },
      ],
    });
    expect(
      await refusal(call('questionnaires.remove', { id: questionnaires.purchase, version: 1 }, manager)),
    ).toMatchObject({
      reason: 'questionnaire-answered',
    });
    // one more question, and one that is taken away, change nothing of what was said
    await save({ questions: [first, { ...fields.questions[0], id: 'new' }] });
    expect(await refusal(save({}))).toMatchObject({ reason: 'changed-meanwhile' });
  });

  it('is removed while nobody asks or answered it', async () => {
    const { call, manager } = await openSurveyDesk();
    await call('questionnaires.remove', { id: questionnaires.purchase, version: 1 }, manager);
    expect((await call('questionnaires.list')).rows).toHaveLength(2);
    expect(await refusal(call('questionnaires.get', { id: questionnaires.purchase }))).toMatchObject({
      reason: 'questionnaire-not-found',
    });
  });

  it.each<[string, object, string]>([
    [
      'a question twice',
      { questions: [fields.questions[0], fields.questions[0]] },
      'questionnaire.questions.1: question-twice',
    ],
    [
      'a choice of one',
      { questions: [{ ...fields.questions[0], options: ['会'] }] },
      'questionnaire.questions.0: options-missing',
    ],
    [
      'options of a score',
      { questions: [{ ...fields.questions[0], kind: 'nps' }] },
      'questionnaire.questions.0: options-needless',
    ],
  ])('%s is refused', async (_what, part, field) => {
    const { call, manager } = await openSurveyDesk();
    const refused = refusal(call('questionnaires.add', { questionnaire: { ...fields, ...part } }, manager));
    expect(await refused).toMatchObject({ code: 'VALIDATION', fields: [field] });
  });
});
