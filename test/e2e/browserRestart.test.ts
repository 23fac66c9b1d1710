import { afterAll, beforeAll, expect, it } from 'vitest';
import { staffPassword, tempFolder } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { pattern, zh } from './texts.ts';

let journey: Journey;
const profile = tempFolder('profile');

beforeAll(async () => {
  journey = await openJourney('setUp');
});
afterAll(async () => {
  await journey.close();
  profile.remove();
});

/** The log-in page by hand, where the desk asks for it again. */
const sitDown = async (path: string): Promise<DeskPage> => {
  const page = await journey.startBrowserIn(profile.path);
  await page.goto(`/#${path}`);
  const name = page.field(zh('session.name'));
  const field = page.field(zh('customer.form.name'));
  await name.or(field).first().waitFor();
  if (await name.isVisible()) {
    await name.fill('reception');
    await page.field(zh('session.password')).fill(staffPassword);
    await page.button(zh('session.login')).click();
    await page.getByRole('navigation').first().waitFor();
    await page.goto(`/#${path}`);
  }
  await field.waitFor();
  return page;
};

it('a form half filled in is there when the computer has been switched off and on', async () => {
  const before = await sitDown('/customers/new');
  await before.field(zh('customer.form.name')).fill('周正');
  await before.field(zh('customer.form.mobile')).fill('13912345678');
  await before.field(zh('customer.form.plate')).fill('京A12345');
  await before.waitForTimeout(200);
  await before.context().close();

  const after = await sitDown('/customers/new');
  await after.getByText(pattern(zh('customer.form.draftFound', { time: '{{t}}' }))).waitFor();
  expect(await after.field(zh('customer.form.name')).inputValue()).toBe('周正');
  expect((await after.field(zh('customer.form.mobile')).inputValue()).replaceAll(' ', '')).toBe('13912345678');
  await after.keyboard.press('Control+s');
  await after.getByRole('region', { name: zh('customer.strip.label') }).waitFor();
  await after.context().close();

  const third = await sitDown('/customers/new');
  expect(await third.field(zh('customer.form.name')).inputValue()).toBe('');
  await third.context().close();
});
