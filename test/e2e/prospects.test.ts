import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('reception', staffPassword, '/prospects');
});
afterAll(() => journey.close());

const dialog = (name: string): Locator => page.getByRole('dialog', { name, exact: true });
const panelOf = (name: string): Locator => dialog(zh('prospects.panelTitle', { name }));
const rowOf = (name: string): Locator => page.getByRole('row').filter({ hasText: name });
const daysOff = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const open = async (name: string): Promise<Locator> => {
  await rowOf(name).getByRole('button', { name, exact: true }).click();
  await panelOf(name).waitFor();
  return panelOf(name);
};
/** Somebody nobody knows: a jumbled line sorts itself into name and phone. */
const begin = async (line: string): Promise<Locator> => {
  await page.keyboard.press('b');
  const panel = dialog(zh('prospects.newTitle'));
  await panel.waitFor();
  await page.keyboard.type(line);
  await panel.getByText(zh('board.come.none')).waitFor();
  await page.keyboard.press('Enter');
  await panel.getByText(zh('board.come.newText')).waitFor();
  return panel;
};

describe('from the first look to the purchase', () => {
  it('B: who, what they look for, what is next', async () => {
    const panel = await begin('苏晓 13900001234');
    expect(await panel.getByLabel(zh('board.come.name')).inputValue()).toBe('苏晓');
    await panel.getByLabel(zh('prospects.models')).fill('奇骏');
    await page.keyboard.press('Enter');
    await panel.getByLabel(zh('prospects.budgetFrom')).fill('15');
    await panel.getByLabel(zh('prospects.budgetTo')).fill('18');
    await panel.getByLabel(zh('prospects.source')).fill('自然到店');
    await panel.getByLabel(zh('prospects.nextWhat')).fill('约周末试驾');
    await panel.getByLabel(new RegExp(`^${zh('prospects.nextDay')}`)).fill(daysOff(0));
    await page.keyboard.press('Control+s');
    await panel.waitFor({ state: 'detached' });
    await rowOf('苏晓')
      .filter({ hasText: zh('prospects.wan', { budget: '15–18' }) })
      .waitFor();
    await rowOf('苏晓').filter({ hasText: '约周末试驾' }).waitFor();
  });

  it('a test drive: what is being typed beside it stays', async () => {
    const panel = await open('苏晓');
    await panel.getByLabel(zh('prospects.note')).fill('太太决定');
    await panel.getByLabel(new RegExp(`^${zh('prospects.driveModel')}`)).fill('奇骏');
    await panel.getByLabel(zh('prospects.driveRemark')).fill('后排宽敞');
    await panel.getByRole('button', { name: zh('prospects.addDrive') }).click();
    const drives = panel.getByRole('region', { name: zh('prospects.drives') });
    await drives.getByRole('listitem').filter({ hasText: '后排宽敞' }).waitFor();
    expect(await panel.getByLabel(zh('prospects.note')).inputValue()).toBe('太太决定');
    // one that was typed and not filed goes with the rest
    await panel.getByLabel(new RegExp(`^${zh('prospects.driveModel')}`)).fill('逍客');
    await page.keyboard.press('Control+s');
    await panel.waitFor({ state: 'detached' });
    await rowOf('苏晓')
      .filter({ hasText: zh('prospects.driven', { count: 2, when: zh('common.days.today') }) })
      .waitFor();
  });

  it('the follow-up: what came of it, and the next step after it', async () => {
    const panel = await open('苏晓');
    expect(await panel.getByLabel(zh('prospects.note')).inputValue()).toBe('太太决定');
    await panel.getByPlaceholder(zh('prospects.resultHint')).fill('已试驾，等太太看颜色');
    expect(await panel.getByLabel(zh('prospects.nextWhat')).inputValue()).toBe('');
    await panel.getByLabel(zh('prospects.nextWhat')).fill('送报价');
    await panel.getByLabel(new RegExp(`^${zh('prospects.nextDay')}`)).fill(daysOff(2));
    await page.keyboard.press('Control+s');
    await panel.waitFor({ state: 'detached' });
    await rowOf('苏晓').filter({ hasText: '送报价' }).waitFor();
  });

  it('转为客户: only the car is typed, the rest is there', async () => {
    const panel = await open('苏晓');
    await panel.getByRole('button', { name: zh('prospects.convert'), exact: true }).click();
    expect(await panel.getByLabel(zh('prospects.car.series')).inputValue()).toBe('奇骏');
    await panel.getByLabel(zh('prospects.car.vin')).fill('LGBH12E09FY704182');
    await panel.getByLabel(zh('prospects.car.color')).fill('珠光白');
    await page.keyboard.press('Control+s');
    // its delivery is offered, filled in
    await dialog(zh('deliveries.form.newTitle')).getByText('苏晓', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await dialog(zh('deliveries.form.newTitle')).waitFor({ state: 'detached' });
    const strip = page.getByRole('region', { name: zh('customer.strip.label') });
    await strip.getByText('苏晓').waitFor();
    await strip.getByText('139****1234').waitFor();
    await page.getByRole('main').getByText('奇骏').first().waitFor();
    await page.getByRole('main').getByText('已试驾，等太太看颜色').waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#\/customers\/[0-9a-f-]{36}$/);
  });

  it('is listed as bought, and no longer asked after', async () => {
    await page.goto('/#/prospects?show=bought');
    await rowOf('苏晓').waitFor();
    await page.goto('/#/prospects');
    await page.getByRole('heading', { name: zh('prospects.empty') }).waitFor();
  });
});

describe('战败', () => {
  it('wants a reason, is listed apart and can be taken up again', async () => {
    const fresh = await begin('郑凯文 13700005678');
    await page.keyboard.press('Control+s');
    await fresh.waitFor({ state: 'detached' });
    const panel = await open('郑凯文');
    await panel.getByRole('button', { name: zh('prospects.lose'), exact: true }).click();
    await page.keyboard.press('Enter');
    await panel.getByText(zh('visit.void.required')).waitFor();
    await page.keyboard.type('买了别的品牌');
    await page.keyboard.press('Enter');
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: zh('prospects.state.lost'), exact: true }).click();
    await rowOf('郑凯文').filter({ hasText: '买了别的品牌' }).waitFor();

    const lost = await open('郑凯文');
    await lost.getByRole('button', { name: zh('prospects.reopen'), exact: true }).click();
    await lost.getByRole('button', { name: zh('prospects.convert'), exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await lost.waitFor({ state: 'detached' });
    await page.goto('/#/prospects');
    await rowOf('郑凯文')
      .filter({ hasText: zh('prospects.noNext') })
      .waitFor();
  });
});
