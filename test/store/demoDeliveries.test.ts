import { describe, expect, it } from 'vitest';
import type { DeliveryPage, DeliveryRow } from '../../db/contract/deliveries.ts';
import { openStore } from '../../db/store/openStore.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { demoStore, desk, today } from './demoStore.ts';

const demo = demoStore();
const now = () => Date.parse(`${today}T11:00:00+08:00`);

describe('the deliveries of a demo store', () => {
  it('stand at every step, one late, two for today, some delivered of late, one called off', async () => {
    const store = await openStore(demo.dir, { create: false, now });
    const board = (await store.call('deliveries.board', {}, desk)) as {
      rows: DeliveryRow[];
      counts: { open: number; late: number; today: number };
    };
    const { rows: past } = (await store.call('deliveries.past', {}, desk)) as { rows: DeliveryRow[] };
    const open = board.rows.filter(({ deliveredAt }) => deliveredAt === null);
    const pages = await Promise.all(
      open.map(async ({ id }) => (await store.call('deliveries.get', { id }, desk)) as DeliveryPage),
    );
    await store.close();
    expect(board.counts).toEqual({ open: 9, late: 1, today: 2 });
    expect(new Set(board.rows.map(({ step }) => step)).size).toBe(5);
    expect(past.length).toBeGreaterThan(10);
    expect(past.filter(({ cancelledAt }) => cancelledAt !== null)).toHaveLength(1);
    for (const { step, stepAt, history, checks } of pages) {
      expect(history[0]).toMatchObject({ step, at: stepAt });
      expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).toSorted((a, b) => b - a));
      expect(checks.of).toBe(6);
      expect(stepAt).toBeLessThanOrEqual(now());
    }
  });

  it('are of cars that nobody drives yet, or that were delivered then', () => {
    expect(
      demo.value(`SELECT count(*) FROM delivery d JOIN vehicle v ON v.id = d.vehicleId
        WHERE d.customerId <> v.customerId OR (d.deliveredAt IS NULL AND d.cancelledAt IS NULL AND v.deliveryDay IS NOT NULL)
          OR (d.deliveredAt IS NOT NULL AND date(d.deliveredAt / 1000, 'unixepoch', '+8 hours') <> v.deliveryDay)`),
    ).toBe(0);
  });

  it('leave a store that verifies', async () => {
    expect((await verifyStore(demo.dir)).ok).toBe(true);
  });
});
