import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { stageFile } from '../../db/store/imports/stage.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { openTestStore, testNow } from './openTestStore.ts';

/** Two members with balances and one without. */
const openMembers = async () => {
  const test = await openTestStore();
  const path = join(test.dataDir, 'members.csv');
  writeFileSync(
    path,
    '会员卡号,姓名,手机,会员等级,累计积分,可兑换积分\n8001,赵敏,13700137000,金卡,100,50\n8002,孙丽,13600136000,银卡,30,0\n8003,钱进,13500135000,银卡,0,0\n',
  );
  const importId = randomUUID();
  await stageFile(
    { dataDir: test.dataDir, importId, kind: 'members', fileName: path, path },
    () => {},
    () => testNow,
  );
  await test.call('staged.apply', { importId });
  const connection = openConnection(join(test.dataDir, 'caredesk.sqlite'));
  return { ...test, importId, connection };
};

const codes = async (dataDir: string) => new Set((await verifyStore(dataDir)).findings.map(({ code }) => code));

describe('the points ledger', () => {
  it('adds up after an import, and after that was undone', async () => {
    const { call, dataDir, importId, connection } = await openMembers();
    expect(await codes(dataDir)).toEqual(new Set());
    await call('imports.undo', { importId });
    expect(await codes(dataDir)).toEqual(new Set());
    const sums = connection.prepare('SELECT DISTINCT cumulative, redeemable, debt FROM pointsBalance').all();
    expect(sums).toEqual([{ cumulative: 0, redeemable: 0, debt: 0 }]);
    connection.close();
  });

  it.each([
    [['points-balance'], 'UPDATE pointsBalance SET redeemable = redeemable + 1'],
    [['points-balance'], 'UPDATE pointsBalance SET cumulative = cumulative + 1'],
    [['points-balance'], 'UPDATE pointsBalance SET debt = 1'],
    [['points-balance'], 'DELETE FROM pointsBalance'],
    [['points-lot', 'points-balance'], 'UPDATE pointsLot SET remaining = remaining - 1'],
    [['points-lot', 'points-entry'], 'DROP TRIGGER pointsMoveNoDELETE; DELETE FROM pointsMove'],
    [
      ['points-entry', 'points-balance', 'points-month'],
      'DROP TRIGGER pointsEntryNoUPDATE; UPDATE pointsEntry SET redeemable = redeemable + 1',
    ],
    [
      ['points-balance', 'points-month'],
      'DROP TRIGGER pointsEntryNoUPDATE; UPDATE pointsEntry SET cumulative = cumulative + 1',
    ],
    [['points-month'], 'UPDATE pointsMonth SET entries = entries + 1'],
    [['points-month'], 'DELETE FROM pointsMonth'],
    [['points-month'], "INSERT INTO pointsMonth VALUES ('2026-10', 'gold', 'earn', 1, 5, 5)"],
    [
      ['points-twice'],
      `DROP TRIGGER pointsEntryOnce; INSERT INTO pointsEntry
         (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName, sourceKind, sourceId)
       SELECT 'x' || id, membershipId, kind, 5, 0, tier, day, at, byName, sourceKind, sourceId FROM pointsEntry`,
    ],
    [
      ['points-owner', 'points-balance'],
      `DROP TRIGGER pointsLotOnlyRemaining;
       UPDATE pointsLot SET membershipId = (SELECT membershipId FROM memberCard WHERE number = '8003')`,
    ],
    [
      ['points-reversed', 'points-entry'],
      `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName, reverses)
       SELECT 'x', membershipId, 'reverse', -1, -1, tier, day, at, byName, id FROM pointsEntry WHERE redeemable = 50;
       UPDATE pointsBalance SET debt = debt + 1 WHERE redeemable = 49`,
    ],
    [
      ['points-passed-on'],
      `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName, sourceKind, sourceId)
       SELECT 'x', membershipId, 'mergeIn', 5, 0, tier, day, at, byName, 'membership', 'gone' FROM pointsEntry WHERE redeemable = 50`,
    ],
    [
      ['points-passed-on', 'points-entry', 'points-balance'],
      `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName, sourceKind, sourceId)
       SELECT 'x', membershipId, 'transferOut', 0, -5, tier, day, at, byName, 'transfer', 'one' FROM pointsEntry WHERE redeemable = 50`,
    ],
    [
      ['membership-merged'],
      `UPDATE membership SET state = 'merged', mergedInto = (SELECT membershipId FROM memberCard WHERE number = '8003')
       WHERE tier = 'gold'`,
    ],
    [
      ['card-main'],
      `DROP INDEX memberCardMain; INSERT INTO memberCard (id, customerId, membershipId, number, createdAt)
       SELECT 'x', customerId, membershipId, '9999', createdAt FROM memberCard WHERE number = '8001'`,
    ],
    [['card-replaced'], "UPDATE memberCard SET state = 'replaced' WHERE number = '8001'"],
    [
      ['card-replaced'],
      `UPDATE memberCard SET state = 'replaced', replacedBy = (SELECT id FROM memberCard WHERE number = '8003')
       WHERE number = '8001'`,
    ],
    [['card-membership'], 'UPDATE memberCard SET membershipId = NULL'],
    [['card-membership'], 'UPDATE memberCard SET deletedAt = 1'],
    [['card-membership'], 'UPDATE membership SET deletedAt = 1'],
  ])('%j found: %s', async (found, damage) => {
    const { dataDir, connection } = await openMembers();
    connection.exec(damage);
    connection.close();
    expect(await codes(dataDir)).toEqual(new Set(found));
  });
});

describe('what is worth a look', () => {
  it('is a service used more often in a year than any tier has it; the store is whole all the same', async () => {
    const { dataDir, connection } = await openMembers();
    const use = connection.prepare(
      `INSERT INTO benefitUse (id, membershipId, benefit, name, yearFrom, day, at, byName)
       SELECT ?, membershipId, 'wash', '免费洗车', '2026-11-22', '2026-11-22', 0, 'test' FROM memberCard WHERE number = '8001'`,
    );
    for (let count = 0; count < 12; count++) use.run(String(count));
    expect(await verifyStore(dataDir)).toMatchObject({ ok: true, warnings: [] });
    use.run('one more');
    const found = await verifyStore(dataDir);
    expect(found.ok).toBe(true);
    expect(found.warnings).toMatchObject([{ code: 'benefit-uses', about: expect.stringMatching(/ wash 2026-11-22$/) }]);
    connection.close();
  });
});
