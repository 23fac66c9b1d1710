import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { dialog, heading, type Screen } from './screen.ts';

const detail = ({ page }: Stage): Locator => page.getByRole('article');
const path = '/settings/questionnaires';

/** The oldest that waits. */
const open = async (stage: Stage, what = ''): Promise<string> => {
  const { rows } = await stage.page.call<{ rows: { id: string }[] }>('surveys.list', { tab: 'waits' });
  const address = `/surveys/${rows[0]?.id ?? ''}`;
  if (!what) await go(stage, address, detail(stage));
  return address;
};

/** A form over it, saved with nothing in it where it is to say what it wants. */
const panel = async (stage: Stage, what: string, title: string, mistaken: boolean): Promise<void> => {
  const address = await open(stage, what);
  const shown = dialog(stage, title);
  await go(stage, `${address}?do=${what}`, shown);
  if (!mistaken) return;
  await stage.page.keyboard.press('Control+s');
  await shown.getByRole('alert').first().waitFor();
};

/** A form as it begins: what another screen left in it is thrown away. */
const form = async (stage: Stage, address: string, title: string): Promise<Locator> => {
  const shown = dialog(stage, title);
  await go(stage, address, shown);
  const drop = shown.getByRole('button', { name: stage.t('customer.form.draftDrop') });
  if (await drop.isVisible()) await drop.click();
  return shown;
};

const questionnaire = async ({ page }: Stage): Promise<string> =>
  (await page.call<{ rows: { id: string }[] }>('questionnaires.list')).rows[0]?.id ?? '';

/** The screen that is turned round, with the first question on it. */
const ask = async (stage: Stage): Promise<void> => {
  const { page, t, subjects } = stage;
  await go(
    stage,
    `/surveys/ask?customer=${subjects.rich}&questionnaire=${await questionnaire(stage)}`,
    page.getByRole('button', { name: t('surveys.ask.begin') }),
  );
};
const answer = async (stage: Stage, name: string): Promise<void> => {
  await stage.page.getByRole('button', { name, exact: true }).click();
};
const begin = async (stage: Stage): Promise<void> => {
  await ask(stage);
  await answer(stage, stage.t('surveys.ask.begin'));
  await stage.page.getByRole('button', { name: stage.t('surveys.satisfied.s5'), exact: true }).waitFor();
};

/** Answers of every state, each form over them, the figures, the counter's screen, and the questionnaires. */
export const surveyScreens: readonly Screen[] = [
  { name: 'surveys', open: (stage) => go(stage, '/surveys', detail(stage)) },
  { name: 'survey answers, unhappy', open: (stage) => go(stage, '/surveys?tab=bad', detail(stage)) },
  { name: 'survey answers, all', open: (stage) => go(stage, '/surveys?tab=all', detail(stage)) },
  {
    name: 'survey answers, none found',
    open: (stage) => go(stage, '/surveys?q=zzzz', stage.page.getByText(stage.t('surveys.noneFound'))),
  },
  {
    name: 'survey answers, gone',
    open: (stage) =>
      go(stage, '/surveys/00000000-0000-7000-8000-000000000000', heading(stage, stage.t('surveys.gone.title'))),
  },
  {
    name: 'survey answers: follow up with mistakes',
    open: (stage) => panel(stage, 'follow', stage.t('surveys.follow.title'), true),
  },
  {
    name: 'survey answers: complaint',
    open: (stage) => panel(stage, 'complaint', stage.t('complaints.form.newTitle'), false),
  },
  {
    name: 'survey answers: remove with mistakes',
    open: (stage) => panel(stage, 'remove', stage.t('surveys.remove.title'), true),
  },
  {
    name: 'survey answers: enter, with mistakes',
    open: async (stage) => {
      const { t } = stage;
      const shown = await form(stage, '/surveys?do=new', t('surveys.entry.title'));
      await shown.getByLabel(t('surveys.field.questionnaire')).selectOption({ index: 1 });
      await stage.page.keyboard.press('Control+s');
      await shown.getByText(t('surveys.check.answer-missing')).first().waitFor();
    },
  },
  {
    name: 'survey figures',
    open: (stage) => go(stage, '/surveys/figures', stage.page.locator('[data-drawn]').nth(1)),
  },
  {
    name: 'survey figures, a span that is none',
    open: (stage) =>
      go(
        stage,
        '/surveys/figures?from=2026-02-01&to=2026-01-01',
        stage.page.getByText(stage.t('complaintReports.reversedSpan')),
      ),
  },
  {
    name: 'counter: which questionnaire',
    open: (stage) =>
      go(stage, `/surveys/ask?customer=${stage.subjects.rich}`, heading(stage, stage.t('surveys.ask.choose'))),
  },
  { name: 'counter: welcome', open: ask },
  { name: 'counter: faces', open: begin },
  {
    name: 'counter: 0 to 10, without an answer',
    open: async (stage) => {
      const { page, t } = stage;
      await begin(stage);
      await answer(stage, t('surveys.satisfied.s4'));
      await page.getByRole('button', { name: '10', exact: true }).waitFor();
      await answer(stage, t('surveys.ask.next'));
      await page.getByText(t('surveys.ask.missing')).waitFor();
    },
  },
  {
    name: 'counter: leave?',
    open: async (stage) => {
      await begin(stage);
      await answer(stage, stage.t('surveys.ask.staff'));
      await stage.page.getByText(stage.t('surveys.ask.leaveAsk')).waitFor();
    },
  },
  {
    name: 'questionnaire: new, with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      const shown = await form(stage, `${path}?questionnaire=new`, t('questionnaires.newTitle'));
      await shown.getByRole('button', { name: t('surveys.kind.choice'), exact: true }).click();
      await page.keyboard.press('Control+s');
      await shown.getByText(t('questionnaires.check.optionsFew')).waitFor();
    },
  },
  {
    name: 'questionnaire: edit',
    open: async (stage) => {
      await form(stage, `${path}?questionnaire=${await questionnaire(stage)}`, stage.t('questionnaires.editTitle'));
    },
  },
  {
    name: 'survey targets',
    open: (stage) => go(stage, `${path}?part=terms`, heading(stage, stage.t('rules.versions.title'))),
  },
];

/** A store in which nobody was asked anything yet. */
export const noSurveyScreens: readonly Screen[] = [
  { name: 'surveys, none', open: (stage) => go(stage, '/surveys', heading(stage, stage.t('surveys.empty.title'))) },
  {
    name: 'survey figures, none',
    open: (stage) => go(stage, '/surveys/figures', heading(stage, stage.t('surveys.figures.empty.title'))),
  },
];
