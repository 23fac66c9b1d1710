import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { luhnDigit } from '../../db/domain/luhn.ts';
import { demoPassword } from '../../db/store/demo/accounts.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { scan } from './scannerKeys.ts';
import { pattern, zh } from './texts.ts';

interface Member {
  readonly id: string;
  readonly name: string;
  readonly cardNumber: string;
}

let journey: Journey;
let page: DeskPage;
let members: readonly Member[];

beforeAll(async () => {
  journey = await openJourney({ demoCustomers: 200 });
  page = await journey.newDesk();
  await page.enter('qiantai', demoPassword);
  const { rows } = await page.call<{ rows: { id: string; tier: string | null }[] }>('customers.list', { limit: 200 });
  const found: Member[] = [];
  for (const { id } of rows.filter((row) => row.tier !== null).slice(0, 4)) {
    const { customer, card } = await page.call<{ customer: { name: string }; card: { number: string } | null }>(
      'customers.get',
      { id },
    );
    if (card) found.push({ id, name: customer.name, cardNumber: card.number });
  }
  members = found;
});
afterAll(() => journey.close());

const member = (at: number): Member => {
  const found = members[at];
  if (!found) throw new Error('too few members');
  return found;
};
const opened = async ({ id }: Member): Promise<void> => {
  await expect.poll(() => new URL(page.url()).hash, { timeout: 10_000 }).toBe(`#/customers/${id}`);
  await page.getByRole('region', { name: zh('customer.strip.label') }).waitFor();
};
const box = () => page.getByRole('combobox', { name: zh('common.box.label') });

describe('a scan opens the card’s customer', () => {
  it('from 今日, with nothing left in the one box', async () => {
    await page.goto('/#/');
    await page.getByRole('main').waitFor();
    await scan(page, member(0).cardNumber);
    await opened(member(0));
    expect(await box().inputValue()).toBe('');
  });

  it('from another customer’s page, where letters are keys', async () => {
    await scan(page, member(1).cardNumber, { end: 'Tab' });
    await opened(member(1));
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('by a VIN, whose letters press no key of the page', async () => {
    const { vehicles } = await page.call<{ vehicles: { vin: string | null }[] }>('customers.get', { id: member(2).id });
    const vin = vehicles.find((vehicle) => vehicle.vin !== null)?.vin;
    await scan(page, vin ?? member(2).cardNumber);
    await opened(member(2));
    await page.waitForTimeout(100);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('the form that was open is kept', () => {
  it('half a new customer, the cursor in the name', async () => {
    await page.goto('/#/customers/new');
    await page.field(zh('customer.form.mobile')).fill('13912345678');
    await page.field(zh('customer.form.name')).fill('周');
    await scan(page, member(0).cardNumber);
    await opened(member(0));
    await page.getByText(zh('scan.formKept')).waitFor();
    await page.button(zh('scan.toForm')).click();
    await page.getByRole('heading', { name: zh('customer.form.newTitle') }).waitFor();
    expect(await page.field(zh('customer.form.name')).inputValue()).toBe('周');
    expect((await page.field(zh('customer.form.mobile')).inputValue()).replaceAll(' ', '')).toBe('13912345678');
    await expect.poll(() => page.getByText(zh('scan.formKept')).count()).toBe(0);
  });

  it('the same while an input method composes', async () => {
    await page.field(zh('customer.form.name')).fill('周小');
    await page.field(zh('customer.form.name')).focus();
    await scan(page, member(1).cardNumber, { composing: true });
    await opened(member(1));
    await page.button(zh('scan.toForm')).click();
    expect(await page.field(zh('customer.form.name')).inputValue()).toBe('周小');
  });

  it('half a visit, over the customer’s page', async () => {
    await page.goto(`/#/customers/${member(0).id}?do=visit`);
    const panel = page.getByRole('dialog', { name: zh('visit.title') });
    await panel.getByLabel(zh('visit.mileage')).fill('88888');
    await panel.getByLabel(zh('visit.mileage')).focus();
    await scan(page, member(1).cardNumber);
    await opened(member(1));
    await page.button(zh('scan.toForm')).click();
    await panel.waitFor();
    expect(await panel.getByLabel(zh('visit.mileage')).inputValue()).toBe('88888');
    await page.keyboard.press('Escape');
  });
});

describe('a card that nobody has', () => {
  it('a wrong check digit says that it was read in part', async () => {
    const right = luhnDigit('90000000001');
    const wrong = `90000000001${(Number(right) + 1) % 10}`;
    await page.goto(`/#/customers/${member(1).id}`);
    await scan(page, wrong);
    await page.getByText(zh('scan.none.wrong', { code: wrong })).waitFor();
  });

  it('a right one that the store does not have it', async () => {
    const code = `90000000002${luhnDigit('90000000002')}`;
    await scan(page, code);
    await page.getByText(zh('scan.none.right', { code })).waitFor();
  });

  it('an old number says that nobody can tell', async () => {
    await scan(page, 'QX-99187');
    await page.getByText(pattern(zh('scan.none.unknown', { code: 'QX-99187' }))).waitFor();
    expect(new URL(page.url()).hash).toBe(`#/customers/${member(1).id}`);
  });
});

describe('a person is no scanner', () => {
  it('digits typed into the one box and Enter search as ever', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(member(3).cardNumber, { delay: 45 });
    await page.getByRole('option').first().waitFor();
    expect(await box().inputValue()).toBe(member(3).cardNumber);
    await page.keyboard.press('Enter');
    await opened(member(3));
  });

  it('a letter is still a key', async () => {
    await page.keyboard.press('n');
    await page.getByRole('dialog', { name: zh('customer.note.title') }).waitFor();
    await page.keyboard.press('Escape');
  });
});
