import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { customerPanel, dialog, heading, type Screen } from './screen.ts';

const detail = ({ page }: Stage): Locator => page.getByRole('article');

type Service = 'agency' | 'rescues' | 'claims';

/** The first of a state that the sample store has. */
const open = async (stage: Stage, service: Service, state: string, tab = 'open'): Promise<string> => {
  const { rows } = await stage.page.call<{ rows: { id: string; state: string }[] }>(`${service}.list`, { tab });
  const id = rows.find((row) => row.state === state)?.id ?? '';
  await go(stage, `/club/${service}/${id}`, detail(stage));
  return id;
};

/** A form over one of them: `?do=what`, saved with nothing in it where it is to say what it wants. */
const panel = async (
  stage: Stage,
  [service, state]: readonly [Service, string],
  what: string,
  title: string,
  mistaken = false,
): Promise<void> => {
  const id = await open(stage, service, state);
  const shown = dialog(stage, title);
  await go(stage, `/club/${service}/${id}?do=${what}`, shown);
  if (!mistaken) return;
  await stage.page.keyboard.press('Control+s');
  await shown.getByRole('alert').first().waitFor();
};

/** A new one, saved with nothing in it. */
const mistaken = async (stage: Stage, service: Service, title: string): Promise<void> => {
  const shown = dialog(stage, title);
  await go(stage, `/club/${service}?do=new`, shown);
  await stage.page.keyboard.press('Control+s');
  await shown.getByRole('alert').first().waitFor();
};

/** Agency jobs, rescues and claims of every state, and each form over them. */
export const clubScreens: readonly Screen[] = [
  { name: 'club', open: (stage) => go(stage, '/club', detail(stage)) },
  { name: 'agency jobs', open: (stage) => go(stage, '/club/agency', detail(stage)) },
  { name: 'agency job, under way', open: (stage) => open(stage, 'agency', 'underWay') },
  { name: 'agency job, ready', open: (stage) => open(stage, 'agency', 'ready') },
  { name: 'agency job, handed back', open: (stage) => open(stage, 'agency', 'handedBack', 'ended') },
  {
    name: 'agency jobs, none found',
    open: (stage) => go(stage, '/club/agency?q=zzzz', stage.page.getByText(stage.t('club.noneFound'))),
  },
  {
    name: 'new agency job with mistakes',
    open: (stage) => mistaken(stage, 'agency', stage.t('club.form.agencyTitle')),
  },
  {
    name: 'agency job: edit',
    open: (stage) => panel(stage, ['agency', 'underWay'], 'edit', stage.t('club.form.editTitle')),
  },
  {
    name: 'agency job: hand back, not paid',
    open: (stage) => panel(stage, ['agency', 'ready'], 'handBack', stage.t('club.handBack.title')),
  },
  {
    name: 'agency job: cancel with mistakes',
    open: (stage) => panel(stage, ['agency', 'taken'], 'cancel', stage.t('club.cancelling.agencyTitle'), true),
  },
  { name: 'rescues', open: (stage) => go(stage, '/club/rescues', detail(stage)) },
  { name: 'rescue, just called', open: (stage) => open(stage, 'rescues', 'called') },
  { name: 'rescue, there', open: (stage) => open(stage, 'rescues', 'arrived') },
  { name: 'rescue, done', open: (stage) => open(stage, 'rescues', 'closed', 'ended') },
  {
    name: 'new rescue with mistakes',
    open: (stage) => mistaken(stage, 'rescues', stage.t('club.form.rescueTitle')),
  },
  {
    name: 'rescue: send',
    open: (stage) => panel(stage, ['rescues', 'called'], 'dispatch', stage.t('club.step.dispatchTitle')),
  },
  {
    name: 'rescue: done, with mistakes',
    open: (stage) => panel(stage, ['rescues', 'called'], 'close', stage.t('club.closing.title'), true),
  },
  {
    name: 'rescue: edit of a stranger',
    open: (stage) => panel(stage, ['rescues', 'arrived'], 'edit', stage.t('club.form.editTitle')),
  },
  { name: 'claims', open: (stage) => go(stage, '/club/claims', detail(stage)) },
  { name: 'claim, in repair', open: (stage) => open(stage, 'claims', 'repairing') },
  { name: 'claim, paid', open: (stage) => open(stage, 'claims', 'paid', 'ended') },
  {
    name: 'new claim with mistakes',
    open: (stage) => mistaken(stage, 'claims', stage.t('club.form.claimTitle')),
  },
  {
    name: 'claim: close with mistakes',
    open: (stage) => panel(stage, ['claims', 'submitted'], 'settle', stage.t('club.settling.title'), true),
  },
  {
    name: 'club services of a customer',
    open: (stage) => customerPanel(stage, 'club', stage.t('club.ofCustomer.title')),
  },
  {
    name: 'new rescue of a customer',
    open: (stage) => customerPanel(stage, 'rescues', stage.t('club.form.rescueTitle')),
  },
];

/** A store in which nobody asked for anything yet. */
export const noClubScreens: readonly Screen[] = [
  {
    name: 'agency jobs, none',
    open: (stage) => go(stage, '/club/agency', heading(stage, stage.t('club.empty.agency.title'))),
  },
  {
    name: 'rescues, none',
    open: (stage) => go(stage, '/club/rescues', heading(stage, stage.t('club.empty.rescues.title'))),
  },
  {
    name: 'claims, none',
    open: (stage) => go(stage, '/club/claims', heading(stage, stage.t('club.empty.claims.title'))),
  },
];
