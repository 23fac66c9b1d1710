import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;
let customerId: string;
let vehicleId: string;

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter(...boss);
});
afterAll(() => journey.close());

const keys = (...pressed: string[]): Promise<void> =>
  pressed.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const type = (text: string): Promise<void> => page.keyboard.type(text);
const strip = () => page.getByRole('region', { name: zh('customer.strip.label') });
const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });

/** Tab until that control has the focus. @throws after more stops than a screen may have */
const tabTo = async (wanted: Locator): Promise<void> => {
  await wanted.waitFor();
  for (let stop = 0; stop < 80; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${wanted}`);
};

/** Whether the screen looks different for the focus being where it is (the caret apart). */
const focusShows = async (): Promise<boolean> => {
  const box = await page.locator(':focus').boundingBox();
  if (!box) return false;
  const x = Math.max(0, box.x - 6);
  const y = Math.max(0, box.y - 6);
  const clip = {
    x,
    y,
    width: Math.min(box.width + 12, 1366 - x),
    height: Math.min(box.height + 12, 768 - y),
  };
  if (clip.width <= 0 || clip.height <= 0) return false;
  const look = () => page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  const focused = await look();
  const element = await page.evaluateHandle(() => {
    const active = document.activeElement;
    if (active instanceof HTMLElement) active.blur();
    return active;
  });
  const blurred = await look();
  await element.evaluate((active) => {
    if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  });
  return !focused.equals(blurred);
};

/** The stops of Tab on the screen that is open, each by what it is, with those where nothing shows the focus. */
const walk = async (most: number): Promise<{ stops: string[]; unseen: string[] }> => {
  await page.waitForFunction(() => document.hasFocus());
  const stops: string[] = [];
  const unseen: string[] = [];
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return null;
      const label = active.getAttribute('aria-label') ?? (active as HTMLInputElement).labels?.[0]?.textContent;
      return `${active.tagName.toLowerCase()} ${label ?? active.textContent?.slice(0, 30) ?? ''}`;
    });
    if (name === null) break;
    stops.push(name);
    if (!(await focusShows())) unseen.push(name);
  }
  return { stops, unseen };
};

describe('without a mouse', () => {
  it('a customer is added', async () => {
    await page.goto('/#/');
    await page.getByRole('heading', { name: zh('today.emptyTitle') }).waitFor();
    await keys('Alt+n');
    await page.getByRole('heading', { name: zh('customer.form.newTitle') }).waitFor();
    await type('王伟');
    await keys('Tab');
    await type('13800138000');
    await keys('Tab');
    await type('京a12345');
    await tabTo(page.field(zh('customer.form.residentId')));
    await keys('Control+s');
    await strip().getByRole('heading', { name: '王伟' }).waitFor();
    customerId = new URL(page.url()).hash.split('/').at(-1) ?? '';
    const { vehicles } = await page.call<{ vehicles: { id: string; plate: string }[] }>('customers.get', {
      id: customerId,
    });
    expect(vehicles.map((vehicle) => vehicle.plate)).toEqual(['京A12345']);
    vehicleId = vehicles[0]?.id ?? '';
  });

  it('is found and opened', async () => {
    await page.goto('/#/');
    await page.getByRole('heading', { name: zh('today.visits') }).waitFor();
    await keys('Control+k');
    await type('12345');
    await page.getByRole('option').filter({ hasText: '王伟' }).waitFor();
    await keys('Enter');
    await strip().getByRole('heading', { name: '王伟' }).waitFor();
  });

  it('a visit is entered and voided', async () => {
    await keys('v');
    const panel = dialog(zh('visit.title'));
    await panel.waitFor();
    await type('30500');
    await tabTo(panel.getByLabel(zh('visit.line.category', { n: 1 })));
    await type('2');
    await tabTo(panel.getByLabel(zh('visit.line.amount', { n: 1 })));
    await type('480');
    await keys('Control+s');
    await panel.waitFor({ state: 'detached' });
    const row = page
      .getByRole('region', { name: zh('customer.timeline.title') })
      .getByRole('listitem')
      .filter({ hasText: '¥480.00' });
    expect(await row.innerText()).toContain(zh('visit.category.repairLabour'));

    await tabTo(row.getByRole('button').first());
    await keys('Enter');
    await tabTo(page.getByRole('button', { name: zh('visit.void.button'), exact: true }));
    await keys('Enter');
    await type('录入有误');
    await keys('Enter');
    await page.getByText(zh('visit.void.done')).waitFor();
  });

  it('menus and dialogs give the focus back where it was', async () => {
    const opener = page.getByRole('button', { name: zh('common.account.menu', { name: 'boss' }) });
    await tabTo(opener);
    await keys('Enter', 'ArrowDown', 'Escape');
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);

    const action = page
      .getByRole('navigation', { name: zh('customer.actions.label') })
      .getByRole('button')
      .filter({ hasText: zh('customer.actions.note') });
    await tabTo(action);
    await keys('Enter');
    await dialog(zh('customer.note.title')).waitFor();
    await keys('Escape');
    await dialog(zh('customer.note.title')).waitFor({ state: 'detached' });
    await expect.poll(() => action.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

describe('one sees where the focus is', () => {
  const inMain = () => page.getByRole('main');
  it.each<[name: string, path: () => string, ready: () => Locator]>([
    ['today', () => '/', () => inMain().getByRole('heading', { name: zh('today.visits') })],
    ['customers', () => '/customers', () => inMain().getByRole('link')],
    ['a customer', () => `/customers/${customerId}`, () => inMain().getByRole('listitem')],
    ['a new customer', () => '/customers/new', () => page.field(zh('customer.form.name'))],
    ['a visit', () => `/customers/${customerId}?do=visit`, () => dialog(zh('visit.title'))],
    ['imports', () => '/imports', () => page.getByText(zh('imports.past.none'))],
    ['settings', () => '/settings/reminders', () => inMain().getByRole('spinbutton')],
    ['staff', () => '/settings/staff', () => inMain().getByRole('row')],
  ])('%s', async (_name, path, ready) => {
    await page.goto('about:blank');
    await page.goto(`/#${path()}`);
    await ready().first().waitFor();
    const { stops, unseen } = await walk(45);
    expect(stops.length).toBeGreaterThan(5);
    expect(unseen).toEqual([]);
  });

  it('the first stop leads past the side bar', async () => {
    await page.goto('about:blank');
    await page.goto('/#/customers');
    await page.getByRole('main').getByRole('link').first().waitFor();
    await keys('Tab');
    const skip = page.getByRole('button', { name: zh('common.skipToContent') });
    expect(await skip.evaluate((button) => button === document.activeElement)).toBe(true);
    await keys('Enter');
    expect(await page.getByRole('main').evaluate((main) => main === document.activeElement)).toBe(true);
  });
});

describe('Esc keeps what was typed', () => {
  beforeAll(async () => {
    const lines = [{ category: 'parts', amountFen: 9900 }];
    await page.call('visits.add', { vehicleId, arrivedAt: Date.now(), lines });
  });

  const visit = zh('visit.title');
  const vehicle = zh('vehicle.form.editTitle');
  it.each<[what: string, path: () => string, field: () => Locator, text: string]>([
    ['a new customer', () => '/customers/new', () => page.field(zh('customer.form.address')), '文三路 1 号'],
    ['an edit', () => `/customers/${customerId}/edit`, () => page.field(zh('customer.form.job')), '教师'],
    ['a visit', () => `/customers/${customerId}?do=visit`, () => dialog(visit).getByLabel(zh('visit.note')), '等候'],
    [
      'a visit line',
      () => `/customers/${customerId}?do=visit`,
      () => dialog(visit).getByLabel(zh('visit.line.description', { n: 1 })),
      '小保养',
    ],
    [
      'a new vehicle',
      () => `/customers/${customerId}?do=vehicle`,
      () => dialog(zh('vehicle.form.addTitle')).getByLabel(zh('vehicle.form.model')),
      '1.6XL',
    ],
    [
      'a vehicle',
      () => `/customers/${customerId}?do=vehicle&vehicle=${vehicleId}`,
      () => dialog(vehicle).getByLabel(zh('vehicle.form.color')),
      '珠光白',
    ],
    [
      'a reading',
      () => `/customers/${customerId}?do=vehicle&vehicle=${vehicleId}`,
      () => dialog(vehicle).getByLabel(zh('vehicle.mileage.km'), { exact: true }),
      '31000',
    ],
    [
      'a note',
      () => `/customers/${customerId}?do=note`,
      () => dialog(zh('customer.note.title')).getByRole('textbox'),
      '喜欢靠窗',
    ],
    [
      'a relation',
      () => `/customers/${customerId}?do=relations`,
      () => dialog(zh('customer.relation.title')).getByLabel(new RegExp(`^${zh('customer.relation.name')}`)),
      '李娜',
    ],
    [
      'words beside a consent',
      () => `/customers/${customerId}?do=consents`,
      () => dialog(zh('customer.consent.title')).getByLabel(zh('customer.consent.note')),
      '只要短信',
    ],
  ])('%s', async (_what, path, field, text) => {
    await page.goto('about:blank');
    await page.goto(`/#${path()}`);
    await field().focus();
    await type(text);
    await keys('Escape');
    await field().waitFor({ state: 'detached' });
    await page.goto('about:blank');
    await page.goto(`/#${path()}`);
    await field().waitFor();
    expect(await field().inputValue()).toBe(text);
  });

  it('a policy', async () => {
    const panel = dialog(vehicle);
    const open = async (): Promise<Locator> => {
      await page.goto('about:blank');
      await page.goto(`/#/customers/${customerId}?do=vehicle&vehicle=${vehicleId}`);
      await panel.getByRole('button', { name: zh('vehicle.policy.add') }).click();
      return panel.getByLabel(zh('vehicle.policy.policyNo'));
    };
    await (await open()).focus();
    await type('PDZA2026001');
    await keys('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await (await open()).inputValue()).toBe('PDZA2026001');
  });

  it('the reason of a step that was thought better of', async () => {
    await page.goto('about:blank');
    await page.goto(`/#/customers/${customerId}`);
    await page
      .getByRole('region', { name: zh('customer.timeline.title') })
      .getByRole('listitem')
      .filter({ hasText: '¥99.00' })
      .getByRole('button')
      .first()
      .click();
    const button = page.getByRole('button', { name: zh('visit.void.button'), exact: true });
    await button.click();
    await type('重复录入');
    await keys('Escape');
    await button.click();
    expect(await page.getByRole('textbox', { name: zh('visit.void.reason') }).inputValue()).toBe('重复录入');
  });
});
