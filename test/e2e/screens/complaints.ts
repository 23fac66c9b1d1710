import type { Locator } from 'playwright-core';
import type { ComplaintSubjects } from '../sampleComplaints.ts';
import { go, type Stage } from '../stage.ts';
import { dialog, type Screen } from './screen.ts';

type Subject = Exclude<keyof ComplaintSubjects, 'customer' | 'part'>;

const detail = ({ page }: Stage): Locator => page.getByRole('article');
const open = async (stage: Stage, subject: Subject): Promise<void> =>
  go(stage, `/complaints/${stage.subjects.complaints[subject]}`, detail(stage));

/** A form over a complaint: `?do=what`. */
const panel = async (stage: Stage, subject: Subject, what: string, title: string): Promise<Locator> => {
  const shown = dialog(stage, title);
  await go(stage, `/complaints/${stage.subjects.complaints[subject]}?do=${what}`, shown);
  return shown;
};
/** Saved with nothing in it: the form says what it wants. */
const mistaken = async (stage: Stage, subject: Subject, what: string, title: string): Promise<void> => {
  const shown = await panel(stage, subject, what, title);
  await stage.page.keyboard.press('Control+s');
  await shown.getByRole('alert').first().waitFor();
};

const kinds: readonly Subject[] = [
  'twin',
  'late',
  'waiting',
  'proposed',
  'agreed',
  'done',
  'askedBack',
  'closed',
  'stranger',
];

/** Complaints at every step, and each form over them. */
export const complaintScreens: readonly Screen[] = [
  ...kinds.map((kind): Screen => ({ name: `complaint, ${kind}`, open: (stage) => open(stage, kind) })),
  {
    name: 'complaints to ask back',
    open: (stage) => go(stage, '/complaints?tab=askBack', detail(stage)),
  },
  {
    name: 'complaints, archive',
    open: (stage) => go(stage, '/complaints?tab=archive', detail(stage)),
  },
  {
    name: 'complaints, none found',
    open: (stage) => go(stage, '/complaints?q=zzzz', stage.page.getByText(stage.t('complaints.noneFound'))),
  },
  {
    name: 'complaint: contact',
    open: (stage) => panel(stage, 'stranger', 'contact', stage.t('complaints.contact.title')),
  },
  {
    name: 'complaint: inquiry with mistakes',
    open: (stage) => mistaken(stage, 'twin', 'investigate', stage.t('complaints.words.investigate.title')),
  },
  {
    name: 'complaint: proposal',
    open: (stage) => panel(stage, 'twin', 'propose', stage.t('complaints.words.propose.title')),
  },
  {
    name: 'complaint: customer agrees',
    open: (stage) => panel(stage, 'proposed', 'accept', stage.t('complaints.answer.title.yes')),
  },
  {
    name: 'complaint: customer does not agree',
    open: (stage) => panel(stage, 'proposed', 'refuse', stage.t('complaints.answer.title.no')),
  },
  {
    name: 'complaint: done',
    open: (stage) => panel(stage, 'agreed', 'finish', stage.t('complaints.words.finish.title')),
  },
  {
    name: 'complaint: ask back, not solved',
    open: async (stage) => {
      const { t } = stage;
      const shown = await panel(stage, 'done', 'askBack', t('complaints.askBack.title'));
      await shown.getByRole('radio', { name: t('complaints.askBack.answer.no'), exact: true }).check();
      await stage.page.keyboard.press('Control+s');
      await shown.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'complaint: archive',
    open: (stage) => panel(stage, 'askedBack', 'close', stage.t('complaints.close.title')),
  },
  {
    name: 'complaint: archive too early',
    open: (stage) => mistaken(stage, 'twin', 'close', stage.t('complaints.close.title')),
  },
  {
    name: 'complaint: reopen',
    open: (stage) => panel(stage, 'closed', 'reopen', stage.t('complaints.words.reopen.title')),
  },
  { name: 'complaint: wait', open: (stage) => panel(stage, 'twin', 'pause', stage.t('complaints.pause.title')) },
  {
    name: 'complaint: why late',
    open: (stage) => mistaken(stage, 'late', 'explain', stage.t('complaints.breach.title')),
  },
  {
    name: 'complaint: promise',
    open: (stage) => mistaken(stage, 'twin', 'promise', stage.t('complaints.promise.newTitle')),
  },
  {
    name: 'complaint: promise moved',
    open: async (stage) => {
      const { page, t } = stage;
      await open(stage, 'twin');
      await detail(stage)
        .getByRole('button', { name: t('complaints.promise.move'), exact: true })
        .click();
      await dialog(stage, t('complaints.promise.moveTitle')).waitFor();
      await page.keyboard.press('Control+s');
    },
  },
  {
    name: 'complaint: compensation by voucher',
    open: async (stage) => {
      const { t } = stage;
      const shown = await panel(stage, 'agreed', 'compensate', t('complaints.compensation.newTitle'));
      await shown.getByRole('radio', { name: t('complaints.compensation.kind.voucher'), exact: true }).check();
      await stage.page.keyboard.press('Control+s');
      await shown.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'complaint: measure',
    open: (stage) => panel(stage, 'agreed', 'action', stage.t('complaints.action.newTitle')),
  },
  {
    name: 'complaint: a file, large',
    open: async (stage) => {
      await open(stage, 'twin');
      await detail(stage).getByRole('button').filter({ hasText: '空调出风口.png' }).click();
      await dialog(stage, '空调出风口.png').waitFor();
    },
  },
  {
    name: 'complaint: edit',
    open: (stage) => panel(stage, 'twin', 'edit', stage.t('complaints.form.editTitle')),
  },
  {
    name: 'new complaint with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      const shown = dialog(stage, t('complaints.form.newTitle'));
      await go(stage, '/complaints?do=new', shown);
      await page.keyboard.press('Control+s');
      await shown.getByText(t('complaints.form.whoMissing')).waitFor();
      await shown.getByRole('combobox', { name: t('complaints.field.category') }).press('ArrowDown');
      await shown.getByRole('listbox').waitFor();
    },
  },
  {
    name: 'new complaint of a customer, with twins',
    open: async (stage) => {
      const { t, subjects } = stage;
      const shown = dialog(stage, t('complaints.form.newTitle'));
      await go(stage, `/customers/${subjects.complaints.customer}?do=complaint`, shown);
      await shown.getByLabel(t('complaints.field.part'), { exact: true }).fill(subjects.complaints.part);
      await shown.getByRole('region', { name: t('complaints.twins.label') }).waitFor();
    },
  },
  {
    name: 'customer with an open complaint',
    open: (stage) =>
      go(
        stage,
        `/customers/${stage.subjects.complaints.customer}`,
        stage.page.getByRole('region', { name: stage.t('customer.strip.label') }),
      ),
  },
];
