import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportState } from '../../db/contract/exports.ts';
import { readTable } from '../../db/files/readTable.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { collect } from '../files/collect.ts';
import { adminPassword, type Desk, httpDesk, type Outcome, type Served, serve, setUp, staffPassword } from './desk.ts';

let served: Served;
let desk: Desk;
let cookie: string;

const output = <T>(outcome: Outcome): T => {
  if ('error' in outcome) throw new Error(JSON.stringify(outcome.error));
  return outcome.output as T;
};
const cookieOf = async (name: string, password: string): Promise<string> => {
  const login = await fetch(`${served.base}/api/session/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  return login.headers.get('set-cookie')?.split(';')[0] ?? '';
};
const wanted = {
  format: 'csv',
  title: '客户',
  columns: [
    { column: 'name', title: '姓名' },
    { column: 'phone', title: '电话' },
    { column: 'vehicle', title: '车辆' },
    { column: 'tags', title: '标签' },
  ],
};
const ready = async (exportId: string): Promise<ExportState> => {
  const read = async (): Promise<ExportState> => output(await desk.call('exports.state', { exportId }));
  await expect.poll(async () => (await read()).state, { timeout: 20_000, interval: 50 }).not.toBe('writing');
  return read();
};
const fetchFile = (exportId: string, as = cookie): Promise<Response> =>
  fetch(`${served.base}/api/exports/${exportId}/file`, { headers: { cookie: as } });

beforeAll(async () => {
  served = await serve({ threads: true });
  desk = httpDesk(served);
  await setUp(desk);
  cookie = await cookieOf('boss', adminPassword);
  for (const [name, plate, tags] of [
    ['=HYPERLINK("http://x","王伟")', '京A12345', ['打球']],
    ['李娜', '沪B67890', []],
  ] as const) {
    output(
      await desk.call('customers.add', {
        name,
        tags,
        phones: [{ number: '13800138000' }],
        vehicle: { plate, series: '轩逸' },
      }),
    );
  }
});
afterAll(() => served.close());

describe('a list as a file', () => {
  it('holds what the list shows, in its order, disarmed', async () => {
    const { exportId } = output<{ exportId: string }>(await desk.call('exports.customers', wanted));
    const state = await ready(exportId);
    expect(state).toMatchObject({ state: 'ready', done: 2, total: 2, reason: null });
    expect(state.fileName).toMatch(/^客户-\d{4}-\d\d-\d\d\.csv$/);
    const file = await fetchFile(exportId);
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent(state.fileName));
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
    expect(text.split('\r\n')).toEqual([
      '\uFEFF姓名,电话,车辆,标签',
      '李娜,138****8000,沪B·67890 轩逸,',
      `"'=HYPERLINK(""http://x"",""王伟"")",138****8000,京A·12345 轩逸,打球`,
      '',
    ]);
  });

  it('as a workbook, filtered', async () => {
    const { exportId } = output<{ exportId: string }>(
      await desk.call('exports.customers', { ...wanted, format: 'xlsx', filter: { tag: '打球' } }),
    );
    expect(await ready(exportId)).toMatchObject({ state: 'ready', done: 1 });
    const path = join(served.dataDir, 'fetched.xlsx');
    writeFileSync(path, new Uint8Array(await (await fetchFile(exportId)).arrayBuffer()));
    const rows = JSON.stringify(await collect((await readTable(path)).rows()));
    expect(rows).toContain('138****8000');
    expect(rows).not.toContain('李娜');
  });

  it('is on record with who and what', async () => {
    const { exportId } = output<{ exportId: string }>(await desk.call('exports.customers', wanted));
    await ready(exportId);
    const connection = openConnection(storeFileOf(served.dataDir), { readonly: true });
    const row = connection
      .prepare("SELECT * FROM auditLog WHERE action = 'exports.record' AND entityId = ?")
      .get(exportId);
    connection.close();
    expect(row).toMatchObject({ actorKind: 'staff', entity: 'export' });
  });

  it('is made once, however often it is asked for', async () => {
    const requestId = crypto.randomUUID();
    const first = output<{ exportId: string }>(await desk.call('exports.customers', { ...wanted, requestId }));
    const second = output<{ exportId: string }>(await desk.call('exports.customers', { ...wanted, requestId }));
    expect(second.exportId).toBe(first.exportId);
    expect(await desk.call('exports.customers', { ...wanted, title: '别的', requestId })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    await ready(first.exportId);
  });

  it('is the asker’s own, and a manager’s', async () => {
    const { exportId } = output<{ exportId: string }>(await desk.call('exports.customers', wanted));
    await ready(exportId);
    expect((await fetchFile(exportId, '')).status).toBe(401);
    expect((await fetchFile(exportId, await cookieOf('reception', staffPassword))).status).toBe(403);
    expect((await fetchFile(exportId, await cookieOf('manager', staffPassword))).status).toBe(404);
    const reception = httpDesk(served);
    await reception.login('reception', staffPassword);
    expect(await reception.call('exports.customers', wanted)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  it('cancelled, nothing is left of it', async () => {
    const { exportId } = output<{ exportId: string }>(await desk.call('exports.customers', wanted));
    output(await desk.call('exports.cancel', { exportId }));
    expect(await ready(exportId)).toMatchObject({ state: 'cancelled' });
    expect((await fetchFile(exportId)).status).toBe(404);
    expect(readdirSync(join(served.dataDir, 'outgoing')).filter((name) => name.startsWith(exportId))).toEqual([]);
  });

  it('junk is refused in words', async () => {
    expect(await desk.call('exports.customers', { ...wanted, columns: [] })).toMatchObject({
      error: { code: 'VALIDATION' },
    });
    expect((await fetchFile(encodeURIComponent('../x'))).status).toBe(404);
  });
});
