import type { Locator } from 'playwright-core';
import type { TaskSubjects } from '../sampleTasks.ts';
import { go, type Stage } from '../stage.ts';
import { dialog, heading, type Screen } from './screen.ts';

const detail = ({ page }: Stage): Locator => page.getByRole('article');
const form = (stage: Stage): Locator => stage.page.getByRole('region', { name: stage.t('tasks.form.label') });

/** The call of one of them, as if nobody had typed anything yet. */
const open = async (stage: Stage, subject: Exclude<keyof TaskSubjects, 'rowCode'>): Promise<void> => {
  const { page, t, subjects } = stage;
  await go(stage, `/tasks/${subjects.tasks[subject]}`, detail(stage));
  const drop = page.getByRole('button', { name: t('customer.form.draftDrop') });
  if (await drop.isVisible()) await drop.click();
};

/** An outcome by its key. */
const choose = async (stage: Stage, key: string, outcome: 'callBack' | 'never' | 'noAnswer'): Promise<void> => {
  await stage.page.keyboard.press(key);
  await form(stage)
    .getByRole('button', { name: stage.t(`tasks.outcome.${outcome}`), exact: true, pressed: true })
    .waitFor();
};

const openEntry = async (stage: Stage): Promise<Locator> => {
  const { page, t } = stage;
  const enter = page.getByRole('button', { name: t('callSheets.enter') });
  await go(stage, '/tasks', enter);
  await enter.click();
  const panel = dialog(stage, t('paper.entry.title'));
  await panel.waitFor();
  return panel;
};

/** The row of a sheet that was printed with the samples. */
const findRow = async (stage: Stage): Promise<void> => {
  const panel = await openEntry(stage);
  await panel.getByLabel(stage.t('paper.entry.code')).fill(stage.subjects.tasks.rowCode);
  await panel.getByRole('button', { name: stage.t('callSheets.panel.save') }).waitFor();
};

/** The day's list, the call with every kind of outcome, whom the list leaves out, messages and letters. */
export const taskScreens: readonly Screen[] = [
  { name: 'calls', open: (stage) => go(stage, '/tasks', form(stage)) },
  { name: 'call about several things', open: (stage) => open(stage, 'several') },
  {
    name: 'first call, nobody answers',
    open: async (stage) => {
      await open(stage, 'firstCall');
      await choose(stage, '2', 'noAnswer');
    },
  },
  {
    name: 'call without an outcome',
    open: async (stage) => {
      await open(stage, 'firstCall');
      await stage.page.keyboard.press('Enter');
      await form(stage).getByRole('alert').waitFor();
    },
  },
  {
    name: 'call back in the past, a promise without words',
    open: async (stage) => {
      const { t } = stage;
      await open(stage, 'firstCall');
      await choose(stage, '5', 'callBack');
      await form(stage).getByLabel(t('tasks.form.day'), { exact: true }).fill('2026-01-01');
      await form(stage)
        .getByRole('button', { name: t('tasks.form.promise') })
        .click();
      await form(stage)
        .getByRole('button', { name: t('tasks.form.save') })
        .click();
      await form(stage).getByRole('alert').nth(1).waitFor();
    },
  },
  {
    name: 'call: never again',
    open: async (stage) => {
      await open(stage, 'several');
      await choose(stage, '7', 'never');
      await form(stage).getByText(stage.t('tasks.form.neverText')).waitFor();
    },
  },
  {
    name: 'call with a questionnaire, answered badly',
    open: async (stage) => {
      const { page, t } = stage;
      await open(stage, 'rated');
      await page.keyboard.press('q');
      const first = detail(stage).locator('[data-question]').first();
      await first.locator(':focus').waitFor();
      await page.keyboard.press('2');
      await detail(stage).locator('[data-question]').nth(1).locator(':focus').waitFor();
      await page.keyboard.press('3');
      await form(stage)
        .getByRole('button', { name: t('tasks.outcome.connected'), exact: true, pressed: true })
        .waitFor();
    },
  },
  {
    name: 'call of who was not satisfied',
    open: async (stage) => {
      await open(stage, 'unhappy');
      await detail(stage).getByText('说好一小时').waitFor();
    },
  },
  {
    name: 'call: complaint',
    open: (stage) =>
      go(
        stage,
        `/tasks/${stage.subjects.tasks.several}?do=complaint`,
        dialog(stage, stage.t('complaints.form.newTitle')),
      ),
  },
  {
    name: 'call of nobody',
    open: (stage) =>
      go(stage, '/tasks/00000000-0000-7000-8000-000000000000', heading(stage, stage.t('tasks.nothing.gone'))),
  },
  {
    name: 'calls, none of a rule',
    open: (stage) =>
      go(stage, '/tasks?rule=00000000-0000-7000-8000-000000000000', heading(stage, stage.t('tasks.empty.narrowed'))),
  },
  {
    name: 'call sheet, nothing entered yet',
    open: async (stage) => {
      await openEntry(stage);
    },
  },
  {
    name: 'call sheet, a row found',
    open: async (stage) => {
      await findRow(stage);
      await stage.page.keyboard.press('5');
      await dialog(stage, stage.t('paper.entry.title')).getByLabel(stage.t('callSheets.panel.nextDay')).waitFor();
    },
  },
  {
    name: 'call sheet, a wrong code',
    open: async (stage) => {
      const panel = await openEntry(stage);
      await panel.getByLabel(stage.t('paper.entry.code')).fill('123456');
      await panel.getByText(stage.t('errors.field.row-code-wrong')).waitFor();
    },
  },
  { name: 'calls, left out', open: (stage) => go(stage, '/tasks?left=all', detail(stage)) },
  {
    name: 'call of who is left out',
    open: (stage) =>
      go(
        stage,
        `/tasks/${stage.subjects.tasks.leftOut}?left=noConsent`,
        detail(stage).getByText(stage.t('tasks.leftOut.why.noConsent')),
      ),
  },
  {
    name: 'messages',
    open: (stage) =>
      go(
        stage,
        '/tasks?channel=message',
        stage.page.getByRole('button', { name: new RegExp(stage.t('tasks.batch.copy')) }),
      ),
  },
  {
    name: 'letters',
    open: (stage) => go(stage, '/tasks?channel=letter', stage.page.getByText(stage.t('tasks.batch.letterText'))),
  },
];

/** A store in which nothing is due. */
export const noTaskScreens: readonly Screen[] = [
  { name: 'calls, none', open: (stage) => go(stage, '/tasks', heading(stage, stage.t('tasks.empty.title'))) },
  {
    name: 'messages, none',
    open: (stage) => go(stage, '/tasks?channel=message', heading(stage, stage.t('tasks.empty.message'))),
  },
];

/** What who makes the calls begins with. */
export const officerScreens: readonly Screen[] = [
  {
    name: 'today of the officer',
    open: (stage) =>
      go(stage, '/', stage.page.getByRole('region', { name: stage.t('tasks.today.title') }).getByRole('listitem')),
  },
  { name: 'calls of the officer', open: (stage) => go(stage, '/tasks?mine=1', form(stage)) },
];
