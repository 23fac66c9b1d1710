import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;

const name = '北京远图科技有限公司';
const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('manager', staffPassword, '/accounts');
  const { id } = await page.call<{ id: string }>('customers.add', {
    name,
    kind: 'company',
    phones: [{ number: '01088886666' }],
    vehicle: { plate: '京N7Y313', series: '轩逸' },
  });
  await page.call('vehicles.add', { customerId: id, plate: '京N7Y314', series: '轩逸' });
});
afterAll(() => journey.close());

const dialog = (title: string): Locator => page.getByRole('dialog', { name: title, exact: true });
const row = (): Locator => page.getByRole('row').filter({ hasText: name });
const open = async (): Promise<Locator> => {
  await row().getByRole('button', { name, exact: true }).click();
  const panel = dialog(zh('accounts.panelTitle', { name, year }));
  await panel.waitFor();
  return panel;
};

it('a plan for a fleet that is offered', async () => {
  await page.keyboard.press('b');
  const panel = dialog(zh('accounts.newTitle'));
  await panel
    .getByRole('region', { name: zh('accounts.candidates') })
    .getByRole('button')
    .filter({ hasText: name })
    .click();
  await page.keyboard.press('Control+s');
  await panel.getByText(zh('errors.field.required')).waitFor();
  await panel.getByLabel(new RegExp(`^${zh('accounts.goals')}`)).fill('全年保养回店 40 台次');
  await panel.getByLabel(zh('accounts.measures')).fill('每季上门检测一次');
  await page.keyboard.press('Control+s');
  await panel.waitFor({ state: 'detached' });
  await row().filter({ hasText: '全年保养回店 40 台次' }).waitFor();
});

it('its review: a result needs a rating, then it is listed as reviewed', async () => {
  const panel = await open();
  await panel.getByLabel(zh('accounts.result')).fill('回店 36 台次');
  await page.keyboard.press('Control+s');
  await panel.getByText(zh('errors.field.required')).waitFor();
  await panel.getByLabel(zh('accounts.ratingLabel')).selectOption('partly');
  await panel.getByLabel(zh('accounts.following')).fill('提前一周预约');
  await page.keyboard.press('Control+s');
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: new RegExp(`^${zh('accounts.showing.reviewed')}`) }).click();
  await row()
    .filter({ hasText: zh('accounts.rating.partly') })
    .waitFor();
  const reviewed = await open();
  expect(await reviewed.getByLabel(zh('accounts.following')).inputValue()).toBe('提前一周预约');
  await page.keyboard.press('Escape');
  await reviewed.waitFor({ state: 'detached' });
});
