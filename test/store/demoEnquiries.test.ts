import { describe, expect, it } from 'vitest';
import type { EnquiryRow, KeptAnswerRow } from '../../db/contract/enquiries.ts';
import { openStore } from '../../db/store/openStore.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { demoStore, desk, today } from './demoStore.ts';

const demo = demoStore();
const now = () => Date.parse(`${today}T11:00:00+08:00`);

describe('the enquiries of a demo store', () => {
  it('are of every state, one overdue, one of a stranger, most of them answered by what was kept', async () => {
    const store = await openStore(demo.dir, { create: false, now });
    const rows = async (tab: string): Promise<EnquiryRow[]> =>
      ((await store.call('enquiries.list', { tab }, desk)) as { rows: EnquiryRow[] }).rows;
    const all = [...(await rows('open')), ...(await rows('closed'))];
    const { rows: kept } = (await store.call('enquiries.keptList', {}, desk)) as { rows: KeptAnswerRow[] };
    const { rows: found } = (await store.call('enquiries.suggest', { text: '首保多少钱' }, desk)) as {
      rows: KeptAnswerRow[];
    };
    await store.close();
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['open', 'handedOver', 'answered', 'closed']));
    expect(all).toHaveLength(21);
    expect(all.filter(({ overdue }) => overdue)).toHaveLength(1);
    expect(all.filter(({ customerId }) => customerId === null)).toMatchObject([{ name: '赵先生' }]);
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
    expect(kept).toHaveLength(12);
    expect(kept[0]?.usedCount).toBeGreaterThan(0);
    expect(found.length).toBeGreaterThan(0);
  });

  it('leave a store that verifies', async () => {
    expect((await verifyStore(demo.dir)).ok).toBe(true);
  });
});
