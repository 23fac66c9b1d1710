import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planCustomers, planMembers, planServiceOrders } from './planInMemory.ts';

const folder = join(import.meta.dirname, '../fixtures/samples');
const file = (name: string) => join(folder, name);
const expected = JSON.parse(readFileSync(file('expected.json'), 'utf8'));

test('the customers of the old system come out as its generator counted them', async () => {
  const { counts, problems } = await planCustomers(file('dms-customers-gb18030.csv'));
  expect(counts).toEqual(expected.customers);
  const byCode = Object.groupBy(problems, ({ code }) => code);
  expect(Object.fromEntries(Object.entries(byCode).map(([code, rows]) => [code, rows?.length]))).toEqual({
    'amount-invalid': 13,
    'day-invalid': 33,
    'name-missing': 30,
    'phone-invalid': 37,
    'resident-id-check-digit': 42,
    'vin-check-digit': 61,
  });
});

test('the members of the old system, with both sums of points and their tiers', async () => {
  const plan = await planMembers(file('members-old-system.xlsx'), ['银卡', '金卡', '钻石卡']);
  const { rows, accepted, errors, skipped } = plan.counts;
  expect({
    rows,
    accepted,
    errors,
    skipped,
    cumulative_points: plan.cumulative,
    redeemable_points: plan.redeemable,
    by_tier: plan.tierCounts,
  }).toEqual(expected.members);
  expect(plan.codes).toEqual({ 'card-repeated': 11, 'points-exceed': 9, 'points-invalid': 14, 'tier-unknown': 18 });
  expect(plan.counts.warnings).toBe(0);
});

test('the workshop orders, refused ones apart by why', async () => {
  const { vehicles } = await planCustomers(file('dms-customers-gb18030.csv'));
  const plan = await planServiceOrders(file('service-orders.csv'), vehicles);
  const { rows, accepted, errors, skipped } = plan.counts;
  expect({
    rows,
    accepted,
    errors,
    skipped,
    unknown_vehicle: plan.unknownVehicle,
    repeated_order: plan.repeatedOrder,
    amount_fen: plan.amountFen,
  }).toEqual(expected['service-orders']);
});
