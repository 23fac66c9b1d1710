import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { hashOf } from '../../renderer/print/printAsked.ts';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { type Pdf, printToPdf } from './pdf.ts';
import { zh } from './texts.ts';
import { allRules, violations } from './violations.ts';

let journey: Journey;
let page: DeskPage;
let car: { id: string; vehicleId: string };

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('manager', staffPassword);
  const today = dayOf(Date.now(), 'Asia/Shanghai');
  car = await page.call<typeof car>('customers.add', { name: '王伟', vehicle: { plate: '京A3K927' } });
  const { vehicle } = await page.call<{ vehicle: { version: number } }>('vehicles.get', { id: car.vehicleId });
  await page.call('vehicles.update', {
    id: car.vehicleId,
    version: vehicle.version,
    plate: '京A3K927',
    vin: '1M8GDM9AXKP042788',
    brand: '大众',
    series: '途观L',
    deliveryDay: addDays(today, -500),
    roadConditions: '山路多',
  });
  await page.call('vehicles.addMileage', { id: car.vehicleId, day: addDays(today, -90), km: 20_000 });
  await page.call('vehicles.addMileage', { id: car.vehicleId, day: today, km: 29_000 });
  await page.call('vehicles.addPolicy', { id: car.vehicleId, endDay: addDays(today, 40) });
});
afterAll(() => journey.close());

const textOf = (pdf: Pdf): string => pdf.pages.map(({ text }) => text.replace(/\s/g, '')).join('');
const plain = (words: string): string => words.normalize('NFKC').replace(/\s/g, '');

describe('贴身服务计划', () => {
  it('stands in the vehicle’s panel, and Ctrl P prints it and puts it on record first', async () => {
    await page.goto(`/#/customers/${car.id}?do=vehicle&vehicle=${car.vehicleId}`);
    const panel = page.getByRole('dialog', { name: zh('vehicle.form.editTitle') });
    await panel.getByRole('button', { name: zh('plan.show'), exact: true }).click();
    const part = panel.getByRole('region', { name: zh('plan.title') });
    await part.getByText(zh('plan.kind.insurance')).waitFor();
    await part.getByText('轮胎换位与动平衡').first().waitFor();
    await part.getByText('苛刻工况（山路）', { exact: false }).waitFor();
    expect(await violations(page, allRules)).toEqual([]);
    await page.keyboard.press('Control+p');
    await page.getByText(zh('plan.handedOver')).waitFor();
    const { rows } = await page.call<{ rows: { document: string; what: string }[] }>('printing.log');
    expect(rows[0]).toMatchObject({ document: 'servicePlan', what: '京A3K927', holder: '王伟' });
  });

  it('is A4, says whose car it is, what is due and why so often', async () => {
    const desk = await journey.newDesk();
    await desk.enter('manager', staffPassword);
    const pdf = await printToPdf(desk, hashOf({ document: 'servicePlan', vehicleId: car.vehicleId }));
    for (const { width, height } of pdf.pages) {
      expect(Math.abs(width - 210)).toBeLessThan(0.2);
      expect(Math.abs(height - 297)).toBeLessThan(0.2);
    }
    expect(pdf.fonts.filter((name) => !name.startsWith('NotoSansSC'))).toEqual([]);
    const text = textOf(pdf);
    for (const words of [
      '贴身服务计划',
      '王伟',
      '京A·3K927',
      '1M8GDM9AXKP042788',
      '轮胎换位与动平衡',
      '保险到期',
      '山路多',
    ]) {
      expect(text).toContain(plain(words));
    }
    pdf.close();
    await desk.goto('about:blank');
    await desk.goto(`/print.html${hashOf({ document: 'servicePlan', vehicleId: crypto.randomUUID() })}`);
    await desk.waitForFunction(() => document.documentElement.dataset['print'] === 'failed');
    expect(await desk.getByRole('alert').textContent()).toBe(zh('errors.reason.vehicle-not-found'));
  });

  it('goes by 养护项目 of the store, which a manager changes; what is wrong is said beside its field', async () => {
    await page.goto('/#/settings/taskRules?part=servicePlan');
    await page.getByRole('button', { name: zh('plan.rules.add') }).click();
    const at = 10;
    const name = page.getByLabel(zh('plan.rules.nameOf', { n: at }));
    await name.fill('制动液');
    await page.getByText(zh('rules.check.name-twice')).waitFor();
    await name.fill('雨刮片');
    await page.getByText(zh('rules.check.interval-missing')).waitFor();
    await page.getByLabel(zh('plan.rules.everyMonthsOf', { name: '雨刮片' })).fill('6');
    await page.getByText(zh('rules.check.interval-missing')).waitFor({ state: 'detached' });
    expect(await violations(page, allRules)).toEqual([]);
    await page.getByRole('button', { name: zh('common.save'), exact: true }).click();
    await page.getByText(zh('rules.savedToday')).first().waitFor();
    const { rows } = await page.call<{ rows: { items: string[] }[] }>('vehicles.plan', { vehicleId: car.vehicleId });
    expect(rows.some(({ items }) => items.includes('雨刮片'))).toBe(true);
  });
});
