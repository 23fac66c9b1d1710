import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { pattern, zh } from './texts.ts';

const line = '京A·12345 138 0013 8000 王伟';

let journey: Journey;
let page: DeskPage;
beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('reception', staffPassword);
});
afterAll(() => journey.close());
beforeEach(async () => {
  await page.goto('/#/?view=overview');
  await page.getByRole('button', { name: zh('today.newCustomer') }).waitFor();
});

const first = () => ({
  name: page.field(zh('customer.form.name')),
  mobile: page.field(zh('customer.form.mobile')),
  plate: page.field(zh('customer.form.plate')),
});
const values = async () => {
  const { name, mobile, plate } = first();
  return [await name.inputValue(), await mobile.inputValue(), await plate.inputValue()];
};
const openForm = async (): Promise<void> => {
  await page.keyboard.press('Alt+n');
  await page.getByRole('heading', { name: zh('customer.form.newTitle') }).waitFor();
};
const paste = async (text: string): Promise<void> => {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
};
const strip = () => page.getByRole('region', { name: zh('customer.strip.label') });
const restored = () => page.getByText(pattern(zh('customer.form.draftFound', { time: '{{t}}' })));
const customers = async (): Promise<number> =>
  (await page.call<{ counts: { customers: number } }>('home.today')).counts.customers;

it('one line pasted fills three fields, Ctrl S saves', async () => {
  await openForm();
  await paste(line);
  await page.getByText(pattern(zh('customer.form.pasted', { list: '{{l}}' }))).waitFor();
  expect(await values()).toEqual(['王伟', '138 0013 8000', '京A·12345']);
  await page.keyboard.press('Control+s');
  await strip().getByRole('heading', { name: '王伟' }).waitFor();
  await page.getByText(zh('customer.form.added', { name: '王伟' })).waitFor();
  await page.getByRole('article', { name: zh('vehicle.card.label', { plate: '京A·12345' }) }).waitFor();
  expect(await strip().innerText()).toContain('138****8000');
  expect(await customers()).toBe(1);
});

it('a second try is told whose phone and plate these are, and opens that file', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(zh('customers.new'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: zh('customer.form.newTitle') }).waitFor();
  await paste(line);
  await page.getByText(zh('customer.twins.phone', { name: '王伟' })).waitFor();
  await page.getByText(zh('customer.twins.plate', { name: '王伟' })).waitFor();
  await page
    .getByRole('button', { name: zh('customer.twins.open', { name: '王伟' }) })
    .first()
    .click();
  await strip().getByRole('heading', { name: '王伟' }).waitFor();

  // what was typed stayed a draft
  await openForm();
  await restored().waitFor();
  expect(await values()).toEqual(['王伟', '138 0013 8000', '京A·12345']);
  await page.getByRole('button', { name: zh('customer.form.draftDrop') }).click();
  expect(await values()).toEqual(['', '', '']);
});

it('a draft outlives Esc and a page that was reloaded', async () => {
  await openForm();
  await page.keyboard.type('欧阳娜娜');
  await page.keyboard.press('Tab');
  await page.keyboard.type('13900139000');
  await page.keyboard.press('Escape');
  await page.getByText(zh('customer.form.draftKept')).waitFor();

  await openForm();
  await restored().waitFor();
  expect((await values()).slice(0, 2).map((value) => value.replaceAll(' ', ''))).toEqual(['欧阳娜娜', '13900139000']);
  await page.keyboard.press('End');
  await page.keyboard.type('女');
  await page.reload();
  await restored().waitFor();
  expect((await values())[0]).toBe('欧阳娜娜女');
  await page.keyboard.press('Control+s');
  await strip().getByRole('heading', { name: '欧阳娜娜女' }).waitFor();

  await openForm();
  expect(await restored().count()).toBe(0);
  expect(await values()).toEqual(['', '', '']);
});

it("a colleague at the same desk does not find another's draft", async () => {
  await openForm();
  await page.keyboard.type('半张档案');
  await page.keyboard.press('Escape');
  await page.enter('service', staffPassword);
  await page.reload();
  await page.getByRole('button', { name: zh('common.account.menu', { name: 'service' }) }).waitFor();
  await openForm();
  expect(await restored().count()).toBe(0);
  expect((await values())[0]).toBe('');
});

it('what is wrong is said beside the field, and saving waits', async () => {
  await openForm();
  await first().name.fill('赵敏');
  await first().mobile.fill('1380013800');
  await page.getByText(zh('customer.check.phone-invalid'), { exact: true }).first().waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText(zh('customer.form.errorsLeft', { n: 1 })).waitFor();
  expect(await first().mobile.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await customers()).toBe(2);
});

it('whoever may delete can take a new customer back at once', async () => {
  const desk = await journey.newDesk();
  await desk.enter(...boss);
  await desk.keyboard.press('Alt+n');
  await desk.field(zh('customer.form.name')).fill('孙悟空');
  await desk.keyboard.press('Control+s');
  await desk.getByText(zh('customer.form.added', { name: '孙悟空' })).waitFor();
  await desk.getByRole('button', { name: zh('common.undo') }).click();
  await desk
    .getByText(zh('undo.done', { what: zh('undo.of', { what: zh('undo.kind.customerAdd'), name: '孙悟空' }) }))
    .waitFor();
  expect(await customers()).toBe(2);
});
