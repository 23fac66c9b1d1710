import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, hour, rules } from './contactDesk.ts';
import { refusal, testNow } from './openTestStore.ts';
import { openSurveyDesk, questionnaires, rated, type SurveyDesk, surveyRules } from './surveyDesk.ts';

/** A service of 王伟's car three days ago, which is to be rated from today. */
const serviced = async (desk: SurveyDesk) => {
  const { visit, vehicleId, clock } = desk;
  const { id: visitId } = await visit(vehicleId, 38_000, { arrivedAt: clock.now - 3 * dayMs, adviser: '李敏' });
  expect(await desk.ask(surveyRules.rating)).toBe(1);
  const [task] = desk.tasksOf(surveyRules.rating);
  if (!task) throw new Error('no task');
  return { visitId, taskId: task.id };
};

describe('服务后评分', () => {
  it('is asked in the call: the answers are of the visit, and of the contact', async () => {
    const desk = await openSurveyDesk();
    const { visitId, taskId } = await serviced(desk);
    const { call, officer, customerId, vehicleId, page } = desk;
    const shown = await call('tasks.call', { customerId }, officer);
    expect(shown).toMatchObject({
      firstCall: false,
      questionnaire: { taskId, visitId, questionnaire: { id: questionnaires.service, name: '服务满意度' } },
      bad: [],
    });
    const survey = { questionnaireId: questionnaires.service, answers: rated(3, 5, '等太久') };
    const { id, done, response } = await desk.record('connected', [taskId], { survey });
    expect({ done, bad: response.bad }).toEqual({ done: 1, bad: true });
    expect(await page(response.id)).toMatchObject({
      channel: 'phone',
      customerId,
      vehicleId,
      visitId,
      adviser: '李敏',
    });
    expect(desk.connection.prepare('SELECT contactId FROM surveyResponse').pluck().all()).toEqual([id]);
    // undone, nothing of it is left
    await desk.undo();
    expect(await refusal(page(response.id))).toMatchObject({ reason: 'response-not-found' });
    expect(desk.tasksOf(surveyRules.rating)).toMatchObject([{ state: 'open' }]);
  });

  it('a complaint that was made while they spoke follows a bad answer up', async () => {
    const desk = await openSurveyDesk();
    const { taskId } = await serviced(desk);
    const { call, officer, customerId, page } = desk;
    const { id: complaintId, number } = await call(
      'complaints.add',
      {
        ...{ channel: 'phone', title: '等太久', what: '等了三个小时', remedy: null, severity: 'minor', customerId },
        category: 'service.waiting',
      },
      officer,
    );
    const survey = { questionnaireId: questionnaires.service, answers: rated(3, 5, '等太久') };
    const { response } = await desk.record('connected', [taskId], { survey, complaintId });
    expect(await page(response.id)).toMatchObject({ complaintId, complaintNumber: number, waits: false });
    await desk.undo();
    expect(await refusal(page(response.id))).toMatchObject({ reason: 'response-not-found' });
    expect(desk.tasksOf(surveyRules.rating)).toMatchObject([{ state: 'open' }]);
  });

  it('what is not answered as it has to be is refused with the whole contact', async () => {
    const desk = await openSurveyDesk();
    const { taskId } = await serviced(desk);
    const survey = { questionnaireId: questionnaires.service, answers: [{ questionId: 'q1', score: 5 }] };
    expect(await desk.refused(desk.record('connected', [taskId], { survey }))).toBe('survey.answers: answer-missing');
    const whole = { ...survey, answers: rated(5, 9) };
    expect(await desk.refused(desk.record('noAnswer', [taskId], { survey: whole }))).toBe('outcome: survey-unanswered');
    expect(desk.tasksOf(surveyRules.rating)).toMatchObject([{ state: 'open' }]);
    expect(desk.connection.prepare('SELECT count(*) FROM contact').pluck().get()).toBe(0);
    expect(await desk.listed()).toEqual([]);
  });

  it('goes by itself once the service was rated another way, and comes back where that is taken back', async () => {
    const desk = await openSurveyDesk();
    const { visitId } = await serviced(desk);
    expect(await desk.endOver()).toEqual([]);
    await desk.answer({ visitId, customerId: null });
    expect(await desk.endOver()).toEqual(['answered']);
    expect(desk.tasksOf(surveyRules.rating)).toMatchObject([{ state: 'ended', endReason: 'answered' }]);
  });

  it.each<[string, (desk: SurveyDesk) => object, number]>([
    ['of the car since', ({ vehicleId }) => ({ vehicleId }), 0],
    ['of no car, to this questionnaire', () => ({}), 0],
    ['of the car before', ({ vehicleId, clock }) => ({ vehicleId, at: clock.now - 5 * dayMs }), 1],
    [
      'of no car, to another questionnaire',
      () => ({
        questionnaireId: questionnaires.interview,
        answers: [
          { questionId: 'q1', score: 9 },
          { questionId: 'q2', score: 5 },
          { questionId: 'q3', score: 1 },
        ],
      }),
      1,
    ],
  ])('rated %s: found %i', async (_what, input, count) => {
    const desk = await openSurveyDesk();
    const { visit, vehicleId, clock } = desk;
    await visit(vehicleId, 38_000, { arrivedAt: clock.now - 3 * dayMs });
    await desk.answer(input(desk));
    expect(await desk.ask(surveyRules.rating)).toBe(count);
  });
});

describe('不满意跟进', () => {
  const dissatisfied = async () => {
    const desk = await openSurveyDesk();
    const { id } = await desk.answer({ answers: rated(1, 2, '等太久') });
    expect(await desk.ask(surveyRules.detractor)).toBe(1);
    const [task] = desk.tasksOf(surveyRules.detractor);
    if (!task) throw new Error('no task');
    return { ...desk, responseId: id, taskId: task.id };
  };

  it('finds bad answers of known customers, once each, whenever they are entered', async () => {
    const desk = await dissatisfied();
    expect(desk.tasksOf(surveyRules.detractor)).toMatchObject([
      { customerId: desk.customerId, vehicleId: null, subjectId: desk.responseId, occasionDay: '2026-11-22' },
    ]);
    expect(await desk.ask(surveyRules.detractor)).toBe(0);
    await desk.answer();
    await desk.answer({ customerId: null, answers: rated(1, 1) });
    // written on paper a month ago, found today
    await desk.answer({ channel: 'paper', at: desk.clock.now - 30 * dayMs, answers: rated(2, 2) });
    expect(await desk.ask(surveyRules.detractor)).toBe(1);
  });

  it('is the manager’s, is owed, and shows what was said; who was spoken with waits no more', async () => {
    const { call, manager, customerId, responseId, taskId, list, record, page, consent, undo, clock } =
      await dissatisfied();
    await consent('reminders', 'refused');
    await consent('marketingPhone', 'refused');
    expect((await list({ mine: true }, manager)).listed).toEqual([customerId]);
    const { call: shown, bad, questionnaire } = await call('tasks.call', { customerId }, manager);
    expect(shown.reasons).toMatchObject([{ kind: 'detractor', purpose: 'duty', label: '服务满意度' }]);
    expect(bad).toMatchObject([{ id: responseId, nps: 2, words: '等太久' }]);
    expect(questionnaire).toBeNull();
    await record('noAnswer', [taskId]);
    expect((await page(responseId)).waits).toBe(true);
    clock.now += 4 * hour;
    await record('connected', [taskId], { note: '已道歉，下次免工时' });
    expect(await page(responseId)).toMatchObject({
      waits: false,
      followedAt: clock.now,
      followNote: '已道歉，下次免工时',
    });
    await undo();
    expect((await page(responseId)).waits).toBe(true);
  });

  it('ends once it was followed up, or a complaint made of it, or the answers taken away', async () => {
    const first = await dissatisfied();
    await first.follow(first.responseId);
    expect(await first.endOver()).toEqual(['followedUp']);
    const second = await dissatisfied();
    const facts = { channel: 'survey', title: '等太久', what: '等了四个小时', category: 'service' };
    const { customerId, responseId } = second;
    await second.call('complaints.add', { ...facts, customerId, responseId }, second.officer);
    expect(await second.endOver()).toEqual(['followedUp']);
    const third = await dissatisfied();
    await third.remove(third.responseId);
    expect(await third.endOver()).toEqual(['changed']);
  });

  it('a bad answer given in a call is found, and its complaint closes it', async () => {
    const desk = await openSurveyDesk();
    const { taskId } = await serviced(desk);
    const survey = { questionnaireId: questionnaires.service, answers: rated(3, 3) };
    const { response } = await desk.record('connected', [taskId], { survey });
    expect(await desk.ask(surveyRules.detractor)).toBe(1);
    expect(desk.tasksOf(surveyRules.detractor)).toMatchObject([{ subjectId: response.id }]);
  });
});

describe('季度深访', () => {
  /** Customers who came before the quarter began, and some who came since. */
  const openSampleDesk = async (before: number, since = 0) => {
    const desk = await openSurveyDesk();
    const { call, clock, visit } = desk;
    const came = async (name: string, daysAgo: number): Promise<string> => {
      const { id, vehicleId } = await call('customers.add', {
        name,
        phones: [{ number: '13900139000' }],
        vehicle: { series: '轩逸' },
      });
      await visit(vehicleId, 100, { arrivedAt: clock.now - daysAgo * dayMs });
      return id;
    };
    const early: string[] = [];
    for (let at = 0; at < before; at++) early.push(await came(`早${at}`, 60 + at));
    for (let at = 0; at < since; at++) await came(`晚${at}`, 1 + at);
    const set = (patch: { count?: number; everyMonths?: number; mostPerDay?: number; everyDays?: number }): void => {
      const { count = 20, everyMonths = 3, mostPerDay = 20, everyDays = 0 } = patch;
      const trigger = JSON.stringify({ kind: 'sample', everyMonths, count, seenMonths: 12 });
      desk.connection
        .prepare('UPDATE taskRule SET trigger = ?, mostPerDay = ?, everyDays = ?, keepDays = 90 WHERE id = ?')
        .run(trigger, mostPerDay, everyDays, surveyRules.interview);
    };
    return { ...desk, early, set, came };
  };
  const interviewed = [
    { questionId: 'q1', score: 9 },
    { questionId: 'q2', score: 5 },
    { questionId: 'q3', score: 1 },
  ];

  it('draws so many of those who came before the quarter; nobody picks', async () => {
    const { ask, tasksOf, early, set } = await openSampleDesk(12, 5);
    set({ count: 5 });
    expect(await ask(surveyRules.interview)).toBe(5);
    const drawn = tasksOf(surveyRules.interview);
    expect(new Set(drawn.map(({ occasionDay }) => occasionDay))).toEqual(new Set(['2026-10-01']));
    expect(drawn.every(({ customerId }) => early.includes(customerId))).toBe(true);
    expect(await ask(surveyRules.interview)).toBe(0);
  });

  it('a day’s cap spreads it, and who asks for a larger one later gets only what is missing', async () => {
    const { ask, tasksOf, set, clock } = await openSampleDesk(12);
    set({ count: 5, mostPerDay: 2 });
    const added: number[] = [];
    for (let day = 0; day < 4; day++) {
      added.push(await ask(surveyRules.interview));
      clock.now += dayMs;
    }
    expect(added).toEqual([2, 2, 1, 0]);
    set({ count: 6 });
    expect(await ask(surveyRules.interview)).toBe(1);
    set({ count: 1 });
    expect(await ask(surveyRules.interview)).toBe(0);
    expect(new Set(tasksOf(surveyRules.interview).map(({ customerId }) => customerId)).size).toBe(6);
  });

  it('who answers by themselves is not drawn, and a drawn one is done with', async () => {
    const { ask, endOver, early, set, answer, tasksOf } = await openSampleDesk(3);
    set({ count: 5 });
    const input = { questionnaireId: questionnaires.interview, channel: 'visit', answers: interviewed };
    await answer({ ...input, customerId: early[0] });
    expect(await ask(surveyRules.interview)).toBe(2);
    expect(tasksOf(surveyRules.interview).map(({ customerId }) => customerId)).not.toContain(early[0]);
    expect(await endOver()).toEqual([]);
    await answer({ ...input, customerId: early[1] });
    expect(await endOver()).toEqual(['answered']);
  });

  it('who was drawn within a year is not drawn again, and another is in their place', async () => {
    const { ask, tasksOf, set, clock } = await openSampleDesk(6);
    set({ count: 3, everyDays: 365 });
    expect(await ask(surveyRules.interview)).toBe(3);
    clock.now = Date.UTC(2027, 0, 10, 2);
    expect(await ask(surveyRules.interview)).toBe(3);
    const drawn = tasksOf(surveyRules.interview);
    expect(new Set(drawn.map(({ customerId }) => customerId)).size).toBe(6);
    expect(new Set(drawn.map(({ occasionDay }) => occasionDay))).toEqual(new Set(['2026-10-01', '2027-01-01']));
  });

  it('never becomes larger than its rule says, whenever and however often it is asked', async () => {
    const desk = await openSampleDesk(9, 4);
    const { ask, call, clock, set, came, connection } = desk;
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const) }) },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('later' as const), days: fc.integer({ min: 1, max: 50 }) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('stale' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const) }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('came' as const), daysAgo: fc.integer({ min: 1, max: 200 }) }),
      },
    );
    const rule = fc.record({
      count: fc.integer({ min: 1, max: 6 }),
      everyMonths: fc.constantFrom(1, 3, 6, 12),
      mostPerDay: fc.integer({ min: 1, max: 6 }),
      everyDays: fc.constantFrom(0, 30, 365),
    });
    let named = 0;
    await fc.assert(
      fc.asyncProperty(rule, fc.array(step, { minLength: 1, maxLength: 14 }), async (patch, steps) => {
        connection.prepare('DELETE FROM task').run();
        clock.now = testNow;
        set(patch);
        let stale: object[] = [];
        for (const one of steps) {
          if (one.kind === 'ask') {
            stale = (await call('tasks.found', { ruleId: surveyRules.interview })).rows;
            const added = await ask(surveyRules.interview);
            expect(added).toBeLessThanOrEqual(patch.mostPerDay);
          }
          if (one.kind === 'later') clock.now += one.days * dayMs;
          if (one.kind === 'stale' && stale.length > 0) {
            await call('tasks.add', { ruleId: surveyRules.interview, rows: stale });
          }
          if (one.kind === 'drop') connection.prepare("UPDATE task SET deletedAt = 1 WHERE state = 'open'").run();
          if (one.kind === 'came') await came(`后${named++}`, one.daysAgo);
          const spans = connection
            .prepare(
              'SELECT occasionDay, count(*) AS count, count(DISTINCT customerId) AS customers FROM task GROUP BY 1',
            )
            .all() as { occasionDay: string; count: number; customers: number }[];
          for (const { count, customers } of spans) {
            expect(count).toBeLessThanOrEqual(patch.count);
            expect(customers).toBe(count);
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('whom it calls', () => {
  it('matched = listed + left out, of ratings, interviews and what is owed', async () => {
    const desk = await openSurveyDesk();
    const { call, manager, customer, consent, answer, day, clock, visit } = desk;
    for (let at = 0; at < 12; at++) {
      const phones = at % 5 === 0 ? [] : [{ number: '13900139000' }];
      const { id, vehicleId } = await call('customers.add', { name: `客户${at}`, phones, vehicle: { series: '轩逸' } });
      await visit(vehicleId, 100, { arrivedAt: clock.now - (at % 2 === 0 ? 3 : 80) * dayMs });
      if (at % 3 === 0) await consent('reminders', 'refused', id);
      if (at % 4 === 0) await answer({ customerId: id, answers: rated(1, 1), at: clock.now - 4 * dayMs });
    }
    await customer();
    for (const ruleId of Object.values(surveyRules)) await desk.ask(ruleId);
    const { matched, count, leftOut } = await day({}, manager);
    const out = leftOut.reduce((sum: number, { count: n }: { count: number }) => sum + n, 0);
    expect(matched).toBeGreaterThan(8);
    expect(count + out).toBe(matched);
    const stored = (await call('taskRules.list')).rows.filter(({ id }: { id: string }) =>
      (Object.values(surveyRules) as string[]).includes(id),
    );
    for (const { id: _i, version: _v, updatedAt: _u, byName: _b, counts: _c, ...rule } of stored) {
      const found = await call('taskRules.preview', { rule }, manager);
      const reasons = found.leftOut.reduce((sum: number, { count: n }: { count: number }) => sum + n, 0);
      expect(found.listed + reasons).toBe(found.matched);
      expect(found.matched).toBeGreaterThan(0);
    }
  });
});

describe('a rule that asks a questionnaire', () => {
  const save = async (desk: SurveyDesk, ruleId: string, part: object) => {
    const { rows } = await desk.call('taskRules.list');
    const {
      id,
      version,
      updatedAt: _u,
      byName: _b,
      counts: _c,
      ...rule
    } = rows.find((row: { id: string }) => row.id === ruleId);
    return desk.call('taskRules.update', { id, version, rule: { ...rule, ...part } }, desk.manager);
  };

  it.each<[string, string, object, string]>([
    ['without one', surveyRules.rating, { questionnaireId: null }, 'rule.questionnaireId: questionnaire-needed'],
    ['in a letter', surveyRules.rating, { channel: 'letter' }, 'rule.form: form-needs-call'],
    ['and has no such form', surveyRules.rating, { form: 'none' }, 'rule.questionnaireId: questionnaire-needless'],
    [
      'that is none',
      surveyRules.rating,
      { questionnaireId: '00000000-0000-7000-8000-000000000499' },
      'questionnaire-not-found',
    ],
    ['owed to who was only drawn', surveyRules.interview, { purpose: 'duty' }, 'rule.purpose: duty-not-owed'],
  ])('%s is refused', async (_what, ruleId, part, reason) => {
    const desk = await openSurveyDesk();
    expect(await desk.refused(save(desk, ruleId, part))).toBe(reason);
  });

  it('that is switched off is refused, unless the rule is switched off too', async () => {
    const desk = await openSurveyDesk();
    const { call, manager } = desk;
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
    const part = { questionnaireId: questionnaires.purchase };
    expect(await desk.refused(save(desk, surveyRules.rating, part))).toBe('rule.questionnaireId: questionnaire-off');
    await save(desk, surveyRules.rating, { ...part, active: false });
    expect(
      (await call('taskRules.list')).rows.find((row: { id: string }) => row.id === surveyRules.rating),
    ).toMatchObject(part);
  });

  it('the first call goes with a rating: both forms are shown', async () => {
    const desk = await openSurveyDesk();
    await serviced(desk);
    desk.task({ ruleId: rules.firstCall, vehicleId: desk.vehicleId, purpose: 'care' });
    const { firstCall, questionnaire } = await desk.call('tasks.call', { customerId: desk.customerId }, desk.officer);
    expect(firstCall).toBe(true);
    expect(questionnaire).not.toBeNull();
  });
});
