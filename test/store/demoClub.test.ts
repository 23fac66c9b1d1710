import { describe, expect, it } from 'vitest';
import type { AgencyRow, ClaimRow, RescueRow } from '../../db/contract/clubServices.ts';
import { openStore } from '../../db/store/openStore.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { demoStore, desk, today } from './demoStore.ts';

const demo = demoStore();
const now = () => Date.parse(`${today}T11:00:00+08:00`);

describe('the club of a demo store', () => {
  it('has jobs, rescues and claims of every state, each with a number of its own', async () => {
    const store = await openStore(demo.dir, { create: false, now });
    const rows = async <Row>(service: string): Promise<Row[]> => {
      const parts = await Promise.all(
        ['open', 'ended'].map(async (tab) => (await store.call(`${service}.list`, { tab }, desk)) as { rows: Row[] }),
      );
      return parts.flatMap((part) => part.rows);
    };
    const agency = await rows<AgencyRow>('agency');
    const rescues = await rows<RescueRow>('rescues');
    const claims = await rows<ClaimRow>('claims');
    await store.close();
    expect(new Set(agency.map(({ state }) => state)).size).toBe(5);
    expect(agency.filter(({ late }) => late)).toHaveLength(1);
    expect(new Set(rescues.map(({ state }) => state))).toEqual(new Set(['called', 'arrived', 'closed', 'cancelled']));
    expect(new Set(claims.map(({ state }) => state)).size).toBe(6);
    const numbers = [...agency, ...rescues, ...claims].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('leaves a store that verifies', async () => {
    expect((await verifyStore(demo.dir)).ok).toBe(true);
  });
});
