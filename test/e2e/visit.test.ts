import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;
/** another desk that looks at the same customer all the time */
let other: DeskPage;
let customerId: string;
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
  customerId = added.id;
  here = `/customers/${customerId}`;
  other = await journey.newDesk();
  await other.enter(...boss, here);
  await strip(other).waitFor();
});
afterAll(() => journey.close());

const strip = (desk: DeskPage) => desk.getByRole('region', { name: zh('customer.strip.label') });
const panel = (desk: DeskPage) => desk.getByRole('dialog', { name: zh('visit.title') });
const rows = (desk: DeskPage) =>
  desk.getByRole('region', { name: zh('customer.timeline.title') }).getByRole('listitem');
const says = async (desk: DeskPage, text: string): Promise<void> =>
  expect.poll(() => strip(desk).innerText(), { timeout: 10_000 }).toContain(text);
const open = async (desk: DeskPage, path = here): Promise<void> => {
  await desk.goto(`/#${path}`);
  await strip(desk).waitFor();
};
const focused = (desk: DeskPage) => desk.locator(':focus');

describe('登记到店', () => {
  it('V, two lines, the mileage, Ctrl S', async () => {
    await open(page);
    await page.keyboard.press('v');
    await panel(page).waitFor();
    expect(await focused(page).getAttribute('id')).toBe(
      await panel(page).getByLabel(zh('visit.mileage')).getAttribute('id'),
    );
    await page.keyboard.type('30500');
    await panel(page)
      .getByLabel(zh('visit.line.amount', { n: 1 }))
      .focus();
    await page.keyboard.type('480');
    await page.keyboard.press('Enter');
    await panel(page)
      .getByLabel(zh('visit.line.amount', { n: 2 }))
      .waitFor();
    await page.keyboard.type('612');
    await panel(page)
      .getByLabel(zh('visit.line.list', { n: 2 }))
      .fill('700');
    expect(await panel(page).innerText()).toContain('¥1,092.00');
    expect(await panel(page).innerText()).toContain(zh('visit.discount', { amount: '¥88.00' }));
    await page.keyboard.press('Control+s');
    await panel(page).waitFor({ state: 'detached' });
    await page.getByText(zh('visit.saved', { amount: '¥1,092.00' })).waitFor();
  });

  it('figures, vehicle and timeline have it', async () => {
    await says(page, '¥1,092');
    await page
      .getByRole('article', { name: zh('vehicle.card.label', { plate: '京A·12345' }) })
      .getByText(zh('vehicle.card.mileage', { km: '30,500' }))
      .waitFor();
    await rows(page)
      .filter({ hasText: zh('customer.timeline.kind.visit') })
      .filter({ hasText: '¥1,092.00' })
      .waitFor();
    await page.getByRole('link', { name: zh('today.title') }).click();
    await page.getByRole('button', { name: zh('board.views.overview') }).click();
    await page.getByRole('row').filter({ hasText: '王伟' }).filter({ hasText: '¥1,092.00' }).waitFor();
  });

  it('another desk sees it by itself', async () => {
    await says(other, '¥1,092');
    await rows(other).filter({ hasText: '¥1,092.00' }).waitFor();
  });

  it('a lower mileage than before is doubted, not refused', async () => {
    await open(page);
    await page.keyboard.press('v');
    await panel(page).getByLabel(zh('visit.mileage')).fill('20000');
    await panel(page).getByText(zh('customer.check.mileage-lower')).waitFor();
    await page.keyboard.press('Control+s');
    await panel(page).getByText(zh('customer.check.lines-required')).waitFor();
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    expect((await page.call<{ spend: { visits: number } }>('customers.get', { id: customerId })).spend.visits).toBe(1);
  });

  it('what was typed and not saved is there again', async () => {
    await page.keyboard.press('v');
    expect(await panel(page).getByLabel(zh('visit.mileage')).inputValue()).toBe('20000');
    await panel(page)
      .getByRole('button', { name: zh('customer.form.draftDrop') })
      .click();
    expect(await panel(page).getByLabel(zh('visit.mileage')).inputValue()).toBe('');
    await page.keyboard.press('Escape');
  });
});

describe('voided', () => {
  it('not without a reason', async () => {
    await rows(page).filter({ hasText: '¥1,092.00' }).getByRole('button').first().click();
    await page.getByRole('button', { name: zh('visit.void.button'), exact: true }).click();
    await page.getByText(zh('visit.void.text')).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(zh('visit.void.required')).waitFor();
  });

  it('with one it stays on record and counts nowhere', async () => {
    await page.keyboard.type('录入有误');
    await page.keyboard.press('Enter');
    await page.getByText(zh('visit.void.done')).waitFor();
    await rows(page)
      .getByText(zh('customer.timeline.voidBecause', { reason: '录入有误' }))
      .waitFor();
    await says(page, zh('customer.strip.noVisit'));
    await says(other, zh('customer.strip.noVisit'));
  });

  it('just entered, it can be taken back from the bar at the bottom', async () => {
    await page.keyboard.press('v');
    await panel(page)
      .getByLabel(zh('visit.line.amount', { n: 1 }))
      .fill('99');
    await page.keyboard.press('Control+s');
    await page.getByText(zh('visit.saved', { amount: '¥99.00' })).waitFor();
    await says(other, '¥99');
    await page
      .getByRole('button', { name: zh('common.undo') })
      .last()
      .click();
    await page
      .getByText(zh('undo.done', { what: zh('undo.of', { what: zh('undo.kind.visitAdd'), name: '王伟' }) }))
      .waitFor();
    await says(other, zh('customer.strip.noVisit'));
  });
});

describe('two desks edit one customer', () => {
  const edit = async (desk: DeskPage): Promise<void> => {
    await open(desk);
    await desk.keyboard.press('e');
    await desk.getByRole('heading', { name: zh('customer.form.editTitle') }).waitFor();
  };
  const save = async (desk: DeskPage, name: string): Promise<void> => {
    await desk.keyboard.press('Control+s');
    await desk.getByText(zh('customer.form.saved', { name })).last().waitFor();
    await strip(desk).waitFor();
  };

  it('the same field: both values side by side, and one chooses', async () => {
    await edit(page);
    await edit(other);
    await other.field(zh('customer.form.job')).fill('教师');
    await save(other, '王伟');

    await page.field(zh('customer.form.job')).fill('医生');
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: zh('customer.conflict.title') }).waitFor();
    const row = page.getByRole('row').filter({ hasText: zh('customer.form.job') });
    expect(await row.innerText()).toContain('教师');
    expect(await row.innerText()).toContain('医生');
    await row.getByRole('button', { name: zh('customer.conflict.keepMine') }).click();
    expect(await page.field(zh('customer.form.job')).inputValue()).toBe('医生');
    await save(page, '王伟');
    await other.getByText('医生').waitFor();
  });

  it('different fields: both stay', async () => {
    await edit(page);
    await edit(other);
    await other.field(zh('customer.form.address')).fill('西湖区文三路 1 号');
    await save(other, '王伟');
    await page.field(zh('customer.form.wechat')).fill('wangwei88');
    await page.keyboard.press('Control+s');
    await page.getByText(zh('customer.conflict.quiet')).waitFor();
    await save(page, '王伟');
    await page.getByText('西湖区文三路 1 号').waitFor();
    await page.getByText('wangwei88').waitFor();
  });

  it('a saved change can be taken back', async () => {
    await edit(page);
    await page.field(zh('customer.form.wechat')).fill('wrong');
    await save(page, '王伟');
    await page.getByText('wrong').waitFor();
    await page
      .getByRole('button', { name: zh('common.undo') })
      .last()
      .click();
    await page
      .getByText(zh('undo.done', { what: zh('undo.of', { what: zh('undo.kind.customerEdit'), name: '王伟' }) }))
      .waitFor();
    await page.getByText('wangwei88').waitFor();
  });
});
