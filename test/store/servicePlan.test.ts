import { expect, it } from 'vitest';
import { defaultSettings } from '../../db/features/settings/defaults.ts';
import { openTestStore, refusal, staffAs } from './openTestStore.ts';

const withCar = async () => {
  const test = await openTestStore();
  const { vehicleId, id } = await test.call('customers.add', { name: '王伟', vehicle: { plate: '京A12345' } });
  const { vehicle } = await test.call('vehicles.get', { id: vehicleId });
  await test.call('vehicles.update', {
    id: vehicleId,
    version: vehicle.version,
    plate: '京A12345',
    brand: '大众',
    series: '途观L',
    energy: 'fuel',
    deliveryDay: '2025-11-22',
    inspectionDueDay: '2027-11-30',
    roadConditions: '山路',
  });
  await test.call('vehicles.addMileage', { id: vehicleId, day: '2026-08-24', km: 20_000 });
  await test.call('vehicles.addMileage', { id: vehicleId, day: '2026-11-22', km: 29_000 });
  await test.call('vehicles.addPolicy', { id: vehicleId, endDay: '2026-12-31' });
  return { test, vehicleId, customerId: id };
};

it('a car’s plan says whose, how far, how it is driven, and what is next', async () => {
  const { test, vehicleId } = await withCar();
  const plan = await test.call('vehicles.plan', { vehicleId }, staffAs('reception'));
  expect(plan).toMatchObject({
    customerName: '王伟',
    plate: '京A12345',
    model: '大众 途观L',
    mileage: { day: '2026-11-22', km: 29_000 },
    kmPerYear: 36_500,
    kmAssumed: false,
    severe: true,
    severeBy: ['山路'],
    severePercent: 70,
    untilDay: '2028-11-22',
  });
  expect(plan.rows[0]).toMatchObject({ kind: 'insurance', day: '2026-12-31', km: null });
  // 7,000 km instead of 10,000
  expect(plan.rows[1]).toMatchObject({ kind: 'service', day: '2027-01-21', km: 35_000, late: false });
});

it('goes by the store’s own items, which managers change and which are checked', async () => {
  const { test, vehicleId } = await withCar();
  const [item] = defaultSettings.servicePlan.items;
  const values = (items: unknown[]) => ({ values: { servicePlan: { ...defaultSettings.servicePlan, items } } });
  await test.call('settings.update', values([{ ...item, name: '换三滤', everyKm: 7000 }]), staffAs('manager'));
  const { rows } = await test.call('vehicles.plan', { vehicleId });
  expect(new Set(rows.flatMap(({ items }: { items: string[] }) => items))).toEqual(new Set(['换三滤']));
  expect(
    await refusal(test.call('settings.update', values([{ ...item }, { ...item, name: ' 更换机油机滤 ' }]))),
  ).toEqual({
    code: 'VALIDATION',
    fields: ['values.servicePlan.items.1.name: name-twice'],
  });
  expect(await refusal(test.call('settings.update', values([{ ...item, everyKm: null, everyMonths: null }])))).toEqual({
    code: 'VALIDATION',
    fields: ['values.servicePlan.items.0.everyKm: interval-missing'],
  });
});

it('is refused of a car that is not there, and put on record when printed', async () => {
  const { test, vehicleId } = await withCar();
  expect(await refusal(test.call('vehicles.plan', { vehicleId: crypto.randomUUID() }))).toEqual({
    code: 'NOT_FOUND',
    reason: 'vehicle-not-found',
  });
  expect(await refusal(test.call('printing.record', { document: 'servicePlan' }))).toMatchObject({
    fields: ['vehicleId: required'],
  });
  await test.call('printing.record', { document: 'servicePlan', vehicleId });
  const { rows } = await test.call('printing.log');
  expect(rows[0]).toMatchObject({ document: 'servicePlan', what: '京A12345', holder: '王伟' });
});
