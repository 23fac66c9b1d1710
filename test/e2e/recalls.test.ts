import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

let journey: Journey;
/** who files it */
let service: DeskPage;
/** who sees the car come in */
let reception: DeskPage;
let customerId: string;

const ours = 'LGBH12E09FY704182';
const foreign = 'LGBM4RKH0MA659976';

beforeAll(async () => {
  journey = await openJourney('setUp');
  service = await journey.newDesk();
  await service.enter('service', staffPassword, '/recalls');
  ({ id: customerId } = await service.call<{ id: string }>('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A12345', vin: ours, series: '轩逸' },
  }));
  reception = await journey.newDesk();
  await reception.enter('reception', staffPassword, `/customers/${customerId}`);
});
afterAll(() => journey.close());

const dialog = (name: string): Locator => service.getByRole('dialog', { name, exact: true });
const strip = (): Locator => reception.getByRole('region', { name: zh('customer.strip.label') });
const onCar = (): Locator =>
  reception.getByRole('main').getByText(zh('recalls.onVehicle', { title: '燃油泵壳体召回' }));

describe('a recall from a pasted list', () => {
  it('a list of nothing but junk is refused, and stays', async () => {
    await service.keyboard.press('b');
    const panel = dialog(zh('recalls.newTitle'));
    await panel.getByLabel(new RegExp(`^${zh('recalls.number')}`)).fill('S2026M0012I');
    await panel.getByLabel(new RegExp(`^${zh('recalls.name')}`)).fill('燃油泵壳体召回');
    await panel.getByLabel(zh('recalls.vins')).fill('请各店尽快通知车主\n谢谢');
    await service.keyboard.press('Control+s');
    await panel.getByText(zh('recalls.vinsNone', { count: 2 })).waitFor();
    expect(await panel.getByLabel(zh('recalls.vins')).inputValue()).toContain('谢谢');
  });

  it('with VINs in it: those are taken, the other lines are shown one by one', async () => {
    const panel = dialog(zh('recalls.newTitle'));
    await panel
      .getByLabel(zh('recalls.vins'))
      .fill(`序号\tVIN\n1\t${ours.toLowerCase()}\n2\t${foreign}\n3\t${ours}\n4\tLGBH12E09FY\n`);
    await service.keyboard.press('Control+s');
    const result = dialog(zh('recalls.listedTitle'));
    await result.getByText(zh('recalls.listed.added', { count: 2 })).waitFor();
    await result.getByText(zh('recalls.listed.ours', { count: 1 })).waitFor();
    await result.getByText(zh('recalls.listed.repeated', { count: 1 })).waitFor();
    await result.getByRole('row').filter({ hasText: 'LGBH12E09FY' }).waitFor();
    await result.getByRole('button', { name: zh('recalls.listed.fine') }).click();
    await service.getByRole('row').filter({ hasText: ours }).filter({ hasText: '王伟' }).waitFor();
  });

  it('the car and the strip say so at the desk beside it', async () => {
    await onCar().waitFor();
    await strip().getByText(zh('customer.due.recall')).waitFor();
  });

  it('reception marks it done, and it is gone; taken back, it is there again', async () => {
    await onCar().click();
    const row = reception.getByRole('row').filter({ hasText: ours });
    await row.getByRole('button', { name: zh('recalls.markDone') }).click();
    await row.waitFor({ state: 'detached' });
    await reception.goto(`/#/customers/${customerId}`);
    await strip().waitFor();
    await expect.poll(() => onCar().count()).toBe(0);
    await reception.goto('/#/recalls');
    await reception.getByRole('button', { name: zh('recalls.vehicles.done'), exact: true }).click();
    await row.getByRole('button', { name: zh('recalls.markOpen') }).click();
    await row.waitFor({ state: 'detached' });
    await reception.goto(`/#/customers/${customerId}`);
    await onCar().waitFor();
  });
});
