import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { dialog, heading, type Screen } from './screen.ts';

const path = '/settings/taskRules';

interface Rules {
  readonly rows: readonly {
    readonly id: string;
    readonly version: number;
    readonly trigger: { readonly kind: string };
  }[];
}

/** A form as it begins: what another screen left in it is thrown away. */
const form = async (stage: Stage, rule: string, title: 'newTitle' | 'editTitle'): Promise<Locator> => {
  const shown = dialog(stage, stage.t(`taskRules.${title}`));
  await go(stage, `${path}?rule=${rule}`, shown);
  const drop = shown.getByRole('button', { name: stage.t('customer.form.draftDrop') });
  if (await drop.isVisible()) await drop.click();
  return shown;
};

const rule = async ({ page }: Stage, kind: string): Promise<string> =>
  (await page.call<Rules>('taskRules.list')).rows.find(({ trigger }) => trigger.kind === kind)?.id ?? '';

const contact = async (stage: Stage): Promise<void> => {
  const { page, t } = stage;
  await go(stage, `${path}?part=contact`, heading(stage, t('rules.versions.title')));
  const drop = page.getByRole('button', { name: t('customer.form.draftDrop') });
  if (await drop.isVisible()) await drop.click();
};

const planItems = async (stage: Stage): Promise<void> => {
  const { page, t } = stage;
  await go(stage, `${path}?part=servicePlan`, heading(stage, t('rules.versions.title')));
  const drop = page.getByRole('button', { name: t('customer.form.draftDrop') });
  if (await drop.isVisible()) await drop.click();
};

/** The rules that find whom to call, and how often and when customers are called. */
export const taskRuleScreens: readonly Screen[] = [
  { name: 'new call rule', open: (stage) => form(stage, 'new', 'newTitle') },
  {
    name: 'new call rule with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      const shown = await form(stage, 'new', 'newTitle');
      await shown.getByLabel(t('taskRules.field.leads')).fill('30, 30');
      await shown.getByLabel(t('taskRules.field.purpose')).selectOption('duty');
      await shown.getByLabel(t('taskRules.field.keepDays')).fill('9999');
      await page.getByRole('textbox', { name: t('taskRules.field.script') }).fill('{nobody}');
      await page.keyboard.press('Control+s');
      await shown.getByText(t('taskRules.check.required')).first().waitFor();
    },
  },
  {
    name: 'call rule for after a visit',
    open: async (stage) => form(stage, await rule(stage, 'visited'), 'editTitle'),
  },
  {
    name: 'call rule for a festival',
    open: async (stage) => form(stage, await rule(stage, 'festival'), 'editTitle'),
  },
  {
    name: 'call rule for a sample that is asked a questionnaire',
    open: async (stage) => form(stage, await rule(stage, 'sample'), 'editTitle'),
  },
  {
    name: 'call rule with whom it hits',
    open: async (stage) => {
      const shown = await form(stage, await rule(stage, 'noVisit'), 'editTitle');
      await shown.getByText(stage.t('taskRules.preview.listed'), { exact: false }).last().waitFor();
    },
  },
  { name: 'service items', open: planItems },
  {
    name: 'service items with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      await planItems(stage);
      await page.getByRole('button', { name: t('plan.rules.add') }).click();
      await page.getByText(t('rules.check.interval-missing')).waitFor();
    },
  },
  { name: 'contact limits', open: contact },
  {
    name: 'contact limits with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      await contact(stage);
      await page.getByLabel(t('taskRules.contact.perMonth')).fill('0');
      await page.getByLabel(t('taskRules.contact.callsTo')).fill('08:00');
      await page.getByText(t('rules.check.calls-order')).waitFor();
    },
  },
];

/** A store that took every rule away: answered so, for other screens need the rules. */
export const noTaskRuleScreens: readonly Screen[] = [
  {
    name: 'call rules, none',
    open: async (stage) => {
      const { page, t } = stage;
      const pattern = '**/rpc/taskRules/list*';
      await page.route(pattern, (route) => route.fulfill({ json: { json: { rows: [] } } }));
      await page.goto(`/#${path}`);
      await page.reload();
      await heading(stage, t('taskRules.empty')).waitFor();
      await page.unroute(pattern);
    },
  },
];
