import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { errorCsv, previewRows, problemsOfFile } from '../../db/store/imports/preview.ts';
import { stageFile } from '../../db/store/imports/stage.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { admin, openTestStore, refusal, type TestStore, testNow } from './openTestStore.ts';

const samples = fileURLToPath(new URL('../fixtures/samples/', import.meta.url));
const expected = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8'));
const files = {
  customers: 'dms-customers-gb18030.csv',
  members: 'members-old-system.xlsx',
  'service-orders': 'service-orders.csv',
} as const;
type Kind = keyof typeof files;
const kinds = Object.keys(files) as Kind[];

const stage = async ({ dataDir }: TestStore, kind: Kind, path: string) => {
  const importId = randomUUID();
  const { summary } = await stageFile(
    { dataDir, importId, kind, fileName: path, path },
    () => {},
    () => testNow,
  );
  return { importId, summary };
};

const importFile = async (test: TestStore, kind: Kind, path: string) => {
  const { importId, summary } = await stage(test, kind, path);
  return { importId, preview: summary, applied: await test.call('staged.apply', { importId }) };
};

/** A small file of its own, as one writes it in a test. */
const importText = (test: TestStore, kind: Kind, text: string) => {
  const path = join(test.dataDir, `${randomUUID()}.csv`);
  writeFileSync(path, text);
  return importFile(test, kind, path);
};

describe('the old systems’ files', () => {
  it('come in with exactly the figures counted, in the preview and for real; twice changes nothing; all is undone', {
    timeout: 120_000,
  }, async () => {
    const test = await openTestStore();
    const imports: string[] = [];
    for (const kind of kinds) {
      const { importId, preview, applied } = await importFile(test, kind, join(samples, files[kind]));
      expect(preview, kind).toMatchObject(expected[kind]);
      expect(applied, kind).toEqual(preview);
      imports.push(importId);
    }
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
    expect((await test.call('settings.get')).store.goLiveDay).toBe('2026-11-22');
    const before = await test.call('customers.list', { limit: 200 });

    for (const kind of kinds) {
      const { applied } = await importFile(test, kind, join(samples, files[kind]));
      expect(applied, kind).toMatchObject({ created: 0, updated: 0, same: expected[kind].accepted });
    }
    expect(await test.call('customers.list', { limit: 200 })).toEqual(before);

    expect((await refusal(test.call('imports.undo', { importId: imports[0] }))).reason).toBe('import-has-later-visits');
    for (const importId of imports.toReversed()) await test.call('imports.undo', { importId });
    expect((await test.call('customers.list')).total).toBe(0);
    expect((await test.call('home.today')).counts).toMatchObject({ customers: 0, vehicles: 0 });
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
    expect((await refusal(test.call('imports.undo', { importId: imports[0] }))).reason).toBe('import-undone-already');

    const again = await importFile(test, 'customers', join(samples, files.customers));
    expect(again.applied).toMatchObject(expected.customers);
  });

  it('are found by what stood in them', { timeout: 120_000 }, async () => {
    const test = await openTestStore();
    for (const kind of kinds) await importFile(test, kind, join(samples, files[kind]));
    const hits = async (q: string) =>
      (await test.call('customers.search', { q })).hits.map((hit: { name: string }) => hit.name);
    expect(await hits('27903 薛远乐')).toEqual(['薛远乐']);
    expect(await hits('81000000')).toEqual(['任华雨']);
    const { hits: found } = await test.call('customers.search', { q: '81000000' });
    expect(found[0]).toMatchObject({ tierName: '银卡', cardNumber: '81000000' });
    const page = await test.call('customers.get', { id: found[0].id });
    expect(page.card).toMatchObject({
      cumulativePoints: 16_640,
      redeemablePoints: 12_470,
      joinMode: 'spend',
      joinDay: '2024-02-27',
      validThrough: '2025-02-27',
    });
  });
});

describe('an import', () => {
  const header = '客户姓名,手机号码,车牌号,车架号,车系,保险到期日,最近进厂里程,备注\n';
  const row = '王伟,13800138000,京A3K927,1M8GDM9AXKP042788,轩逸,2027-03-01,5000,VIP\n';

  it('fills blanks and adds what is newer, but never writes over what the desk entered', async () => {
    const test = await openTestStore();
    const { id } = await test.call('customers.add', {
      name: '王伟',
      phones: [{ number: '13800138000' }],
      address: '甲路 1 号',
      vehicle: { vin: '1M8GDM9AXKP042788', series: '天籁' },
    });
    const { applied, importId } = await importText(
      test,
      'customers',
      '客户姓名,手机号码,地址,车牌号,车架号,车系,保险到期日\n王伟,138 0013 8000,乙路 2 号,京A·3K927,1M8GDM9AXKP042788,轩逸,2027-03-01\n',
    );
    expect(applied).toMatchObject({ created: 0, updated: 1, same: 0 });
    const page = await test.call('customers.get', { id });
    expect(page.customer.address).toBe('甲路 1 号');
    expect(page.vehicles).toMatchObject([{ plate: '京A3K927', series: '天籁', insuranceEndDay: '2027-03-01' }]);
    expect((await test.call('customers.search', { q: '3K927' })).hits).toHaveLength(1);
    await test.call('imports.undo', { importId });
    const undone = await test.call('customers.get', { id });
    expect(undone.vehicles).toMatchObject([{ plate: null, series: '天籁', insuranceEndDay: null }]);
    expect((await test.call('customers.search', { q: '3K927' })).hits).toHaveLength(0);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  });

  it('matches anew when it is applied, so what the desk did since the preview counts', async () => {
    const test = await openTestStore();
    const path = join(test.dataDir, 'a.csv');
    writeFileSync(path, header + row);
    const { importId, summary } = await stage(test, 'customers', path);
    expect(summary).toMatchObject({ created: 1 });
    await test.call('customers.add', { name: '王伟', phones: [{ number: '13800138000' }] });
    expect(await test.call('staged.apply', { importId })).toMatchObject({ created: 0, updated: 1 });
    expect((await test.call('customers.list')).total).toBe(1);
  });

  it('is refused undoing once something was built on it, and says what', async () => {
    const test = await openTestStore();
    const { importId } = await importText(test, 'customers', header + row);
    const { hits } = await test.call('customers.search', { q: '3K927' });
    await test.call('customers.addNote', { id: hits[0].id, text: '来过' });
    expect(await refusal(test.call('imports.undo', { importId }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'import-has-later-changes',
    });
    expect((await test.call('customers.search', { q: '3K927' })).hits).toHaveLength(1);
  });

  it('given up half way leaves nothing', async () => {
    const test = await openTestStore();
    const { importId } = await stage(test, 'customers', join(samples, files.customers));
    const abort = new AbortController();
    const call = test.store.call('staged.apply', { importId }, admin, {
      signal: abort.signal,
      onProgress: ({ phase, done }) => {
        if (phase === 'write' && done >= 1000) abort.abort();
      },
    });
    expect((await refusal(call)).code).toBe('CANCELLED');
    expect((await test.call('customers.list')).total).toBe(0);
    expect((await test.call('imports.list')).rows).toEqual([]);
    expect(await test.call('staged.apply', { importId })).toMatchObject(expected.customers);
  });

  it('corrects an order of the same vehicle, refuses the number for another, and undoes the correction', async () => {
    const test = await openTestStore();
    await importText(
      test,
      'customers',
      `${header}${row.replace(',5000,', ',,')}李敏,13900139000,京B88888,LGBE86H8XKE777165,轩逸,,,\n`,
    );
    const orders = '工单号,车架号,进厂日期,里程,业务类别,实收金额\n';
    const first = await importText(
      test,
      'service-orders',
      `${orders}RO1,1M8GDM9AXKP042788,2026-11-01,5100,配件,100.00\n`,
    );
    expect(first.applied).toMatchObject({ created: 1, amount_fen: 10_000 });
    const second = await importText(
      test,
      'service-orders',
      `${orders}RO1,1M8GDM9AXKP042788,2026-11-02,5200,配件,120.50\nRO1,1M8GDM9AXKP042788,2026-11-02,5200,配件,120.50\nRO2,WP0ZZZ99ZTS392124,2026-11-02,1,配件,1\n`,
    );
    expect(second.applied).toMatchObject({
      updated: 1,
      repeated_order: 1,
      unknown_vehicle: 1,
      errors: 0,
      amount_fen: 12_050,
    });
    const other = await importText(test, 'service-orders', `${orders}RO1,LGBE86H8XKE777165,2026-11-02,1,配件,1\n`);
    expect(other.applied).toMatchObject({ accepted: 0, repeated_order: 1 });
    const page = async () => (await test.call('customers.search', { q: '王伟' })).hits[0].id;
    const vehicle = async () => (await test.call('customers.get', { id: await page() })).vehicles[0];
    expect(await vehicle()).toMatchObject({ lastVisitDay: '2026-11-02', mileage: 5200 });
    await test.call('imports.undo', { importId: second.importId });
    expect(await vehicle()).toMatchObject({ lastVisitDay: '2026-11-01', mileage: 5100 });
    expect((await test.call('customers.get', { id: await page() })).spend.totalFen).toBe(10_000);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  });

  it('refuses a VIN that is another customer’s, and a card that is another member’s', async () => {
    const test = await openTestStore();
    await importText(test, 'customers', header + row);
    const theft = await importText(test, 'customers', `${header}李敏,13900139000,京B88888,1M8GDM9AXKP042788,轩逸,,,\n`);
    expect(theft.applied).toMatchObject({ accepted: 0, errors: 1 });
    expect(problemsOfFile(test.dataDir, theft.importId)).toMatchObject([
      { row: 2, code: 'vehicle-other-owner', level: 'error' },
    ]);
    const members = '会员卡号,姓名,手机,会员等级,累计积分,可兑换积分\n';
    await importText(test, 'members', `${members}8001,赵敏,13700137000,金卡,100,50\n`);
    expect((await importText(test, 'members', `${members}8001,赵敏,13700137000,金卡,100,40\n`)).applied).toMatchObject({
      errors: 1,
    });
    expect((await importText(test, 'members', `${members}8001,孙丽,13600136000,金卡,100,50\n`)).applied).toMatchObject({
      errors: 1,
    });
    expect((await importText(test, 'members', `${members}8001,赵敏,13700137000,金卡,100,50\n`)).applied).toMatchObject({
      same: 1,
    });
  });

  it('of members is undone with their balances taken back, unless points moved since', async () => {
    const test = await openTestStore();
    const members = '会员卡号,姓名,手机,会员等级,累计积分,可兑换积分\n8001,赵敏,13700137000,金卡,100,50\n';
    const { importId } = await importText(test, 'members', members);
    const connection = openConnection(join(test.dataDir, 'caredesk.sqlite'));
    connection.exec(`INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName)
      SELECT 'later', id, 'adjust', 0, 0, tier, '2026-11-22', 1, 'x' FROM membership`);
    expect(await refusal(test.call('imports.undo', { importId }))).toMatchObject({ reason: 'import-has-later-points' });
    connection.exec(
      "DROP TRIGGER pointsEntryNoDELETE; DELETE FROM pointsEntry WHERE id = 'later'; DELETE FROM pointsMonth WHERE kind = 'adjust'",
    );
    await test.call('imports.undo', { importId });
    expect(connection.prepare('SELECT kind, cumulative, redeemable FROM pointsEntry ORDER BY rowid').all()).toEqual([
      { kind: 'migrate', cumulative: 100, redeemable: 50 },
      { kind: 'reverse', cumulative: -100, redeemable: -50 },
    ]);
    expect(connection.prepare('SELECT count(*) FROM membership WHERE deletedAt IS NULL').pluck().get()).toBe(0);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
    // the same file again opens accounts of its own
    expect((await importText(test, 'members', members)).applied).toMatchObject({ created: 1 });
    const { hits } = await test.call('customers.search', { q: '8001' });
    expect((await test.call('customers.get', { id: hits[0].id })).card).toMatchObject({ redeemablePoints: 50 });
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
    connection.close();
  });

  it('of members from before memberships were kept is undone with what the migration made of it', async () => {
    const test = await openTestStore();
    const members = '会员卡号,姓名,手机,会员等级,累计积分,可兑换积分\n8001,赵敏,13700137000,金卡,100,50\n';
    const { importId } = await importText(test, 'members', members);
    const connection = openConnection(join(test.dataDir, 'caredesk.sqlite'));
    // as migrations 0150 and 0160 leave it: a membership under the card's id, and no word of it in the change log
    connection.pragma('foreign_keys = OFF');
    connection.exec(`DROP TRIGGER pointsEntryNoUPDATE; DROP TRIGGER pointsLotOnlyRemaining; DROP TRIGGER changeLogOnlyBlanks;
      UPDATE membership SET id = (SELECT id FROM memberCard); UPDATE memberCard SET membershipId = id;
      UPDATE pointsEntry SET membershipId = sourceId; UPDATE pointsLot SET membershipId = (SELECT id FROM membership);
      UPDATE pointsBalance SET membershipId = (SELECT id FROM membership);
      UPDATE changeLog SET entity = 'other' WHERE entity = 'membership'`);
    connection.pragma('foreign_keys = ON');
    await test.call('imports.undo', { importId });
    expect(connection.prepare('SELECT count(*) FROM membership WHERE deletedAt IS NULL').pluck().get()).toBe(0);
    expect(connection.prepare('SELECT redeemable FROM pointsBalance').pluck().all()).toEqual([0]);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
    connection.close();
  });

  it('shows every row’s fate, and gives back the refused ones to be mended and fed again', async () => {
    const test = await openTestStore();
    const path = join(test.dataDir, 'a.csv');
    writeFileSync(path, `${header}${row},,,,,,,\n张三,123,京C11111,,轩逸,,,"=cmd|' /C calc'!A0"\n`);
    const { importId } = await stage(test, 'customers', path);
    const { rows } = previewRows(test.dataDir, importId, { offset: 0, limit: 10 });
    expect(rows.map(({ row: number, fate }) => [number, fate])).toEqual([
      [2, 'new'],
      [3, 'skipped'],
      [4, 'error'],
    ]);
    const csv = errorCsv(test.dataDir, importId);
    expect(csv).toContain('电话号码不正确：123');
    expect(csv).not.toMatch(/(^|,|")=cmd/m);
    const mended = await importText(
      test,
      'customers',
      csv.replace(',123,', ',13500135000,').replace(/"?'?=cmd[^\n]*?A0"?/, '备注'),
    );
    expect(mended.applied).toMatchObject({ rows: 1, created: 1, errors: 0 });
  });

  it('fed its own error file refuses every row of it as before, and takes a mended one', async () => {
    const test = await openTestStore();
    const { importId } = await stage(test, 'customers', join(samples, files.customers));
    const csv = errorCsv(test.dataDir, importId);
    const again = await importText(test, 'customers', csv);
    expect(again.applied).toMatchObject({ rows: 113, errors: 113, accepted: 0 });
    expect(errorCsv(test.dataDir, again.importId)).toBe(csv);
    const mended = await importText(test, 'customers', csv.replaceAll('"12,3x4"', '"12,304"'));
    expect(mended.applied.accepted).toBeGreaterThan(0);
  });

  it('of a file with unknown titles refuses every row until a person says which column is which', async () => {
    const test = await openTestStore();
    const path = join(test.dataDir, 'a.csv');
    writeFileSync(path, '姓名,找谁,备注\n王伟,13800138000,VIP\n');
    const blind = await stage(test, 'customers', path);
    expect(blind.summary).toMatchObject({ rows: 1, errors: 1, accepted: 0 });
    expect(problemsOfFile(test.dataDir, blind.importId)).toMatchObject([
      { row: 2, column: 'phone', code: 'column-missing' },
    ]);
    const importId = randomUUID();
    const mapping = { name: 0, phone: 1, note: 2 };
    const told = await stageFile(
      { dataDir: test.dataDir, importId, kind: 'customers', fileName: path, path, mapping },
      () => {},
      () => testNow,
    );
    expect(told.summary).toMatchObject({ created: 1, errors: 0 });
    await test.call('staged.apply', { importId });
    // remembered for the next file
    expect((await stage(test, 'customers', path)).summary).toMatchObject({ same: 1, errors: 0 });
  });

  it('never opens what a client names', async () => {
    const test = await openTestStore();
    for (const importId of ['../../etc/passwd', '..', '/etc/passwd', randomUUID()]) {
      expect((await refusal(test.call('staged.apply', { importId }))).code).toMatch(/VALIDATION|NOT_FOUND/);
    }
    expect(readdirSync(test.dataDir).filter((name) => name === 'staging')).toEqual([]);
  });
});
