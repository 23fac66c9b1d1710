import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { stageFile } from '../../db/store/imports/stage.ts';
import { openTestStore } from '../store/openTestStore.ts';

const entry = fileURLToPath(new URL('../../electron/host/caredesk.ts', import.meta.url));
const members =
  '会员卡号,姓名,手机,会员等级,入会日期,累计积分,可兑换积分,车牌号\n' +
  '81000001,王伟,13800138000,银卡,2026-03-10,500,200,京A12345\n';

const caredesk = (args: readonly string[]): Promise<{ exit: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [entry, ...args],
      { env: { ...process.env, LANG: 'zh_CN.UTF-8' } },
      (error, out, err) => {
        resolve({ exit: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });

it('caredesk explain points: the book of a card and its proof, also while a desk is open', {
  timeout: 60_000,
}, async () => {
  const test = await openTestStore({ now: Date.now });
  const importId = randomUUID();
  const { dataDir } = test;
  const path = join(dataDir, 'members.csv');
  writeFileSync(path, members);
  await stageFile({ dataDir, importId, kind: 'members', fileName: 'members.csv', path }, () => {}, Date.now);
  await test.call('staged.apply', { importId });
  const card = '81000001';
  const [holder] = (await test.call('customers.search', { q: card })).hits;
  await test.call('visits.add', {
    vehicleId: holder.vehicles[0].id,
    arrivedAt: Date.now(),
    orderNo: 'WO-1',
    lines: [{ category: 'parts', amountFen: 12_345 }],
  });

  const explained = await test.call('points.explain', { card });
  const [opened, earned] = explained.entries;
  expect(earned).toMatchObject({ kind: 'earn', redeemable: 123, source: { kind: 'visit', no: 'WO-1' } });
  expect(earned.lines).toMatchObject([{ amountFen: 12_345, ratio: { points: 1, perFen: 100 }, points: 123 }]);
  expect(explained.balance.redeemable).toBe(opened.redeemable + 123);
  expect(explained.proof.holds).toBe(true);

  const shown = await caredesk(['explain', 'points', card, '--data', dataDir]);
  expect(shown).toMatchObject({ exit: 0, err: '' });
  expect(shown.out).toContain('配件 ¥123.45 × 1 / ¥1.00 = 123（出厂规则）');
  expect(shown.out).toContain('核对：流水、批次与余额一致。');
  const json = await caredesk(['explain', 'points', card, '--data', dataDir, '--json']);
  expect(JSON.parse(json.out)).toEqual(explained);
  expect(await caredesk(['explain', 'points', '99999999', '--data', dataDir])).toMatchObject({
    exit: 1,
    err: '没有这个卡号。\n',
  });
  expect((await caredesk(['explain', 'points', '--data', dataDir])).exit).toBe(2);
});
