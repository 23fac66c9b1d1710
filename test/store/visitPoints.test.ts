import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { stageFile } from '../../db/store/imports/stage.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { admin, openTestStore, type TestStore, testNow } from './openTestStore.ts';

let test: TestStore;
let customerId: string;
let vehicleId: string;

/** A silver member of the old system, 500 / 200 points, from today on. */
const importMember = async (): Promise<void> => {
  const path = join(test.dataDir, 'members.csv');
  writeFileSync(
    path,
    '会员卡号,姓名,手机,会员等级,入会日期,有效期至,累计积分,可兑换积分,车牌号\n' +
      '81000001,王伟,13800138000,银卡,2026-03-10,2027-03-09,500,200,京A12345\n',
  );
  const importId = randomUUID();
  await stageFile(
    { dataDir: test.dataDir, importId, kind: 'members', fileName: 'members.csv', path },
    () => {},
    () => test.clock.now,
  );
  await test.call('staged.apply', { importId });
};

beforeEach(async () => {
  test = await openTestStore();
  await importMember();
  const { hits } = await test.call('customers.search', { q: '81000001' });
  customerId = hits[0].customerId ?? hits[0].id;
  const { vehicles } = await test.call('customers.get', { id: customerId });
  vehicleId = vehicles[0].id;
});

const balance = async (): Promise<[number, number]> => {
  const { card } = await test.call('customers.get', { id: customerId });
  return [card.cumulativePoints, card.redeemablePoints];
};
const addVisit = (amounts: readonly number[], arrivedAt = test.clock.now): Promise<{ id: string; version: number }> =>
  test.call('visits.add', {
    requestId: randomUUID(),
    vehicleId,
    arrivedAt,
    lines: amounts.map((amountFen) => ({ category: 'maintenanceLabour', amountFen })),
  });
const rows = <T>(statement: string): T[] => {
  const connection = openConnection(storeFileOf(test.dataDir), { readonly: true });
  try {
    return connection.prepare<[], T>(statement).all();
  } finally {
    connection.close();
  }
};

describe('a visit', () => {
  it('earns by its lines on what the account was opened with', async () => {
    expect(await balance()).toEqual([500, 200]);
    await addVisit([48_000, 199]);
    expect(await balance()).toEqual([981, 681]);
    expect((await verifyStore(test.dataDir)).findings).toEqual([]);
  });

  it('sent twice earns once', async () => {
    const input = {
      requestId: randomUUID(),
      vehicleId,
      arrivedAt: test.clock.now,
      lines: [{ category: 'parts', amountFen: 10_000 }],
    };
    await test.call('visits.add', input);
    await test.call('visits.add', input);
    expect(await balance()).toEqual([600, 300]);
  });

  it('made void gives it back; taken back again it counts again', async () => {
    const { id, version } = await addVisit([30_000]);
    expect(await balance()).toEqual([800, 500]);
    await test.call('visits.void', { id, version, reason: '录错了' });
    expect(await balance()).toEqual([500, 200]);
    const { command } = (await test.call('changes.recent')).rows[0];
    await test.call('changes.undo', { command });
    expect(await balance()).toEqual([800, 500]);
    expect((await verifyStore(test.dataDir)).findings).toEqual([]);
  });

  it('edited is reversed and awarded anew, by the lines as they stand', async () => {
    const { id, version } = await addVisit([30_000]);
    const line = { category: 'maintenanceLabour', amountFen: 25_050 };
    await test.call('board.setLines', { id, version, lines: [line] });
    expect(await balance()).toEqual([750, 450]);
    const kinds = rows<{ kind: string }>("SELECT kind FROM pointsEntry WHERE kind <> 'migrate' ORDER BY id");
    expect(kinds.map(({ kind }) => kind)).toEqual(['earn', 'reverse', 'earn']);
  });

  it('saved with the same lines moves nothing', async () => {
    const { id, version } = await addVisit([30_000]);
    await test.call('board.setLines', {
      id,
      version,
      note: '带走旧件',
      lines: [{ category: 'maintenanceLabour', amountFen: 30_000 }],
    });
    expect(rows('SELECT id FROM pointsEntry')).toHaveLength(2);
  });

  it('before the go-live day earns nothing', async () => {
    await addVisit([30_000], testNow - 86_400_000);
    expect(await balance()).toEqual([500, 200]);
  });

  it('goes by the rule of its arrival, on both sides of midnight', async () => {
    const { values } = await test.call('settings.get');
    const doubled = values.pointsRules.ratios.map((ratio: { points: number }) => ({ ...ratio, points: 2 }));
    await test.call('settings.update', {
      values: { pointsRules: { ...values.pointsRules, ratios: doubled } },
      fromDay: '2026-11-23',
    });
    // 23:59:59.999 of the 22nd and 00:00 of the 23rd, Shanghai
    const midnight = Date.UTC(2026, 10, 22, 16);
    test.clock.now = midnight + 3_600_000;
    await addVisit([10_000], midnight - 1);
    expect(await balance()).toEqual([600, 300]);
    await addVisit([10_000], midnight);
    expect(await balance()).toEqual([800, 500]);
    expect(rows("SELECT ruleDay FROM pointsEntry WHERE kind = 'earn' ORDER BY id")).toEqual([
      { ruleDay: null },
      { ruleDay: '2026-11-23' },
    ]);
  });

  it('of nobody’s card, or after its last day, earns nothing', async () => {
    const other = await test.call('customers.add', { name: '李敏', vehicle: { plate: '京B67890', series: '奇骏' } });
    const page = await test.call('customers.get', { id: other.id });
    await test.call('visits.add', {
      vehicleId: page.vehicles[0].id,
      arrivedAt: test.clock.now,
      lines: [{ category: 'parts', amountFen: 10_000 }],
    });
    test.clock.now = Date.UTC(2027, 2, 9, 15, 59);
    await addVisit([10_000]);
    test.clock.now += 60_000;
    await addVisit([10_000]);
    expect(await balance()).toEqual([600, 300]);
  });
});

describe('points that nobody spent', () => {
  it('can be spent through the end of the month 24 months on, and are gone at midnight', async () => {
    await addVisit([30_000]);
    // opened and earned in November 2026: through 2028-11-30
    test.clock.now = Date.UTC(2028, 10, 30, 15, 59);
    expect(await test.call('points.lapse', {}, admin)).toEqual({ lots: 0, points: 0, more: false });
    test.clock.now += 60_000;
    expect(await test.call('points.lapse', {}, admin)).toEqual({ lots: 2, points: 500, more: false });
    expect(await test.call('points.lapse', {}, admin)).toEqual({ lots: 0, points: 0, more: false });
    expect(await balance()).toEqual([800, 0]);
    expect((await verifyStore(test.dataDir)).findings).toEqual([]);
  });
});
