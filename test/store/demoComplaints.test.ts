import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stepsInOrder } from '../../db/domain/complaints/steps.ts';
import { openConnection } from '../../db/store/connection.ts';
import { buildDemo } from '../../db/store/demo/buildDemo.ts';
import { openStore } from '../../db/store/openStore.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import type { Store } from '../../db/store/types.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { demoStore, desk, today } from './demoStore.ts';

const demo = demoStore();
const now = () => Date.parse(`${today}T11:00:00+08:00`);

interface Row {
  readonly id: string;
  readonly step: string;
  readonly breached: boolean;
}
interface Page {
  readonly complaint: Row & { number: string; receivedAt: number };
  readonly badges: readonly { kind: string; count: number | null }[];
  readonly reached: readonly { step: string; at: number }[];
  readonly events: readonly { kind: string; at: number }[];
  readonly clocks: readonly { late: boolean; reasonMissing: boolean; state: string; natural: { late: boolean } }[];
}
const list = async (store: Store, tab: string): Promise<Row[]> =>
  ((await store.call('complaints.list', { tab, limit: 200 }, desk)) as { rows: Row[] }).rows;

describe('the complaints of a demo store', () => {
  it('are of every step, one breached, one for the third time, with promises, measures and what was given', async () => {
    const store = await openStore(demo.dir, { create: false, now });
    const rows = [...(await list(store, 'open')), ...(await list(store, 'askBack')), ...(await list(store, 'archive'))];
    expect(new Set(rows.map(({ step }) => step))).toEqual(new Set(stepsInOrder));
    expect(rows.filter(({ breached }) => breached)).toHaveLength(1);
    const pages = await Promise.all(rows.map(({ id }) => store.call('complaints.get', { id }, desk) as Promise<Page>));
    expect(pages.some(({ badges }) => badges.some(({ kind, count }) => kind === 'twins' && count === 3))).toBe(true);
    expect(pages.some(({ badges }) => badges.some(({ kind }) => kind === 'defect'))).toBe(true);
    const promises = (await store.call('promises.list', {}, desk)) as { count: number; overdue: number };
    await store.close();
    expect([promises.count > 2, promises.overdue > 0]).toEqual([true, true]);
    expect(demo.value('SELECT count(*) FROM complaintAction')).toBeGreaterThan(3);
  });

  it('hang together as if the desk had written them', async () => {
    const store = await openStore(demo.dir, { create: false, now });
    const ids = demo.column('SELECT id FROM complaint ORDER BY receivedAt');
    for (const id of ids) {
      const { complaint, reached, events, clocks } = (await store.call('complaints.get', { id }, desk)) as Page;
      expect([complaint.number, reached.at(-1)?.step]).toEqual([complaint.number, complaint.step]);
      expect(reached.map(({ at }) => at)).toEqual(reached.map(({ at }) => at).toSorted((a, b) => a - b));
      expect(events.at(-1)).toMatchObject({ kind: 'received', at: complaint.receivedAt });
      // what was written where a clock stopped is what the clock says
      for (const clock of clocks) {
        if (clock.state === 'stopped' && complaint.step === 'closed') expect(clock.reasonMissing).toBe(false);
      }
    }
    await store.close();
    expect(ids.length).toBeGreaterThan(10);
    expect(demo.value('SELECT count(*) FROM complaintPause WHERE toAt IS NULL')).toBe(2);
  });

  it('are none in a store of a few, and no more than some hundred in a large one', async () => {
    const counts: number[] = [];
    for (const customers of [30, 5000]) {
      const dir = join(demo.root, `complaints-${customers}`);
      await buildDemo(dir, { customers, today });
      expect((await verifyStore(dir)).findings).toEqual([]);
      const connection = openConnection(storeFileOf(dir), { readonly: true });
      counts.push(connection.prepare<[], number>('SELECT count(*) FROM complaint').pluck().get() ?? -1);
      connection.close();
    }
    expect(counts).toEqual([0, 40]);
  });
});
