import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { openTestStore } from './openTestStore.ts';

/** How many pieces the one box's index lies in. */
const piecesIn = (dataDir: string): number => {
  const connection = openConnection(storeFileOf(dataDir), { readonly: true });
  try {
    return Number(connection.prepare('SELECT count(DISTINCT segid) FROM searchIndex_idx').pluck(true).get());
  } finally {
    connection.close();
  }
};

describe('the pieces that commits leave of the one box', () => {
  it.each([false, true])('are merged between commands, and nothing is lost (threads: %s)', async (threads) => {
    const { call, dataDir } = await openTestStore({ threads });
    const numbers = Array.from({ length: 150 }, (_, i) => `138001${String(i).padStart(5, '0')}`);
    for (const number of numbers) await call('customers.add', { name: '王伟', phones: [{ number }] });
    await expect.poll(() => piecesIn(dataDir), { timeout: 20_000 }).toBeLessThan(40);
    for (const number of numbers) expect((await call('customers.search', { q: number })).hits).toHaveLength(1);
  });

  it('are merged by the next desk where one was closed before it did', async () => {
    const { call, dataDir, store } = await openTestStore({ threads: true });
    for (let i = 0; i < 20; i++)
      await call('customers.add', { name: '李敏', phones: [{ number: `1390013${9000 + i}` }] });
    await store.close();
    const left = piecesIn(dataDir);
    expect(left).toBeGreaterThan(8);
    await openTestStore({ threads: true, dataDir, create: false });
    await expect.poll(() => piecesIn(dataDir), { timeout: 20_000 }).toBeLessThan(left);
  });
});
