import { describe, expect, it } from 'vitest';
import { openTestStore, refusal, staffAs, testNow } from './openTestStore.ts';

const owner = async () => {
  const test = await openTestStore();
  const { id, vehicleId } = await test.call('customers.add', { name: '王伟', vehicle: { plate: '京A3K927' } });
  const page = () => test.call('customers.get', { id });
  const visit = (input: object, actor?: Parameters<typeof test.call>[2]) =>
    test.call(
      'visits.add',
      { vehicleId, arrivedAt: testNow, lines: [{ category: 'maintenanceLabour', amountFen: 48_000 }], ...input },
      actor,
    );
  return { ...test, id, vehicleId, page, visit };
};

describe('a visit', () => {
  it('counts in the figures and moves the next service', async () => {
    const { visit, page, call } = await owner();
    await visit({
      mileage: 58_204,
      orderNo: 'RO-1',
      lines: [
        { category: 'parts', amountFen: 61_200 },
        { category: 'repairLabour', amountFen: 0 },
      ],
    });
    const { spend, vehicles } = await page();
    expect(spend).toEqual({ totalFen: 61_200, visits: 1, last12MonthsFen: 61_200, lastVisitDay: '2026-11-22' });
    expect(vehicles[0]).toMatchObject({
      mileage: 58_204,
      mileageDay: '2026-11-22',
      serviceFromDay: '2027-04-22',
      serviceToDay: '2027-11-22',
    });
    expect(await call('visits.ofDay', { day: '2026-11-22' })).toMatchObject({ count: 1, amountFen: 61_200 });
  });

  it('is filed under the day of the store, whatever the machine thinks', async () => {
    const { visit, call } = await owner();
    // 23:30 on the 21st in Shanghai
    await visit({ arrivedAt: Date.UTC(2026, 10, 21, 15, 30) });
    // half past midnight on the 22nd
    await visit({ arrivedAt: Date.UTC(2026, 10, 21, 16, 30) });
    expect((await call('visits.ofDay', { day: '2026-11-21' })).count).toBe(1);
    expect((await call('visits.ofDay', { day: '2026-11-22' })).count).toBe(1);
  });

  it.each([
    ['insurance', null],
    ['accessories', null],
    ['carPurchase', null],
    ['parts', '2026-11-22'],
    ['accident', '2026-11-22'],
  ])('with a line of %s alone is a return on %s', async (category, day) => {
    const { visit, page } = await owner();
    await visit({ lines: [{ category, amountFen: 100 }] });
    expect((await page()).vehicles[0].lastVisitDay).toBe(day);
  });

  it('that is void counts nowhere and stays on record', async () => {
    const { visit, page, call, id } = await owner();
    await visit({ arrivedAt: testNow - 10 * 86_400_000, mileage: 1000, orderNo: 'RO-1' });
    const second = await visit({ mileage: 9000, orderNo: 'RO-2' });
    await call('visits.void', { id: second.id, version: 1, reason: '录错车' });
    const { spend, vehicles } = await page();
    expect(spend).toMatchObject({ totalFen: 48_000, visits: 1 });
    expect(vehicles[0]).toMatchObject({ lastVisitDay: '2026-11-12', mileage: 1000 });
    const shown = (await call('customers.timeline', { id, kinds: ['visit'] })).items;
    expect(shown[0].visit).toMatchObject({ void: true, voidReason: '录错车', orderNo: 'RO-2' });
    expect((await refusal(call('visits.void', { id: second.id, version: 2, reason: 'x' }))).reason).toBe(
      'visit-void-already',
    );
    expect((await refusal(visit({ orderNo: 'RO-2' }))).reason).toBe('order-number-known');
  });

  it('is refused in the future, without lines, with broken figures or for a vehicle that is not there', async () => {
    const { visit, vehicleId } = await owner();
    expect((await refusal(visit({ arrivedAt: testNow + 3_600_000 }))).fields).toEqual(['arrivedAt: arrival-future']);
    expect((await refusal(visit({ lines: [] }))).code).toBe('VALIDATION');
    for (const amountFen of [-1, 0.5, 1e12, '100', null]) {
      expect((await refusal(visit({ lines: [{ category: 'parts', amountFen }] }))).code, String(amountFen)).toBe(
        'VALIDATION',
      );
    }
    expect(
      (await refusal(visit({ vehicleId: vehicleId.replace(/.$/, vehicleId.endsWith('0') ? '1' : '0') }))).code,
    ).toBe('NOT_FOUND');
  });

  it('shows and takes its cost from managers only', async () => {
    const { visit, call } = await owner();
    const lines = [{ category: 'parts', amountFen: 100, costFen: 60 }];
    expect((await refusal(visit({ lines }, staffAs('reception')))).fields).toEqual([
      'lines.0.costFen: cost-not-allowed',
    ]);
    const { id } = await visit({ lines }, staffAs('manager'));
    expect((await call('visits.get', { id }, staffAs('manager'))).lines[0].costFen).toBe(60);
    expect((await call('visits.get', { id }, staffAs('reception'))).lines[0].costFen).toBeNull();
  });

  it('with a mileage below an earlier one is taken and flagged', async () => {
    const { visit } = await owner();
    await visit({ mileage: 50_000, arrivedAt: testNow - 86_400_000 });
    expect((await visit({ mileage: 5000 })).warnings).toEqual([{ path: 'mileage', reason: 'mileage-lower' }]);
  });
});
