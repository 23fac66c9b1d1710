import { describe, expect, it } from 'vitest';
import type { ResponseRow } from '../../db/contract/surveys.ts';
import { openStore } from '../../db/store/openStore.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { demoStore, desk, today } from './demoStore.ts';

const demo = demoStore();
const now = () => Date.parse(`${today}T11:00:00+08:00`);

describe('the answers of a demo store', () => {
  it('fill every figure of the year, some bad ones wait, some became complaints', async () => {
    const store = await openStore(demo.dir, { create: false, now });
    const rows = async (tab: string): Promise<ResponseRow[]> =>
      ((await store.call('surveys.list', { tab, limit: 200 }, desk)) as { rows: ResponseRow[] }).rows;
    const [waiting, bad, all] = [await rows('waits'), await rows('bad'), await rows('all')];
    const figures = (await store.call('surveys.figures', { fromDay: '2025-12-01', toDay: today }, desk)) as {
      nps: { n: number; score: number };
      satisfaction: { n: number; percent: number };
      months: { nps: { n: number } }[];
      byChannel: unknown[];
      byAdviser: unknown[];
      questions: unknown[];
    };
    await store.close();
    expect(waiting.length).toBeGreaterThanOrEqual(2);
    expect(waiting.length).toBeLessThan(8);
    expect(bad.filter(({ complaintId }) => complaintId !== null).length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(150);
    expect(new Set(all.map(({ channel }) => channel))).toEqual(new Set(['phone', 'counter', 'paper', 'visit']));
    expect(figures.nps.n).toBeGreaterThan(150);
    expect(figures.nps.score).toBeGreaterThan(20);
    expect(figures.nps.score).toBeLessThan(80);
    expect(figures.satisfaction.percent).toBeGreaterThan(75);
    expect(figures.months.every(({ nps }) => nps.n > 0)).toBe(true);
    expect(figures.byChannel).toHaveLength(4);
    expect(figures.byAdviser.length).toBeGreaterThanOrEqual(3);
    expect(figures.questions.length).toBeGreaterThan(10);
  });

  it('leave a store that verifies', async () => {
    expect((await verifyStore(demo.dir)).findings).toEqual([]);
  });
});
