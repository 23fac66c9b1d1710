import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { openConnection } from '../../db/store/connection.ts';
import { stageFile } from '../../db/store/imports/stage.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { noLog } from '../../electron/host/log.ts';
import { PointsJob } from '../../electron/host/pointsJob.ts';
import { openTestStore, type TestStore, tempFolder, testNow } from './openTestStore.ts';

const day = 86_400_000;

const importText = async (
  test: TestStore,
  kind: 'members' | 'service-orders',
  text: string,
  settle = true,
): Promise<string> => {
  const path = join(test.dataDir, `${randomUUID()}.csv`);
  writeFileSync(path, text);
  const importId = randomUUID();
  await stageFile(
    { dataDir: test.dataDir, importId, kind, fileName: path, path },
    () => {},
    () => testNow,
  );
  await test.call('staged.apply', { importId });
  if (settle) await settleAll(test);
  return importId;
};

const settleAll = async (test: TestStore): Promise<{ batches: number; visits: number; points: number }> => {
  const sum = { batches: 0, visits: 0, points: 0 };
  for (let more = (await test.call('points.due')).queued; more; ) {
    const done = await test.call('points.settle');
    sum.batches++;
    sum.visits += done.visits;
    sum.points += done.points;
    more = done.more;
  }
  return sum;
};

/** 王伟 with 500 / 200 points and 李娜 with none, from the go-live day 2026-11-22 on. */
const members =
  '会员卡号,姓名,手机,会员等级,入会日期,有效期至,累计积分,可兑换积分,车牌号\n' +
  '81000001,王伟,13800138000,银卡,2026-03-10,2027-03-09,500,200,京A12345\n' +
  '81000002,李娜,13900139000,金卡,2026-03-10,2027-03-09,0,0,京A22222\n';

const header = '工单号,车牌号,进厂日期,业务类型,实收金额\n';
const order = (no: string, plate: string, arrived: string, yuan: number): string =>
  `${no},${plate},${arrived},保养,${yuan}\n`;

const openMembers = async (): Promise<TestStore> => {
  const test = await openTestStore();
  await importText(test, 'members', members);
  test.clock.now = testNow + day;
  return test;
};

const balances = async (test: TestStore): Promise<Record<string, [number, number]>> => {
  const found: Record<string, [number, number]> = {};
  for (const card of ['81000001', '81000002']) {
    const { balance, proof } = await test.call('points.explain', { card });
    expect(proof.holds).toBe(true);
    found[card] = [balance.cumulative, balance.redeemable];
  }
  return found;
};

const sound = async (test: TestStore): Promise<void> => {
  expect((await verifyStore(test.dataDir)).findings).toEqual([]);
};

describe('orders that come in by a file', () => {
  it('earn from the go-live day on, and nothing before it', async () => {
    const test = await openMembers();
    const text =
      header +
      order('RO1', '京A12345', '2026-11-21', 400) +
      order('RO2', '京A12345', '2026-11-22', 300.5) +
      order('RO3', '京A22222', '2026-11-23', 88);
    const importId = await importText(test, 'service-orders', text, false);
    expect(await balances(test)).toEqual({ '81000001': [500, 200], '81000002': [0, 0] });
    expect(await settleAll(test)).toEqual({ batches: 1, visits: 2, points: 388 });
    expect(await balances(test)).toEqual({ '81000001': [800, 500], '81000002': [88, 88] });
    expect(importId).not.toBe('');
    await sound(test);
  });

  it('earn once, though the same file comes twice', async () => {
    const test = await openMembers();
    const text = header + order('RO1', '京A12345', '2026-11-23', 300) + order('RO2', '京A22222', '2026-11-23', 88);
    await importText(test, 'service-orders', text);
    const before = await balances(test);
    await importText(test, 'service-orders', text);
    expect(await settleAll(test)).toEqual({ batches: 0, visits: 0, points: 0 });
    expect(await balances(test)).toEqual(before);
  });

  it('are paid for already where points wait for the payment', async () => {
    const test = await openMembers();
    const { values } = await test.call('settings.get');
    await test.call('settings.update', { values: { pointsTerms: { ...values.pointsTerms, whenPaid: true } } });
    await importText(test, 'service-orders', header + order('RO1', '京A12345', '2026-11-23', 300));
    expect(await balances(test)).toMatchObject({ '81000001': [800, 500] });
    await sound(test);
  });

  it('are reversed and awarded anew where a later file corrects them, also to a day before the go-live day', async () => {
    const test = await openMembers();
    await importText(test, 'service-orders', header + order('RO1', '京A12345', '2026-11-23', 300));
    await importText(test, 'service-orders', header + order('RO1', '京A12345', '2026-11-23', 120));
    expect(await balances(test)).toMatchObject({ '81000001': [620, 320] });
    await importText(test, 'service-orders', header + order('RO1', '京A12345', '2026-11-20', 120));
    expect(await balances(test)).toMatchObject({ '81000001': [500, 200] });
    await sound(test);
  });

  it('are settled in batches; a store that ends in between goes on where it was', async () => {
    const test = await openMembers();
    const rows = Array.from({ length: 1300 }, (_, index) =>
      order(`RO${index}`, index % 2 === 0 ? '京A12345' : '京A22222', '2026-11-23', 10),
    );
    await importText(test, 'service-orders', header + rows.join(''), false);
    const { visits, more } = await test.call('points.settle');
    expect({ visits, more }).toEqual({ visits: 500, more: true });
    await test.store.close();
    const again = await openTestStore({ dataDir: test.dataDir });
    again.clock.now = testNow + day;
    expect(await settleAll(again)).toEqual({ batches: 2, visits: 800, points: 8000 });
    expect(await balances(again)).toEqual({ '81000001': [7000, 6700], '81000002': [6500, 6500] });
    expect(await again.call('points.due')).toEqual({ due: false, queued: false });
    await sound(again);
  });

  it('of nobody’s card leave the queue and earn nothing', async () => {
    const test = await openMembers();
    const other = await test.call('customers.add', { name: '赵敏', vehicle: { plate: '京B67890', series: '奇骏' } });
    expect(other.id).toBeTruthy();
    await importText(test, 'service-orders', header + order('RO1', '京B67890', '2026-11-23', 300), false);
    expect(await settleAll(test)).toEqual({ batches: 1, visits: 1, points: 0 });
  });
});

describe('nobody has to ask for it', () => {
  it('the desk settles an import as soon as it is there, and goes on until nothing waits', async () => {
    const test = await openMembers();
    const job = new PointsJob(test.store, noLog);
    const rows = Array.from({ length: 700 }, (_, index) => order(`RO${index}`, '京A12345', '2026-11-23', 10));
    await importText(test, 'service-orders', header + rows.join(''), false);
    while ((await test.call('points.due')).queued) await pause(20);
    await job.close();
    expect(await balances(test)).toMatchObject({ '81000001': [7500, 7200] });
  });

  it('the command line settles before it ends', { timeout: 60_000 }, async () => {
    const dataDir = tempFolder();
    const today = dayOf(Date.now(), 'Asia/Shanghai');
    const caredesk = (...args: string[]) => {
      const entry = fileURLToPath(new URL('../../electron/host/caredesk.ts', import.meta.url));
      return spawnSync(process.execPath, [entry, ...args, '--data', dataDir, '--json'], { encoding: 'utf8' });
    };
    const file = (name: string, text: string): string => {
      const path = join(dataDir, name);
      writeFileSync(path, text);
      return path;
    };
    const texts = members.replaceAll('2027-03-09', '2099-03-09');
    expect(caredesk('import', 'members', file('members.csv', texts)).status).toBe(0);
    const orders = file('orders.csv', header + order('RO1', '京A12345', today, 300));
    expect(caredesk('import', 'service-orders', orders).status).toBe(0);
    const { balance } = JSON.parse(caredesk('explain', 'points', '81000001').stdout);
    expect(balance).toMatchObject({ cumulative: 800, redeemable: 500 });
  });
});

describe('undoing an import', () => {
  it('takes back what its visits earned, and what a correction had changed counts again', async () => {
    const test = await openMembers();
    await importText(test, 'service-orders', header + order('RO1', '京A12345', '2026-11-23', 300));
    const before = await balances(test);
    const text = header + order('RO1', '京A12345', '2026-11-23', 120) + order('RO2', '京A22222', '2026-11-23', 88);
    const importId = await importText(test, 'service-orders', text);
    expect(await balances(test)).toEqual({ '81000001': [620, 320], '81000002': [88, 88] });
    await test.call('imports.undo', { importId });
    expect(await balances(test)).toEqual(before);
    await sound(test);
  });

  it('takes its visits out of the queue', async () => {
    const test = await openMembers();
    const text = header + order('RO1', '京A12345', '2026-11-23', 300);
    const importId = await importText(test, 'service-orders', text, false);
    await test.call('imports.undo', { importId });
    expect(await test.call('points.due')).toEqual({ due: false, queued: false });
    expect(await balances(test)).toMatchObject({ '81000001': [500, 200] });
  });

  it('of very many leaves the rest to the batches, and comes to the same', async () => {
    const test = await openMembers();
    const rows = Array.from({ length: 1100 }, (_, index) => order(`RO${index}`, '京A12345', '2026-11-23', 10));
    const importId = await importText(test, 'service-orders', header + rows.join(''));
    await test.call('imports.undo', { importId });
    expect(await test.call('points.due')).toEqual({ due: false, queued: true });
    await settleAll(test);
    expect(await balances(test)).toMatchObject({ '81000001': [500, 200] });
    await sound(test);
  });

  it('whose points were spent meanwhile makes a debt', async () => {
    const test = await openMembers();
    const importId = await importText(test, 'service-orders', header + order('RO1', '京A22222', '2026-11-23', 88));
    const connection = openConnection(storeFileOf(test.dataDir));
    const spent = connection
      .prepare<[], { membershipId: string; id: string }>(
        "SELECT l.id, l.membershipId FROM pointsLot l JOIN pointsEntry e ON e.id = l.entryId WHERE e.kind = 'earn'",
      )
      .get();
    const entryId = randomUUID();
    connection
      .prepare(
        `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName)
         VALUES (?, ?, 'redeem', 0, -50, 'gold', '2026-11-23', ?, 'test')`,
      )
      .run(entryId, spent?.membershipId, test.clock.now);
    connection.prepare('INSERT INTO pointsMove (entryId, lotId, points) VALUES (?, ?, -50)').run(entryId, spent?.id);
    connection.close();
    await test.call('imports.undo', { importId });
    expect((await test.call('points.explain', { card: '81000002' })).balance).toEqual({
      cumulative: 0,
      redeemable: -50,
      debt: 50,
    });
    await sound(test);
  });
});
