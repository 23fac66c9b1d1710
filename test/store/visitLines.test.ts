import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { minute, openDesk, today } from './openDesk.ts';
import { refusal, staffAs, testNow } from './openTestStore.ts';

describe('lines of a visit', () => {
  it('come later, make its amount, and count as a return', async () => {
    const { call, vehicleId, customerId, dataDir } = await openDesk();
    const { id } = await call('board.walkIn', { vehicleId });
    expect((await call('customers.get', { id: customerId })).vehicles[0].lastVisitDay).toBeNull();
    const lines = [
      { category: 'parts', amountFen: 61_200, description: '机油' },
      { category: 'maintenanceLabour', amountFen: 20_000 },
    ];
    const saved = await call('board.setLines', { id, version: 1, lines, mileage: 5200, orderNo: 'RO-1' });
    expect(saved).toMatchObject({
      version: 2,
      amountFen: 81_200,
      card: { lineCount: 2, amountFen: 81_200, orderNo: 'RO-1', mileage: 5200 },
    });
    expect(await call('customers.get', { id: customerId })).toMatchObject({
      vehicles: [{ lastVisitDay: today, mileage: 5200 }],
      spend: { totalFen: 81_200, visits: 1 },
    });
    const stale = await call('board.setLines', { id, version: 1, lines: [] }).catch((error: unknown) => error);
    expect(stale).toMatchObject({ code: 'CONFLICT', data: { reason: 'changed-meanwhile', current: { version: 2 } } });
    await call('board.setLines', { id, version: 2, lines: lines.slice(0, 1) });
    expect(await call('visits.get', { id })).toMatchObject({
      amountFen: 61_200,
      mileage: 5200,
      orderNo: 'RO-1',
      lines: [{ description: '机油' }],
    });
    expect((await verifyStore(dataDir)).findings).toEqual([]);
  });

  it('keep the costs that reception does not see', async () => {
    const { call, vehicleId } = await openDesk();
    const { id } = await call('board.walkIn', { vehicleId });
    const line = { category: 'parts', amountFen: 100, description: '机油' };
    await call('board.setLines', { id, version: 1, lines: [{ ...line, costFen: 60 }] }, staffAs('manager'));
    const refused = call('board.setLines', { id, version: 2, lines: [{ ...line, costFen: 1 }] }, staffAs('reception'));
    expect((await refusal(refused)).fields).toEqual(['lines.0.costFen: cost-not-allowed']);
    await call(
      'board.setLines',
      {
        id,
        version: 2,
        lines: [
          { category: 'accessories', amountFen: 5 },
          { ...line, amountFen: 90 },
        ],
      },
      staffAs('reception'),
    );
    const { lines } = await call('visits.get', { id }, staffAs('manager'));
    expect(lines.map((one: { costFen: number | null }) => one.costFen)).toEqual([null, 60]);
  });

  it('refuse an order number that stands elsewhere, and a void visit', async () => {
    const { call, vehicleId } = await openDesk();
    await call('visits.add', {
      vehicleId,
      arrivedAt: testNow - minute,
      orderNo: 'RO-1',
      lines: [{ category: 'parts', amountFen: 1 }],
    });
    const { id } = await call('board.walkIn', { vehicleId });
    expect((await refusal(call('board.setLines', { id, version: 1, lines: [], orderNo: 'RO-1' }))).reason).toBe(
      'order-number-known',
    );
    await call('visits.void', { id, version: 1, reason: 'x' });
    expect((await refusal(call('board.setLines', { id, version: 2, lines: [] }))).reason).toBe('visit-void-already');
  });
});
