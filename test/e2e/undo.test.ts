import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;
let id: string;
let here: string;

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('reception', staffPassword);
  const added = await page.call<{ id: string }>('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A12345', series: '轩逸' },
  });
  ({ id } = added);
  here = `/customers/${id}`;
  await page.goto(`/#${here}`);
  await strip().waitFor();
});
afterAll(() => journey.close());

const strip = () => page.getByRole('region', { name: zh('customer.strip.label') });
const panel = () => page.getByRole('dialog', { name: zh('visit.title') });
const undo = () => page.getByRole('button', { name: zh('common.undo') }).last();
const spent = async (): Promise<number> =>
  (await page.call<{ spend: { visits: number } }>('customers.get', { id })).spend.visits;
const undone = (kind: string, name = '王伟') =>
  page
    .getByText(zh('undo.done', { what: zh('undo.of', { what: zh(`undo.kind.${kind}` as 'undo.command'), name }) }))
    .last();
const enterVisit = async (amount: string): Promise<void> => {
  await page.keyboard.press('v');
  await panel()
    .getByLabel(zh('visit.line.amount', { n: 1 }))
    .fill(amount);
  await page.keyboard.press('Control+s');
  await panel().waitFor({ state: 'detached' });
};

describe('the undo bar', () => {
  it('a visit just entered', async () => {
    await enterVisit('480');
    await page.getByText(zh('visit.saved', { amount: '¥480.00' })).waitFor();
    await undo().click();
    await undone('visitAdd').waitFor();
    expect(await spent()).toBe(0);
  });

  it('a voided one, with Ctrl Z', async () => {
    await enterVisit('612');
    const row = page
      .getByRole('region', { name: zh('customer.timeline.title') })
      .getByRole('listitem')
      .filter({ hasText: '¥612.00' });
    await row.getByRole('button').first().click();
    await page.getByRole('button', { name: zh('visit.void.button'), exact: true }).click();
    await page.keyboard.type('录入有误');
    await page.keyboard.press('Enter');
    await page.getByText(zh('visit.void.done')).waitFor();
    expect(await spent()).toBe(0);
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await undone('visitVoid').waitFor();
    expect(await spent()).toBe(1);
  });

  it('Ctrl Z in a field is the field’s own', async () => {
    await page.keyboard.press('n');
    const note = page.getByRole('dialog', { name: zh('customer.note.title') });
    await note.getByRole('textbox').pressSequentially('半句');
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(300);
    expect(await spent()).toBe(1);
    await note.getByRole('textbox').fill('下次带孩子来');
    await page.keyboard.press('Control+s');
    await page.getByText(zh('customer.note.saved')).waitFor();
    await undo().click();
    await undone('noteAdd').waitFor();
  });

  it('what somebody else changed since is refused in words', async () => {
    await page.keyboard.press('e');
    await page.getByRole('heading', { name: zh('customer.form.editTitle') }).waitFor();
    await page.field(zh('customer.form.job')).fill('教师');
    await page.keyboard.press('Control+s');
    await page.getByText(zh('customer.form.saved', { name: '王伟' })).waitFor();
    const other = await journey.newDesk();
    await other.enter(...boss, `${here}/edit`);
    await other.field(zh('customer.form.job')).fill('医生');
    await other.keyboard.press('Control+s');
    await other.getByText(zh('customer.form.saved', { name: '王伟' })).waitFor();
    await other.close();
    await undo().click();
    await page.getByText(zh('errors.reason.undo-changed-since')).waitFor();
    const { customer } = await page.call<{ customer: { job: string } }>('customers.get', { id });
    expect(customer.job).toBe('医生');
  });

  it('a new customer', async () => {
    await page.keyboard.press('Alt+n');
    await page.field(zh('customer.form.name')).fill('李娜');
    await page.keyboard.press('Control+s');
    await page.getByText(zh('customer.form.added', { name: '李娜' })).waitFor();
    await undo().click();
    await undone('customerAdd', '李娜').waitFor();
    const { hits } = await page.call<{ hits: unknown[] }>('customers.search', { q: '李娜' });
    expect(hits).toEqual([]);
  });
});
