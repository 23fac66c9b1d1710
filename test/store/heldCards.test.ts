import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { openTestStore } from './openTestStore.ts';

const membership = (id: string, customerId: string, tier: string, validThrough: string): string =>
  `INSERT INTO membership (id, customerId, tier, validThrough, createdAt, updatedAt)
     VALUES ('${id}', '${customerId}', '${tier}', '${validThrough}', 1, 1);
   INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName)
     VALUES ('e-${id}', '${id}', 'adjust', 100, 0, '${tier}', '2026-11-01', 1, 'x');`;
const card = (number: string, customerId: string, membershipId: string, state: string): string =>
  `INSERT INTO memberCard (id, customerId, membershipId, number, state, createdAt)
     VALUES ('c-${number}', '${customerId}', '${membershipId}', '${number}', '${state}', 1);`;

it('the card shown is one still held, of the membership that is valid longest; a replaced number still finds', async () => {
  const { call, dataDir } = await openTestStore();
  const { id } = await call('customers.add', { name: '王伟' });
  const connection = openConnection(join(dataDir, 'caredesk.sqlite'));
  connection.exec(
    membership('m1', id, 'silver', '2026-12-31') +
      membership('m2', id, 'gold', '2027-12-31') +
      membership('m3', id, 'diamond', '2029-12-31') +
      card('800000000001', id, 'm1', 'active') +
      card('800000000002', id, 'm2', 'replaced') +
      card('800000000003', id, 'm2', 'frozen') +
      card('800000000004', id, 'm3', 'cancelled') +
      "UPDATE membership SET state = 'cancelled' WHERE id = 'm3'",
  );
  connection.close();
  expect((await call('customers.get', { id })).card).toMatchObject({
    number: '800000000003',
    tier: 'gold',
    cumulativePoints: 200,
  });
  // an edit writes the document of the one box anew
  await call('customers.update', { id, version: 1, name: '王大伟' });
  for (const q of ['800000000001', '800000000002', '800000000003', '王大伟 00000002']) {
    const { hits } = await call('customers.search', { q });
    expect(hits, q).toMatchObject([{ id, cardNumber: '800000000003', tier: 'gold' }]);
  }
  const tiers = async (tier: string) => (await call('customers.list', { filter: { tier } })).rows.length;
  expect([await tiers('silver'), await tiers('gold'), await tiers('diamond')]).toEqual([1, 1, 0]);
});
