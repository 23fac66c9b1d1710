import { expect } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { type FileMember, reading } from './memberFile.ts';
import type { TestStore } from './openTestStore.ts';

const versionOf = async (test: TestStore, id: string): Promise<number> =>
  (await test.call('customers.get', { id })).customer.version;
/** The second file goes into the first; the number of the command, by which it is undone. */
export const merge = async (test: TestStore, keep: FileMember, drop: FileMember): Promise<number> =>
  (
    await test.call('duplicates.merge', {
      keepId: keep.customerId,
      dropId: drop.customerId,
      keepVersion: await versionOf(test, keep.customerId),
      dropVersion: await versionOf(test, drop.customerId),
    })
  ).command;

export const undo = (test: TestStore, command: number) => test.call('changes.undo', { command });

export const adjust = (test: TestStore, member: FileMember, points: number) =>
  test.call('points.adjust', { membershipId: member.membershipId, cumulative: 0, redeemable: points, reason: '测试' });

export const lapseAll = async (test: TestStore): Promise<void> => {
  while ((await test.call('points.lapse')).more);
};

/** What an account comes to by its entries. */
interface Account {
  readonly cumulative: number;
  readonly redeemable: number;
  readonly debt: number;
  /** points that lapsed, less those whose lapsing was taken back */
  readonly lapsed: number;
}

export const accountOf = (test: TestStore, { membershipId }: FileMember): Account => {
  const [row] = reading<Account>(
    test,
    `SELECT coalesce(sum(e.cumulative), 0) AS cumulative, coalesce(sum(e.redeemable), 0) AS redeemable,
      coalesce((SELECT debt FROM pointsBalance WHERE membershipId = @id), 0) AS debt,
      -coalesce(sum(e.redeemable) FILTER (WHERE e.kind = 'expire'
        OR EXISTS (SELECT 1 FROM pointsEntry o WHERE o.id = e.reverses AND o.kind = 'expire')), 0) AS lapsed
     FROM pointsEntry e WHERE e.membershipId = @id`,
    { id: membershipId },
  );
  if (!row) throw new Error('no sums');
  return row;
};

/** Every kept figure is the sum of its rows. */
export const expectSound = async (test: TestStore): Promise<void> =>
  expect((await verifyStore(test.dataDir)).findings).toEqual([]);
