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

/** The end of the plate that a step tells to type. */
const tailOf = async (number: number, step: 'find' | 'arrive'): Promise<string> => {
  const told = at(number).getByRole('status');
  const words = pattern(zh(`tour.steps.${step}.text`, { tail: '{{tail}}', name: '{{name}}' }));
  await told.filter({ hasText: words }).waitFor();
  const text = await told.innerText();
  const [, tail = ''] = /([0-9A-Z]{5})/.exec(text) ?? [];
  expect(tail).toHaveLength(5);
  return tail;
};

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
    const tail = await tailOf(1, 'find');
    await page.keyboard.press('Control+k');
    await page.keyboard.type(tail, { delay: 40 });
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await at(2).waitFor();
  });

  it('the page, an arrival on the board, moved on and taken back', async () => {
    await page.getByRole('region', { name: zh('customer.strip.label') }).waitFor();
    await page.keyboard.press('F2');
    await at(3).waitFor();
    const tail = await tailOf(3, 'arrive');
    await page.keyboard.press('Alt+w');
    const panel = page.getByRole('dialog', { name: zh('board.come.walkInTitle') });
    await panel.waitFor();
    await page.keyboard.type(tail);
    await panel.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await panel.getByLabel(zh('board.come.vehicle'), { exact: true }).waitFor();
    await page.keyboard.press('Control+s');
    await panel.waitFor({ state: 'detached' });
    await at(4).waitFor();
    // the sample store has cars there already
    const { counts } = await page.call<{ counts: { inWork: number } }>('board.day');
    const inWork = page.getByRole('region', {
      name: zh('board.columnOf', { step: zh('board.step.inWork'), count: counts.inWork + 1 }),
    });
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-card'))).toBe(true);
    await page.keyboard.press('m');
    await inWork.waitFor();
    await at(4).waitFor();
    await page.keyboard.press('Control+z');
    await at(5).waitFor();
  });

  it('goes on where it was left', async () => {
    // the first lets go of the card
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => at(5).count()).toBe(0);
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
    ['/', 'board'],
    ['/?view=overview', 'today'],
    ['/bookings', 'bookings'],
    ['/prospects', 'prospects'],
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

  it('shows a picture of the real thing, fetched only then', async () => {
    await page.goto('about:blank');
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (/\.png$/.test(request.url())) fetched.push(request.url());
    });
    await page.goto('/#/recalls');
    await page
      .getByRole('heading', { name: zh('recalls.title') })
      .first()
      .waitFor();
    expect(fetched).toEqual([]);
    await page.keyboard.press('F1');
    const picture = page.getByRole('img', { name: zh('help.topics.recalls.picture'), exact: true });
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
    expect(fetched).toHaveLength(1);
    await page.keyboard.press('Escape');
  });

  it('in a form explains the form, and Esc leaves the form open', async () => {
    await page.goto('/#/bookings');
    await page.getByRole('main').waitFor();
    await page.keyboard.press('Alt+b');
    const form = page.getByRole('dialog', { name: zh('appointments.newTitle'), exact: true });
    await form.waitFor();
    await page.keyboard.press('F1');
    const help = page.getByRole('heading', { name: `${zh('help.title')} · ${zh('help.topics.bookingForm.title')}` });
    await help.waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await form.waitFor();
    await page.keyboard.press('Escape');
  });

  it('over handing over customers too', async () => {
    const manager = await journey.newDesk();
    await manager.enter('admin', demoPassword, '/settings/staff?do=handover');
    const form = manager.getByRole('dialog', { name: zh('handover.title'), exact: true });
    await form.waitFor();
    await manager.keyboard.press('F1');
    const help = manager.getByRole('heading', { name: `${zh('help.title')} · ${zh('help.topics.handover.title')}` });
    await help.waitFor();
    await manager.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await form.waitFor();
    await manager.context().close();
  });
});
