import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { feedSamples } from './feedSamples.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { literal, zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;
beforeAll(async () => {
  journey = await openJourney('setUp');
  const admin = await journey.newDesk();
  await admin.enter(...boss);
  await feedSamples(admin);
  page = await journey.newDesk();
  await page.enter('reception', staffPassword);
  await page.getByRole('main').getByRole('heading').first().waitFor();
});
afterAll(() => journey.close());

const box = () => page.getByRole('combobox', { name: zh('common.box.label') });
const options = () => page.getByRole('option');
const strip = () => page.getByRole('region', { name: zh('customer.strip.label') });

/** Ctrl K, the fragment, arrows to whoever is meant, Enter. */
const openByKeys = async (typed: string, name: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(typed);
  const wanted = options().filter({ hasText: name });
  await wanted.first().waitFor();
  for (let step = 0; step < 12; step++) {
    if ((await wanted.first().getAttribute('aria-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await strip().getByRole('heading', { name, exact: true }).waitFor();
};

describe('one box, keys alone', () => {
  it.each([
    ['plate tail', '27903', '薛远乐', '川S·F27903'],
    ['phone tail', '3174', '薛远乐', '133****3174'],
    ['whole phone with spaces', '133 8024 3174', '薛远乐', '133****3174'],
    ['name', '薛远乐', '薛远乐', '薛远乐'],
    ['part of a name', '远乐', '薛远乐', '薛远乐'],
    ['pinyin initials', 'xyl', '薛远乐', 'xue yuan le'],
    ['pinyin initials of a surname with two readings', 'qlp', '仇磊鹏', 'qiu lei peng'],
    ['VIN tail', '777165', '薛远乐', '777165'],
    ['card number', '81000000', '任华雨', '8100 0000'],
    ['name and plate tail', '薛 27903', '薛远乐', '薛远乐'],
  ])('by %s', async (_kind, typed, name, shown) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    const line = options().filter({ hasText: name }).first();
    await line.waitFor();
    expect((await line.innerText()).replace(/\s+/g, ' ').toLowerCase()).toContain(shown.toLowerCase());
    expect(await line.locator('mark').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await openByKeys(typed, name);
    expect(await strip().innerText()).toMatch(/\d{3}\*{4}\d{4}/);
  });

  it('the card, both balances and what is due stand on the strip', async () => {
    await openByKeys('81000000', '任华雨');
    const text = await strip().innerText();
    expect(text).toContain('8100 0000');
    expect(text).toContain('16,640');
    expect(text).toContain('12,470');
    for (const label of ['redeemable', 'cumulative', 'due', 'contact', 'spend'] as const)
      expect(text).toContain(zh(`customer.strip.${label}`));
  });
});

describe('without waiting', () => {
  it('on 今日 typing simply begins', async () => {
    await page.goto('/#/?view=overview');
    await page.getByRole('heading', { name: zh('today.visits') }).waitFor();
    await page.keyboard.type('777165');
    expect(await box().inputValue()).toBe('777165');
    await options().filter({ hasText: '薛远乐' }).waitFor();
    await page.keyboard.press('Enter');
    await strip().getByRole('heading', { name: '薛远乐' }).waitFor();
  });

  it('Enter before the answer opens the first hit once it is here', async () => {
    await page.goto('/#/customers');
    await page.getByRole('heading', { name: zh('customers.title') }).waitFor();
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/rpc/customers/search*', async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('81000000');
    await page.keyboard.press('Enter');
    expect(await strip().count()).toBe(0);
    answer();
    await strip().getByRole('heading', { name: '任华雨' }).waitFor();
    await page.unroute('**/rpc/customers/search*');
  });

  it('a Tab and a letter do something for the hit', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('777165');
    await options().filter({ hasText: '薛远乐' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('v');
    await page.getByRole('dialog', { name: zh('visit.title') }).waitFor();
    await page.keyboard.press('Escape');
    await strip().getByRole('heading', { name: '薛远乐' }).waitFor();
  });
});

describe('nothing found', () => {
  it('says so and offers to add who was typed', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('欧阳不存在');
    await page.getByText(zh('common.box.nothing', { q: '欧阳不存在' })).waitFor();
    await options()
      .filter({ hasText: new RegExp(literal(zh('common.box.newCustomer', { q: '欧阳不存在' }))) })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: zh('customer.form.newTitle') }).waitFor();
    expect(await page.field(zh('customer.form.name')).inputValue()).toBe('欧阳不存在');
    await page.keyboard.press('Escape');
  });

  it('two digits are too few, and that is said', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('12');
    await page.getByText(zh('common.box.tooShort')).waitFor();
    await page.keyboard.press('Escape');
  });
});
