import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { dialog, type Screen } from './screen.ts';

const rows = ({ page }: Stage): Locator => page.locator('section.panel').last().getByRole('listitem');

/** A sheet of the sample store with something left to enter, and the code of its first open row. */
const openSheet = async ({ page }: Stage, kind: 'complaint' | 'signIn' | 'survey') => {
  const { rows: sheets } = await page.call<{ rows: { id: string; kind: string }[] }>('paper.sheets');
  const id = sheets.find((sheet) => sheet.kind === kind)?.id ?? '';
  const { rows: found } = await page.call<{ rows: { code: string; state: string; name: string | null }[] }>(
    'paper.rows',
    { sheetId: id },
  );
  const open = found.filter(({ state }) => state === 'open');
  return { id, code: open[0]?.code ?? '', blank: open.findLast(({ name }) => name === null)?.code ?? '' };
};

const openEntry = async (stage: Stage, code: string): Promise<Locator> => {
  const panel = dialog(stage, stage.t('paper.entry.title'));
  await go(stage, `/paper?do=enter&code=${code}`, panel);
  return panel;
};

/** What is printed for an outage, what is left of it, and entering a row of each kind. */
export const paperScreens: readonly Screen[] = [
  { name: 'paper', open: (stage) => go(stage, '/paper', rows(stage).first()) },
  { name: 'paper, all sheets', open: (stage) => go(stage, '/paper?tab=all', rows(stage).first()) },
  {
    name: 'paper, a sign-in sheet',
    open: async (stage) => go(stage, `/paper/${(await openSheet(stage, 'signIn')).id}`, rows(stage).first()),
  },
  {
    name: 'paper: a booking is signed in, with mistakes',
    open: async (stage) => {
      const panel = await openEntry(stage, (await openSheet(stage, 'signIn')).code);
      await panel.getByLabel(stage.t('paper.signIn.time')).waitFor();
      await stage.page.keyboard.press('Control+s');
      await panel.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'paper: an empty row is signed in',
    open: async (stage) => {
      const panel = await openEntry(stage, (await openSheet(stage, 'signIn')).blank);
      await panel.getByLabel(stage.t('board.come.find')).waitFor();
    },
  },
  {
    name: 'paper: a questionnaire',
    open: async (stage) => {
      const panel = await openEntry(stage, (await openSheet(stage, 'survey')).code);
      await panel.getByLabel(stage.t('paper.survey.who')).waitFor();
    },
  },
  {
    name: 'paper: a complaint form',
    open: async (stage) => {
      const { code } = await openSheet(stage, 'complaint');
      await go(stage, `/paper?do=enter&code=${code}`, dialog(stage, stage.t('complaints.form.newTitle')));
    },
  },
  {
    name: 'paper, a wrong code',
    open: async (stage) => {
      const panel = await openEntry(stage, '2000000');
      await panel.getByText(stage.t('errors.field.row-code-wrong')).waitFor();
    },
  },
];

/** A store in which nothing was printed. */
export const noPaperScreens: readonly Screen[] = [
  {
    name: 'paper, nothing left',
    open: (stage) => go(stage, '/paper', stage.page.getByText(stage.t('paper.none.open'))),
  },
  {
    name: 'paper, nothing printed',
    open: (stage) => go(stage, '/paper?tab=all', stage.page.getByText(stage.t('paper.none.all'))),
  },
];
