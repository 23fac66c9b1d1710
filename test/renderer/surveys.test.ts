import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionnaireFields } from '../../db/contract/surveyTerms.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';
import {
  moved,
  newQuestion,
  newQuestionnaire,
  questionnaireDraftOf,
  readQuestionnaire,
} from '../../renderer/features/questionnaires/questionnaireDraft.ts';
import { questionKinds } from '../../renderer/features/questionnaires/shapes.ts';
import { ruleSentences } from '../../renderer/features/settings/ruleSentences.ts';
import { readSurveyTerms, surveyTermsForm } from '../../renderer/features/settings/surveyTermsForm.ts';
import { deedKeys, deeds, isOffered, nextDeed, otherDeeds } from '../../renderer/features/surveys/deeds.ts';
import { npsText, percentText } from '../../renderer/features/surveys/figureWords.ts';
import { addressOf, noFilter, readFilter } from '../../renderer/features/surveys/listFilter.ts';
import {
  answersOf,
  checkResponse,
  isBadAnswer,
  type ResponseDraft,
  typedScore,
} from '../../renderer/features/surveys/responseDraft.ts';
import {
  checkEntry,
  entryInput,
  newEntry,
  problemsIn,
  questionnaireOf,
} from '../../renderer/features/surveys/responseEntry.ts';
import { answerWords, complaintText, meanText, scoresWords } from '../../renderer/features/surveys/scoreWords.ts';
import { unhappyText } from '../../renderer/features/tasks/unhappyText.ts';
import { textsIn } from '../e2e/texts.ts';

const t = textsIn('zh-CN');
const terms = defaultSettings.surveyTerms;

const nps = { id: 'n', kind: 'nps' as const, text: '您会推荐我们吗？', options: [], required: true };
const satisfaction = { id: 's', kind: 'satisfaction' as const, text: '维修质量', options: [], required: true };
const choice = { id: 'c', kind: 'choice' as const, text: '怎么知道我们的', options: ['朋友', '路过'], required: false };
const words = { id: 'w', kind: 'words' as const, text: '想说的', options: [], required: false };
const questions = [nps, satisfaction, choice, words];
const given = (score: number | null, said = '') => ({ score, words: said });

describe('answers while they are typed', () => {
  test('a digit answers and goes on; a 1 of an NPS waits for its 0', () => {
    expect(typedScore(nps, 3, false)).toEqual({ score: 3, done: true });
    expect(typedScore(nps, 0, false)).toEqual({ score: 0, done: true });
    expect(typedScore(nps, 1, false)).toEqual({ score: 1, done: false });
    expect(typedScore(nps, 0, true)).toEqual({ score: 10, done: true });
    expect(typedScore(nps, 7, true)).toEqual({ score: 7, done: true });
    expect(typedScore(satisfaction, 1, false)).toEqual({ score: 1, done: true });
    expect(typedScore(satisfaction, 0, false)).toBeNull();
    expect(typedScore(satisfaction, 6, false)).toBeNull();
    expect(typedScore(choice, 2, false)).toEqual({ score: 2, done: true });
    expect(typedScore(choice, 3, false)).toBeNull();
    expect(typedScore(words, 1, false)).toBeNull();
  });

  test('what has to be answered is said; an optional one may be passed over', () => {
    expect(checkResponse(questions, {})).toEqual({ n: 'answer-missing', s: 'answer-missing' });
    expect(checkResponse(questions, { n: given(0), s: given(1) })).toEqual({});
    expect(checkResponse([choice, words], {})).toEqual({ c: 'answers-none' });
    expect(checkResponse([choice, words], { w: given(null, ' ') })).toEqual({ c: 'answers-none' });
    expect(checkResponse([choice, words], { w: given(null, '好') })).toEqual({});
  });

  test('are sent in the order of the questions, without those passed over', () => {
    const draft: ResponseDraft = { w: given(3, ' 等太久 '), n: given(3, ' 没人管 '), c: given(null, 'x') };
    expect(answersOf(questions, draft)).toEqual([
      { questionId: 'n', score: 3, words: '没人管' },
      { questionId: 'w', score: null, words: '等太久' },
    ]);
  });

  test('a bad one is seen at once', () => {
    expect(isBadAnswer(nps, { n: given(6) }, 2)).toBe(true);
    expect(isBadAnswer(nps, { n: given(7) }, 2)).toBe(false);
    expect(isBadAnswer(satisfaction, { s: given(2) }, 2)).toBe(true);
    expect(isBadAnswer(satisfaction, { s: given(3) }, 2)).toBe(false);
    expect(isBadAnswer(choice, { c: given(1) }, 2)).toBe(false);
    expect(isBadAnswer(nps, {}, 2)).toBe(false);
  });
});

describe('answers that are entered afterwards', () => {
  const now = { now: Date.UTC(2026, 10, 22, 4), timeZone: 'Asia/Shanghai' };
  const begun = { ...newEntry({ day: '2026-11-22', time: '11:00' }), answers: { n: given(9), s: given(5) } };
  const questionnaire = { id: 'q', questions };

  test('want a questionnaire, its answers and a time that is over', () => {
    expect(problemsIn(checkEntry(begun, questionnaire, now))).toBe(0);
    expect(checkEntry(begun, undefined, now).fields).toEqual({ questionnaireId: 'required' });
    expect(checkEntry({ ...begun, time: '12:01' }, questionnaire, now).fields).toEqual({ at: 'ahead' });
    expect(checkEntry({ ...begun, day: 'x' }, questionnaire, now).fields).toEqual({ at: 'day-invalid' });
    expect(checkEntry({ ...begun, answers: {} }, questionnaire, now).answers).toHaveProperty('n');
  });

  test('are to the only questionnaire where none was chosen, never to another than the chosen one', () => {
    const [first, second] = [{ id: 'q' }, { id: 'p' }];
    expect(questionnaireOf(begun, [first])).toBe(first);
    expect(questionnaireOf(begun, [first, second])).toBeUndefined();
    expect(questionnaireOf({ questionnaireId: 'p' }, [first, second])).toBe(second);
    expect(questionnaireOf({ questionnaireId: 'p' }, [first])).toBeUndefined();
  });

  test('may be of nobody that is known', () => {
    expect(entryInput(begun, questionnaire, now.timeZone)).toMatchObject({
      questionnaireId: 'q',
      channel: 'paper',
      customerId: null,
      vehicleId: null,
      at: Date.UTC(2026, 10, 22, 3),
    });
  });
});

describe('what is said of answers', () => {
  test('scores, means and the words of a scale', () => {
    expect(meanText(450)).toBe('4.5');
    expect(meanText(467)).toBe('4.67');
    expect(scoresWords({ nps: 3, satisfactionCenti: 250 }, t)).toBe('推荐 3 · 满意度 2.5');
    expect(scoresWords({ nps: null, satisfactionCenti: null }, t)).toBe('');
    const answer = { questionId: 'c', text: '', words: null };
    expect(answerWords({ ...answer, kind: 'choice', options: ['朋友', '路过'], score: 2 }, t)).toBe('路过');
    expect(answerWords({ ...answer, kind: 'satisfaction', options: [], score: 2 }, t)).toBe('2 不满意');
    expect(answerWords({ ...answer, kind: 'nps', options: [], score: null }, t)).toBeNull();
  });

  const answers = [
    { questionId: 'n', kind: 'nps' as const, text: '推荐', options: [], score: 3, words: '没人管' },
    { questionId: 's', kind: 'satisfaction' as const, text: '质量', options: [], score: 5, words: null },
    { questionId: 'w', kind: 'words' as const, text: '想说的', options: [], score: null, words: '等太久' },
  ];

  test('a complaint begins with their own words, then says what was bad', () => {
    const text = complaintText({ questionnaire: '售后', answers }, terms, t);
    expect(text.split('\n')).toEqual(['没人管', '等太久', '问卷“售后”里表示不满意：', '推荐 3 / 10']);
  });

  test('one that comes out of a call has the note, and what is answered just now', () => {
    const asked = {
      taskId: 't',
      visitId: null,
      questionnaire: {
        ...{ id: 'q', version: 1, name: '售后', intro: '', thanks: '', active: true, responses: 0, rules: [] },
        ...{ updatedAt: 0, byName: '', questions },
      },
    };
    const draft = { note: '要退款', questionnaireId: 'q', answers: { n: given(2), s: given(5) } };
    expect(unhappyText(draft, { questionnaire: asked, bad: [] }, terms, t)).toContain('2 / 10');
    const glad = { ...draft, answers: { n: given(9) } };
    expect(unhappyText(glad, { questionnaire: asked, bad: [] }, terms, t)).toBe('要退款');
    const ofAnother = { ...draft, questionnaireId: 'p' };
    expect(unhappyText(ofAnother, { questionnaire: asked, bad: [] }, terms, t)).toBe('要退款');
  });

  test('figures without an answer are nothing', () => {
    expect(npsText({ score: null }, t)).toBe('—');
    expect(npsText({ score: 42.5 }, t)).toBe('+42.5');
    expect(npsText({ score: -12 }, t)).toBe('−12');
    expect(npsText({ score: 0 }, t)).toBe('0');
    expect(percentText({ percent: 91.2 }, t)).toBe('91.2%');
  });
});

describe('what can be done', () => {
  const bad = { customerId: 'c', bad: true, waits: true, complaintId: null };

  test('each has a key of its own', () => {
    expect(new Set(deeds.map((deed) => deedKeys[deed])).size).toBe(deeds.length);
  });

  test('who is unhappy is called first', () => {
    expect(nextDeed(bad)).toBe('call');
    expect(otherDeeds(bad, false)).toEqual(['complaint', 'follow']);
    expect(otherDeeds(bad, true)).toEqual(['complaint', 'follow', 'remove']);
  });

  test('nobody is called twice, and nobody whose name is not known', () => {
    expect(nextDeed({ ...bad, waits: false })).toBeNull();
    expect(nextDeed({ ...bad, customerId: null, waits: false })).toBeNull();
    expect(isOffered('complaint', { ...bad, complaintId: 'k' }, false)).toBe(false);
    expect(otherDeeds({ ...bad, bad: false, waits: false }, false)).toEqual([]);
  });

  test('the address says what the list shows', () => {
    const filter = { ...noFilter, tab: 'bad' as const, q: '等', questionnaire: 'q' };
    const address = addressOf('r', filter, { do: 'follow' });
    expect(address.startsWith('/surveys/r?')).toBe(true);
    expect(readFilter(new URLSearchParams(address.split('?')[1]))).toEqual(filter);
    expect(addressOf(null, noFilter)).toBe('/surveys');
  });
});

describe('a questionnaire while it is written', () => {
  const text: fc.Arbitrary<string> = fc.constantFrom('您会推荐我们吗？', '维修质量', '等候时间', '接待', '想说的', 'A');
  const question = fc.constantFrom(...questionKinds).chain((kind) =>
    fc.record({
      id: fc.uuid(),
      kind: fc.constant(kind),
      text,
      options: kind === 'choice' ? fc.uniqueArray(text, { minLength: 2, maxLength: 6 }) : fc.constant<string[]>([]),
      required: fc.boolean(),
    }),
  );

  test('is what was kept', () => {
    const questionnaires = fc.record({
      name: text,
      intro: fc.constant('您好'),
      thanks: fc.constant(''),
      questions: fc.uniqueArray(question, { minLength: 1, maxLength: 20, selector: ({ id }) => id }),
      active: fc.boolean(),
    });
    fc.assert(
      fc.property(questionnaires, (questionnaire) => {
        const { value, problems } = readQuestionnaire(questionnaireDraftOf(questionnaire));
        expect(problems).toEqual({});
        expect(questionnaireFields.parse(value)).toEqual(questionnaire);
      }),
      { numRuns: 100 },
    );
  });

  test('says what is missing', () => {
    const begun = newQuestionnaire('您会推荐我们吗？');
    const asked = { ...newQuestion('choice', '怎么知道我们的'), id: 'c' };
    const wrong = (part: object) => {
      const { problems, value } = readQuestionnaire({ ...begun, name: '售后', ...part });
      expect(value === null).toBe(Object.keys(problems).length > 0);
      return Object.fromEntries(Object.entries(problems).map(([path, { reason }]) => [path, reason]));
    };
    expect(wrong({})).toEqual({});
    expect(wrong({ name: ' ' })).toEqual({ name: 'required' });
    expect(wrong({ questions: [] })).toEqual({ questions: 'none' });
    expect(wrong({ questions: [asked] })).toEqual({ 'c.options': 'optionsFew' });
    expect(wrong({ questions: [{ ...asked, options: '朋友\n\n朋友' }] })).toEqual({ 'c.options': 'optionTwice' });
    expect(wrong({ questions: [{ ...asked, options: '1\n2\n3\n4\n5\n6\n7\n8\n9\n10' }] })).toEqual({
      'c.options': 'tooMany',
    });
    expect(wrong({ questions: [{ ...asked, kind: 'words', text: '' }] })).toEqual({ 'c.text': 'required' });
  });

  test('a question is moved up and down, and stays at an end', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});

describe('the targets', () => {
  test('are read as they are written, below nothing too', () => {
    const form = surveyTermsForm(terms);
    expect(readSurveyTerms(form).value).toEqual(terms);
    expect(readSurveyTerms({ ...form, npsTarget: '−20' }).value?.npsTarget).toBe(-20);
    expect(readSurveyTerms({ ...form, npsTarget: '+50' }).value?.npsTarget).toBe(50);
    expect(readSurveyTerms({ ...form, npsTarget: '101' }).problems).toHaveProperty('npsTarget');
    expect(readSurveyTerms({ ...form, badThrough: '3', satisfiedFrom: '3' }).problems).toEqual({
      satisfiedFrom: { reason: 'satisfied-below-bad' },
    });
  });

  test('and said in words', () => {
    const said = ruleSentences('surveyTerms', terms, { t, tiers: [], day: '2026-11-22', today: '2026-11-22' });
    expect(said.join('')).toContain('NPS 40，满意率 90%');
  });
});
