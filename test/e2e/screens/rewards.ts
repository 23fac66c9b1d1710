import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { pattern } from '../texts.ts';
import { customerPanel, dialog, heading, type Screen } from './screen.ts';

interface Voucher {
  readonly code: string;
}

const field = ({ page, t }: Stage): Locator => page.getByRole('combobox', { name: t('rewards.counter.scan') });
const choices = ({ page, t }: Stage): Locator => page.getByRole('form', { name: t('rewards.counter.catalogue') });

/** Types into the counter's field and presses Enter once the answer is there. */
const atCounter = async (stage: Stage, typed: string): Promise<void> => {
  await go(stage, '/redeem', heading(stage, stage.t('rewards.counter.begin')));
  await field(stage).focus();
  await stage.page.keyboard.type(typed);
  await stage.page.getByRole('option').first().waitFor();
  await stage.page.keyboard.press('Enter');
};

/** The card of whoever has most points to spend. */
const richestCard = async ({ page }: Stage): Promise<string> => {
  const { rows } = await page.call<{ rows: { cardNumber: string | null }[] }>('members.list', { sort: 'points' });
  return rows.find((row) => row.cardNumber !== null)?.cardNumber ?? '';
};

const chosen = async (stage: Stage): Promise<void> => {
  await atCounter(stage, await richestCard(stage));
  await choices(stage).waitFor();
  await stage.page.keyboard.press('1');
  await choices(stage).getByRole('radio', { checked: true }).waitFor();
};

const voucherOf = async ({ page }: Stage, state: string): Promise<string> => {
  const { rows } = await page.call<{ rows: Voucher[] }>('vouchers.list', { state, limit: 1 });
  return rows[0]?.code ?? '';
};

const voucherPanel = async (stage: Stage, state: string): Promise<Locator> => {
  const code = await voucherOf(stage, state);
  const shown = dialog(stage, stage.t('rewards.voucher.panelTitle', { code }));
  await go(stage, `/vouchers?code=${code}`, shown);
  return shown;
};

const rewardForm = async (stage: Stage): Promise<Locator> => {
  const shown = dialog(stage, stage.t('rewards.catalogue.newTitle'));
  await go(stage, '/rewards?do=new', shown);
  return shown;
};

const rows = (stage: Stage, path: string): Promise<void> => go(stage, path, stage.page.getByRole('row').nth(1));

/** 兑换台 · 积分商城 · 券 · 待审批, and what a customer's page has of them. */
export const rewardScreens: readonly Screen[] = [
  { name: 'redeem counter', open: (stage) => go(stage, '/redeem', heading(stage, stage.t('rewards.counter.begin'))) },
  { name: 'redeem counter, a reward chosen', open: chosen },
  {
    name: 'redeem counter, redeemed',
    open: async (stage) => {
      await chosen(stage);
      await stage.page.keyboard.press('Enter');
      await heading(stage, stage.t('rewards.counter.done')).waitFor();
    },
  },
  {
    name: 'redeem counter, no such card',
    open: async (stage) => {
      await atCounter(stage, '999900001111');
      await stage.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'redeem counter, a voucher used before',
    open: async (stage) => {
      await go(
        stage,
        `/redeem?code=${await voucherOf(stage, 'used')}`,
        stage.page.getByText(pattern(stage.t('rewards.voucher.cannot.used', { day: '{{d}}', name: '{{n}}' }))),
      );
    },
  },
  { name: 'rewards', open: (stage) => rows(stage, '/rewards?show=all') },
  {
    name: 'new reward of a partner, with mistakes',
    open: async (stage) => {
      const form = await rewardForm(stage);
      await form.getByLabel(stage.t('rewards.catalogue.field.kind')).selectOption('partner');
      await form.getByLabel(stage.t('rewards.catalogue.field.valueOf.partner')).fill('1,2x');
      await stage.page.keyboard.press('Control+s');
      await form.getByText(stage.t('rewards.catalogue.check.required')).first().waitFor();
    },
  },
  {
    name: 'reward',
    open: async (stage) => {
      await rows(stage, '/rewards');
      await stage.page.getByRole('row').nth(1).getByRole('button').click();
      await dialog(stage, stage.t('rewards.catalogue.editTitle')).waitFor();
    },
  },
  { name: 'donations', open: (stage) => rows(stage, '/rewards/donations') },
  {
    name: 'partner settlement',
    open: async (stage) => {
      await rows(stage, '/rewards/settlement');
      await stage.page.getByRole('row').nth(1).getByRole('button').click();
    },
  },
  { name: 'vouchers', open: (stage) => rows(stage, '/vouchers') },
  { name: 'voucher', open: (stage) => voucherPanel(stage, 'active') },
  { name: 'voucher, void', open: (stage) => voucherPanel(stage, 'void') },
  {
    name: 'give vouchers to a group, with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      const form = dialog(stage, t('rewards.grant.title'));
      await go(stage, '/vouchers?do=grant', form);
      await form.getByLabel(t('rewards.grant.to'), { exact: true }).selectOption('group');
      await page.keyboard.press('Control+s');
      await form.getByText(t('rewards.grant.check.group')).waitFor();
    },
  },
  { name: 'approvals', open: (stage) => go(stage, '/approvals', stage.page.getByRole('main').getByRole('listitem')) },
  {
    name: 'approvals, refusing one',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/approvals', page.getByRole('main').getByRole('listitem'));
      await page.keyboard.press('x');
      await page.getByLabel(t('rewards.approvals.refuseNote')).waitFor();
      await page.keyboard.press('Enter');
      await page.getByText(t('rewards.approvals.needed')).waitFor();
    },
  },
  {
    name: 'vouchers of a customer',
    open: async (stage) => {
      const { page, t, subjects } = stage;
      const { customer } = await page.call<{ customer: { name: string } }>('customers.get', { id: subjects.rich });
      await customerPanel(stage, 'vouchers', t('rewards.voucher.listTitle', { name: customer.name }));
    },
  },
  { name: 'give a voucher', open: (stage) => customerPanel(stage, 'voucher', stage.t('rewards.grant.title')) },
  {
    name: 'adjust points, with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      const form = await customerPanel(stage, 'adjust', t('rewards.adjust.title'));
      await form.getByLabel(t('rewards.adjust.redeemable')).fill('1.5');
      await page.keyboard.press('Control+s');
      await form.getByText(t('rewards.adjust.check.whole')).waitFor();
    },
  },
  {
    name: 'visit with discount and voucher',
    open: async (stage) => {
      const { page, t } = stage;
      const { rows: members } = await page.call<{ rows: { customerId: string }[] }>('members.list', {
        sort: 'points',
        filter: { tiers: ['gold', 'diamond'] },
        limit: 1,
      });
      const form = dialog(stage, t('visit.title'));
      await go(stage, `/customers/${members[0]?.customerId ?? ''}?do=visit`, form);
      // a list price becomes an amount by the discount: it is typed once that is there, as a person would
      await form.getByText(t('rewards.visit.discountHint')).waitFor();
      await form.getByLabel(t('visit.line.list', { n: 1 })).fill('480');
      const worth = pattern(t('rewards.worth', { amount: '{{a}}' }));
      await form.getByRole('checkbox', { name: worth }).first().check();
      await form.getByText(pattern(t('rewards.visit.lineAfter', { amount: '{{a}}' }))).waitFor();
    },
  },
  { name: 'give points away', open: (stage) => customerPanel(stage, 'transfer', stage.t('rewards.transfer.title')) },
];
