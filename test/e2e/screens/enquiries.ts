import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { customerPanel, dialog, heading, type Screen } from './screen.ts';

const detail = ({ page }: Stage): Locator => page.getByRole('article');

type State = 'open' | 'handedOver' | 'answered';

/** The first of a state that the sample store has: it holds one of each. */
const open = async (stage: Stage, state: State): Promise<string> => {
  const { rows: found } = await stage.page.call<{ rows: { id: string; state: string }[] }>('enquiries.list');
  const id = found.find((row) => row.state === state)?.id ?? '';
  await go(stage, `/enquiries/${id}`, detail(stage));
  return id;
};

/** A form over one of them: `?do=what`, saved with nothing in it where it is to say what it wants. */
const panel = async (stage: Stage, state: State, what: string, title: string, mistaken = false): Promise<void> => {
  const id = await open(stage, state);
  const shown = dialog(stage, title);
  await go(stage, `/enquiries/${id}?do=${what}`, shown);
  if (!mistaken) return;
  await stage.page.keyboard.press('Control+s');
  await shown.getByRole('alert').first().waitFor();
};

/** Enquiries of every state, each form over them, and the answers that were kept. */
export const enquiryScreens: readonly Screen[] = [
  { name: 'enquiries', open: (stage) => go(stage, '/enquiries', detail(stage)) },
  { name: 'enquiry, waiting', open: (stage) => open(stage, 'open') },
  { name: 'enquiry, with an expert', open: (stage) => open(stage, 'handedOver') },
  { name: 'enquiry, answered', open: (stage) => open(stage, 'answered') },
  { name: 'enquiries, closed', open: (stage) => go(stage, '/enquiries?tab=closed', detail(stage)) },
  {
    name: 'enquiries, with me, none',
    open: (stage) => go(stage, '/enquiries?tab=mine', stage.page.getByText(stage.t('enquiries.none.mine'))),
  },
  {
    name: 'enquiries, none found',
    open: (stage) => go(stage, '/enquiries?q=zzzz', stage.page.getByText(stage.t('enquiries.noneFound'))),
  },
  {
    name: 'new enquiry with mistakes',
    open: async (stage) => {
      const shown = dialog(stage, stage.t('enquiries.form.newTitle'));
      await go(stage, '/enquiries?do=new', shown);
      await stage.page.keyboard.press('Control+s');
      await shown.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'new enquiry of a customer, with kept answers',
    open: async (stage) => {
      const { t } = stage;
      const shown = await customerPanel(stage, 'enquiry', t('enquiries.form.newTitle'));
      await shown.getByLabel(t('enquiries.field.question')).fill('首次保养什么时候做，要多少钱');
      await shown.getByText(t('enquiries.suggest.hint')).waitFor();
    },
  },
  {
    name: 'enquiry: answer with mistakes',
    open: (stage) => panel(stage, 'open', 'answer', stage.t('enquiries.answer.title'), true),
  },
  {
    name: 'enquiry: hand over with mistakes',
    open: (stage) => panel(stage, 'open', 'handOver', stage.t('enquiries.handOver.title'), true),
  },
  {
    name: 'enquiry: close without an answer',
    open: (stage) => panel(stage, 'open', 'close', stage.t('enquiries.close.title'), true),
  },
  {
    name: 'enquiry: reopen',
    open: (stage) => panel(stage, 'answered', 'reopen', stage.t('enquiries.reopen.title')),
  },
  {
    name: 'enquiry: keep the answer',
    open: (stage) => panel(stage, 'answered', 'keep', stage.t('enquiries.kept.keepTitle')),
  },
  { name: 'enquiry: edit', open: (stage) => panel(stage, 'open', 'edit', stage.t('enquiries.form.editTitle')) },
  {
    name: 'kept answers',
    open: (stage) => go(stage, '/enquiries/answers', heading(stage, stage.t('enquiries.kept.title'))),
  },
  {
    name: 'kept answers, none found',
    open: (stage) => go(stage, '/enquiries/answers?q=zzzz', stage.page.getByText(stage.t('enquiries.kept.none'))),
  },
  {
    name: 'kept answer: edit',
    open: async (stage) => {
      await go(stage, '/enquiries/answers', heading(stage, stage.t('enquiries.kept.title')));
      await stage.page
        .getByRole('button', { name: stage.t('enquiries.kept.edit') })
        .first()
        .click();
      await dialog(stage, stage.t('enquiries.kept.editTitle')).waitFor();
    },
  },
];

/** A store in which nobody asked anything yet. */
export const noEnquiryScreens: readonly Screen[] = [
  {
    name: 'enquiries, none',
    open: (stage) => go(stage, '/enquiries', heading(stage, stage.t('enquiries.empty.title'))),
  },
  {
    name: 'kept answers, none',
    open: (stage) => go(stage, '/enquiries/answers', heading(stage, stage.t('enquiries.kept.empty.title'))),
  },
];
