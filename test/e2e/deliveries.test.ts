import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('manager', staffPassword);
  await page.call('prospects.add', { name: '苏晓', phones: [{ number: '13900001234' }], models: ['奇骏'] });
});
afterAll(() => journey.close());

const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};
const dialog = (name: string): Locator => page.getByRole('dialog', { name, exact: true });
const column = (step: 'inspection' | 'transport' | 'pdi' | 'preparation' | 'delivered'): Locator =>
  page.getByRole('region', { name: new RegExp(`^${zh(`deliveries.step.${step}`)}`) });

/** 1 × 1 */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

it('what a prospect bought is planned next: the car is known, the day is typed', async () => {
  await page.goto('/#/prospects');
  await page.getByRole('button', { name: '苏晓', exact: true }).click();
  const panel = dialog(zh('prospects.panelTitle', { name: '苏晓' }));
  await panel.getByRole('button', { name: zh('prospects.convert'), exact: true }).click();
  await panel.getByLabel(zh('prospects.car.color')).fill('珠光白');
  await keys('Control+s');
  const form = dialog(zh('deliveries.form.newTitle'));
  await form.getByText('苏晓', { exact: true }).waitFor();
  const car = form.getByLabel(zh('deliveries.form.vehicle'));
  await expect.poll(() => car.locator('option:checked').textContent()).toContain('奇骏');
  await form.getByLabel(zh('deliveries.form.ceremony')).fill('全家合影');
  await keys('Control+s');
  await form.waitFor({ state: 'detached' });
  // it opens where it stands now, on the board
  await dialog('苏晓').waitFor();
  await keys('Escape');
  await column('inspection').getByText('苏晓').waitFor();
});

it('M moves it on from step to step, Shift ← back', async () => {
  const card = (step: Parameters<typeof column>[0]) => column(step).locator('[data-card]');
  await keys('ArrowDown');
  await card('inspection').and(page.locator(':focus')).waitFor();
  await keys('m');
  await card('transport').and(page.locator(':focus')).waitFor();
  await keys('m');
  await card('pdi').and(page.locator(':focus')).waitFor();
  await keys('Shift+ArrowLeft');
  await card('transport').and(page.locator(':focus')).waitFor();
  await keys('m', 'm');
  await card('preparation').and(page.locator(':focus')).waitFor();
});

it('digits tick the list, and a photo is kept with it', async () => {
  await keys('Enter');
  const panel = dialog('苏晓');
  await panel.waitFor();
  const item = (name: string) => panel.getByRole('checkbox', { name: new RegExp(name) });
  await keys('1');
  await expect.poll(() => item('购置税').isChecked()).toBe(true);
  await keys('3');
  await expect.poll(() => item('保险').isChecked()).toBe(true);
  await panel.getByText(zh('deliveries.card.checks', { done: 2, of: 6 }), { exact: true }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await keys('f');
  await (await chooser).setFiles({ name: '交车.png', mimeType: 'image/png', buffer: photo });
  await panel.getByRole('button').filter({ hasText: '交车.png' }).waitFor();
});

it('what another desk changes while one types is not written over', async () => {
  await keys('e');
  const form = dialog(zh('deliveries.form.editTitle'));
  await form.getByLabel(zh('deliveries.form.ceremony')).fill('全家合影，送一束花');
  const { rows } = await page.call<{ rows: { id: string }[] }>('deliveries.board');
  const id = rows[0]?.id ?? '';
  type Plan = { version: number; note: string | null; ceremony: string | null; adviserId: string | null };
  const plan = () => page.call<Plan>('deliveries.get', { id });
  const { version, ceremony } = await plan();
  await page.call('deliveries.update', { id, version, ceremony, note: '客户下午才有空' });
  await expect.poll(() => form.getByLabel(zh('deliveries.form.note')).inputValue()).toBe('客户下午才有空');
  await keys('Control+s');
  await form.waitFor({ state: 'detached' });
  expect(await plan()).toMatchObject({ ceremony: '全家合影，送一束花', note: '客户下午才有空' });
});

it('the handover wants a word for what is open, and starts the letter and the first call', async () => {
  await keys('m');
  const form = dialog(zh('deliveries.deliver.title'));
  await form.locator(':focus').waitFor();
  await keys('Control+s');
  await form.getByRole('alert').first().waitFor();
  await form.getByLabel(zh('deliveries.deliver.noteWhy')).fill('客户自己上牌');
  await keys('Control+s');
  await form.waitFor({ state: 'detached' });
  await keys('Escape');
  await column('delivered').getByText('苏晓').waitFor();
  const { rows } = await page.call<{ rows: { id: string }[] }>('deliveries.past');
  expect(rows).toHaveLength(1);
  // the host asks the rules a moment later
  await page.goto('/#/tasks');
  await page.getByRole('main').getByText('苏晓').first().waitFor();
  await expect
    .poll(
      async () => {
        const { rows: tasks } = await page.call<{ rows: { ruleName: string; channel: string }[] }>('tasks.ofCustomer', {
          customerId: (await page.call<{ rows: { customerId: string }[] }>('deliveries.past')).rows[0]?.customerId,
        });
        return tasks.map(({ channel }) => channel).sort();
      },
      { timeout: 20_000 },
    )
    .toEqual(['call', 'letter']);
});

it('Ctrl Z takes the handover back', async () => {
  await page.goto('/#/deliveries');
  await column('delivered').getByText('苏晓').waitFor();
  await keys('Control+z');
  await column('preparation').getByText('苏晓').waitFor();
});
