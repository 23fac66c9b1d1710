import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { literal, pattern, zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;
let id: string;

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('reception', staffPassword);
  ({ id } = await page.call<{ id: string }>('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A12345', series: '轩逸' },
  }));
});
afterAll(() => journey.close());

/** The tab's process dies, as in a crash; then the desk is opened anew. */
const kill = async (path: string): Promise<DeskPage> => {
  const crashed = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const next = await page.context().newPage();
  await page.close();
  await next.goto(`/#${path}`);
  page = Object.assign(next, {
    field: (label: string) => next.getByLabel(new RegExp(`^${literal(label)}( \\*)?$`)),
    button: (name: string) => next.getByRole('button', { name, exact: true }),
    call: page.call,
    enter: page.enter,
  });
  return page;
};
const restored = () => page.getByText(pattern(zh('customer.form.draftFound', { time: '{{t}}' }))).waitFor();

describe('what was typed outlives the tab', () => {
  it('a new customer', async () => {
    await page.goto('/#/customers/new');
    await page.field(zh('customer.form.name')).fill('周正');
    await page.field(zh('customer.form.mobile')).fill('13912345678');
    await kill('/customers/new');
    await restored();
    expect(await page.field(zh('customer.form.name')).inputValue()).toBe('周正');
    expect((await page.field(zh('customer.form.mobile')).inputValue()).replaceAll(' ', '')).toBe('13912345678');
  });

  it('an edit', async () => {
    await page.goto(`/#/customers/${id}/edit`);
    await page.getByRole('heading', { name: zh('customer.form.editTitle') }).waitFor();
    await page.field(zh('customer.form.job')).fill('教师');
    await kill(`/customers/${id}/edit`);
    await restored();
    expect(await page.field(zh('customer.form.job')).inputValue()).toBe('教师');
  });

  it.each([
    ['visit', 'visit.title', 'visit.mileage', '30500'],
    ['vehicle', 'vehicle.form.addTitle', 'vehicle.form.plate', '京B67890'],
    ['note', 'customer.note.title', 'customer.note.label', '下周来取车'],
  ] as const)('%s', async (what, title, label, value) => {
    const path = `/customers/${id}?do=${what}`;
    await page.goto(`/#${path}`);
    const field = () => page.getByRole('dialog', { name: zh(title) }).getByLabel(new RegExp(`^${literal(zh(label))}`));
    await field().fill(value);
    await kill(path);
    await restored();
    expect((await field().inputValue()).replaceAll('·', '')).toBe(value);
  });

  it('saved, nothing is left of it', async () => {
    await page.keyboard.press('Control+s');
    await page.getByText(zh('customer.note.saved')).waitFor();
    await kill(`/customers/${id}?do=note`);
    const note = page.getByRole('dialog', { name: zh('customer.note.title') });
    expect(await note.getByLabel(zh('customer.note.label')).inputValue()).toBe('');
  });
});
