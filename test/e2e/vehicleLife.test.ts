import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

interface Customer {
  readonly vehicles: readonly { plate: string | null }[];
  readonly pastVehicles: readonly { plate: string | null; how: string }[];
  readonly spend: { readonly visits: number };
}

let journey: Journey;
let page: DeskPage;
let wang: { id: string; vehicleId: string };
let zhao: { id: string };

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('reception', staffPassword);
  const add = (input: object) => page.call<{ id: string; vehicleId: string }>('customers.add', input);
  wang = await add({
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A12345', series: '轩逸' },
  });
  await page.call('vehicles.add', { customerId: wang.id, plate: '京B67890', series: '奇骏' });
  zhao = await add({ name: '赵敏', phones: [{ number: '13900139000' }] });
  await page.call('visits.add', {
    vehicleId: wang.vehicleId,
    arrivedAt: Date.now() - 30 * 86_400_000,
    mileage: 30_500,
    lines: [{ category: 'maintenanceLabour', amountFen: 48_000 }],
  });
});
afterAll(() => journey.close());

/** on the store's calendar, in Shanghai */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const get = (id: string) => page.call<Customer>('customers.get', { id });
const strip = (desk: DeskPage) => desk.getByRole('region', { name: zh('customer.strip.label') });
const card = (plate: string) => page.getByRole('article', { name: zh('vehicle.card.label', { plate }) });
const panel = () => page.getByRole('dialog', { name: zh('vehicle.form.editTitle') });
const life = () => panel().getByRole('region', { name: zh('vehicle.life.title') });
const past = () => page.getByRole('region', { name: zh('vehicle.past.title') });
const open = async (id: string): Promise<void> => {
  await page.goto(`/#/customers/${id}`);
  await strip(page).waitFor();
};
const openLife = async (plate: string, way: 'transfer' | 'sold' | 'scrapped'): Promise<void> => {
  await page.getByRole('button', { name: zh('vehicle.card.edit', { plate }) }).click();
  await life()
    .getByRole('button', { name: zh(`vehicle.life.${way}`), exact: true })
    .click();
};
const undo = () =>
  page
    .getByRole('status')
    .getByRole('button', { name: zh('common.undo') })
    .last()
    .click();

describe('过户', () => {
  it('to a customer found as in the one box; visits stay with who had the car then', async () => {
    await open(wang.id);
    await openLife('京A·12345', 'transfer');
    const box = life().getByRole('combobox', { name: zh('vehicle.life.owner') });
    await box.fill('9000');
    await page.getByRole('option', { name: '赵敏' }).waitFor();
    await box.press('Enter');
    await life()
      .getByRole('button', { name: zh('vehicle.life.confirm.transfer'), exact: true })
      .click();
    await page.getByText(zh('vehicle.life.done.transfer', { plate: '京A·12345', name: '赵敏' })).waitFor();
    await card('京A·12345').waitFor();
    expect(page.url()).toContain(zhao.id);
    const before = await get(wang.id);
    expect(before.pastVehicles).toMatchObject([{ plate: '京A12345', how: 'transferred' }]);
    expect(before.spend.visits).toBe(1);
    expect((await get(zhao.id)).spend.visits).toBe(0);
  });

  it('the car tells who had it, with a way to them', async () => {
    await page.getByRole('button', { name: zh('vehicle.card.edit', { plate: '京A·12345' }) }).click();
    const owners = panel().getByRole('region', { name: zh('vehicle.owners.title') });
    await owners.getByText('赵敏').waitFor();
    await owners.getByRole('link', { name: '王伟' }).click();
    await page.getByRole('heading', { name: '王伟', level: 1 }).waitFor();
  });

  it('the former owner has it folded below the cars in use, with a way to the new owner', async () => {
    await card('京B·67890').waitFor();
    await card('京A·12345').waitFor({ state: 'detached' });
    await past()
      .getByRole('button', { name: zh('vehicle.past.count', { n: 1 }) })
      .click();
    await past()
      .getByRole('button', { name: zh('vehicle.past.owner', { name: '赵敏' }) })
      .click();
    await page.getByRole('heading', { name: '赵敏', level: 1 }).waitFor();
  });

  it('to somebody new by name and phone; a phone that is known is said, and taken back from the bar', async () => {
    await openLife('京A·12345', 'transfer');
    await life()
      .getByRole('button', { name: zh('vehicle.life.notOnFile'), exact: true })
      .click();
    await life()
      .getByRole('button', { name: zh('vehicle.life.confirm.transfer'), exact: true })
      .click();
    await life().getByText(zh('customer.check.name-required')).waitFor();
    await page.keyboard.type('钱多');
    const phone = life().getByLabel(zh('vehicle.life.ownerPhone'));
    await phone.fill('13800138000');
    await life()
      .getByText(zh('customer.twins.phone', { name: '王伟' }))
      .waitFor();
    await phone.fill('13611112222');
    await life()
      .getByRole('button', { name: zh('vehicle.life.confirm.transfer'), exact: true })
      .click();
    await page.getByText(zh('vehicle.life.done.transfer', { plate: '京A·12345', name: '钱多' })).waitFor();
    await page.getByRole('heading', { name: '钱多', level: 1 }).waitFor();
    await undo();
    await expect.poll(async () => (await get(zhao.id)).vehicles.map((vehicle) => vehicle.plate)).toEqual(['京A12345']);
  });
});

describe('已售出 and 已报废', () => {
  it('a day ahead is refused in words, today is taken', async () => {
    await open(wang.id);
    await openLife('京B·67890', 'sold');
    const on = life().getByLabel(zh('vehicle.life.day.sold'));
    await on.fill(dayFromNow(30));
    await life()
      .getByRole('button', { name: zh('vehicle.life.confirm.sold') })
      .click();
    await life().getByText(zh('errors.field.day-future')).waitFor();
    await on.fill(dayFromNow(-1));
    await life()
      .getByRole('button', { name: zh('vehicle.life.confirm.sold') })
      .click();
    await page.getByText(zh('vehicle.life.done.sold', { plate: '京B·67890' })).waitFor();
    await page.getByText(zh('vehicle.none')).waitFor();
  });

  it('is listed under 以前的车 and comes back into use', async () => {
    await past()
      .getByRole('button', { name: zh('vehicle.past.count', { n: 2 }) })
      .click();
    await past()
      .getByRole('button', { name: zh('vehicle.past.reactivateLabel', { plate: '京B·67890' }) })
      .click();
    await card('京B·67890').waitFor();
  });

  it('scrapped is taken back from the bar', async () => {
    await openLife('京B·67890', 'scrapped');
    await life()
      .getByRole('button', { name: zh('vehicle.life.confirm.scrapped') })
      .click();
    await page.getByText(zh('vehicle.life.done.scrapped', { plate: '京B·67890' })).waitFor();
    await undo();
    await card('京B·67890').waitFor();
  });
});

describe('relations', () => {
  it('show from both sides, each with a way to the other', async () => {
    const company = await page.call<{ id: string }>('customers.add', { kind: 'company', name: '北京远图科技' });
    await page.call('customers.addRelation', { id: company.id, kind: 'keyPerson', name: '赵敏', otherId: zhao.id });
    await page.call('customers.addRelation', { id: wang.id, kind: 'child', name: '赵敏', otherId: zhao.id });
    await open(zhao.id);
    const family = page.getByRole('listitem').filter({ hasText: zh('customer.relation.inverse.keyPerson') });
    await family.getByRole('link', { name: '北京远图科技' }).waitFor();
    const parent = page.getByRole('listitem').filter({ hasText: zh('customer.relation.kind.parent') });
    await parent.getByRole('link', { name: '王伟' }).click();
    await page.getByRole('heading', { name: '王伟', level: 1 }).waitFor();
    const child = page.getByRole('listitem').filter({ hasText: zh('customer.relation.kind.child') });
    await child.getByRole('link', { name: '赵敏' }).waitFor();
  });
});

describe('移交客户', () => {
  it('counted before, to two, and taken back', async () => {
    const manager = await journey.newDesk();
    await manager.enter(...boss);
    const { rows } = await manager.call<{ rows: { id: string; name: string; displayName: string }[] }>('staff.list');
    const idOf = (name: string): string => rows.find((row) => row.name === name)?.id ?? '';
    for (let n = 0; n < 5; n++) {
      await manager.call('customers.add', { name: `客户${n}`, adviserId: idOf('service') });
    }
    await manager.goto('/#/settings/staff');
    await manager.getByRole('button', { name: zh('handover.openLabel', { name: 'service' }) }).click();
    const dialog = manager.getByRole('dialog', { name: zh('handover.title') });
    await dialog.getByRole('status').getByText('5', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: zh('handover.run'), exact: true }).click();
    await dialog.getByText(zh('handover.chooseTo')).waitFor();
    await dialog.getByRole('checkbox', { name: /^reception/ }).check();
    await dialog.getByRole('checkbox', { name: /^manager/ }).check();
    await dialog.getByRole('button', { name: zh('handover.run'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const customersOf = async (name: string): Promise<number> =>
      (await manager.call<{ customers: number }>('handover.preview', { fromStaffId: idOf(name) })).customers;
    expect(await customersOf('service')).toBe(0);
    expect(new Set([await customersOf('reception'), await customersOf('manager')])).toEqual(new Set([2, 3]));
    await manager
      .getByRole('status')
      .getByRole('button', { name: zh('common.undo') })
      .last()
      .click();
    await manager.getByText(zh('handover.undone', { name: 'service' })).waitFor();
    expect(await customersOf('service')).toBe(5);
  });
});
