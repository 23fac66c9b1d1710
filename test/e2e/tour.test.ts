import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../db/store/demo/accounts.ts';
import { tourSteps } from '../../renderer/app/tourSteps.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { pattern, zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;

beforeAll(async () => {
  journey = await openJourney({ demoCustomers: 120 });
  page = await journey.newDesk();
  await page.enter('qiantai', demoPassword);
});
afterAll(() => journey.close());

const at = (step: number) => page.getByRole('region', { name: zh('tour.label', { step, count: tourSteps.length }) });

describe('新手七步, by keyboard alone', () => {
  it('begins on 今日 and is left with Esc', async () => {
    await page.button(zh('tour.start')).focus();
    await page.keyboard.press('Enter');
    await at(1).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => at(1).count()).toBe(0);
  });

  it('find by the end of a plate', async () => {
    await page.button(zh('tour.start')).focus();
    await page.keyboard.press('Enter');
    const text = await at(1).getByRole('status').innerText();
    const [, tail = ''] = pattern(zh('tour.steps.find.text', { tail: '{{tail}}', name: '{{name}}' })).exec(text)
      ? (/([0-9A-Z]{5})/.exec(text) ?? [])
      : [];
    expect(tail).toHaveLength(5);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(tail, { delay: 40 });
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await at(2).waitFor();
  });

  it('the page, a visit, taken back', async () => {
    await page.getByRole('region', { name: zh('customer.strip.label') }).waitFor();
    await page.keyboard.press('F2');
    await at(3).waitFor();
    await page.keyboard.press('v');
    const panel = page.getByRole('dialog', { name: zh('visit.title') });
    await panel.getByLabel(zh('visit.line.amount', { n: 1 })).focus();
    await page.keyboard.type('480');
    await page.keyboard.press('Control+s');
    await panel.waitFor({ state: 'detached' });
    await at(4).waitFor();
    await page.keyboard.press('Control+z');
    await at(5).waitFor();
  });

  it('goes on where it was left', async () => {
    await page.keyboard.press('Escape');
    await page.goto('/#/');
    await page.button(zh('tour.resume', { step: 5 })).focus();
    await page.keyboard.press('Enter');
    await at(5).waitFor();
  });

  it('a new customer from one line', async () => {
    await at(5)
      .getByRole('button', { name: zh('tour.copy') })
      .focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+n');
    await page.field(zh('customer.form.name')).focus();
    await page.keyboard.press('Control+v');
    await expect.poll(() => page.field(zh('customer.form.name')).inputValue()).toBe('钱多多');
    await page.keyboard.press('Control+s');
    await at(6).waitFor();
  });

  it('the due list, and help', async () => {
    await page.goto('/#/customers?insuranceWithinDays=30&sort=insurance');
    await at(7).waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: pattern(`${zh('help.title')} · {{t}}`) }).waitFor();
    await page.getByText(zh('tour.finished')).waitFor();
    await page.keyboard.press('Escape');
    await page.goto('/#/');
    await page.getByRole('main').waitFor();
    expect(await page.button(zh('tour.start')).count()).toBe(0);
  });

  it('help offers it again', async () => {
    await page.keyboard.press('F1');
    await page.button(zh('help.tour')).click();
    await at(1).waitFor();
  });
});

describe('F1', () => {
  it.each([
    ['/', 'today'],
    ['/customers', 'customers'],
    ['/customers/new', 'customerForm'],
    ['/settings/about', 'settings'],
  ] as const)('%s explains itself', async (path, topic) => {
    await page.goto(`/#${path}`);
    await page.getByRole('main').waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('heading', { name: `${zh('help.title')} · ${zh(`help.topics.${topic}.title`)}` }).waitFor();
    await page.keyboard.press('Escape');
  });
});
