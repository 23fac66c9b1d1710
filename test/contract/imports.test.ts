import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskEvent } from '../../db/contract/events.ts';
import type { ImportKind, ImportState, ImportSummary } from '../../db/contract/imports.ts';
import { adminPassword, type Desk, httpDesk, type Outcome, type Served, serve, setUp } from './desk.ts';

const sample = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../fixtures/samples/${name}`, import.meta.url)));
const expected = JSON.parse(sample('expected.json').toString('utf8')) as Record<ImportKind, Partial<ImportSummary>>;

let served: Served;
let desk: Desk;
let cookie: string;
const heard: Extract<DeskEvent, { type: 'import' }>[] = [];

beforeAll(async () => {
  served = await serve({ threads: true });
  desk = httpDesk(served);
  await setUp(desk);
  const login = await fetch(`${served.base}/api/session/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'boss', password: adminPassword }),
  });
  cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  void (async () => {
    for await (const event of served.host.services.events.stream(undefined, async () => true))
      if (event.type === 'import') heard.push(event);
  })();
});
afterAll(() => served.close());

const output = <T>(outcome: Outcome): T => {
  if ('error' in outcome) throw new Error(JSON.stringify(outcome.error));
  return outcome.output as T;
};

const upload = async (bytes: Uint8Array): Promise<string> => {
  const response = await fetch(`${served.base}/api/files`, {
    method: 'POST',
    headers: { cookie },
    body: new Uint8Array(bytes),
  });
  const { uploadId } = await response.json();
  return uploadId;
};
const stateOf = async (importId: string): Promise<ImportState> =>
  output(await desk.call('imports.state', { importId }));
const settled = async (importId: string): Promise<ImportState> => {
  await expect.poll(async () => (await stateOf(importId)).state, { timeout: 20_000, interval: 50 }).not.toBe('staging');
  return stateOf(importId);
};
const stage = async (kind: ImportKind, fileName: string, bytes: Uint8Array): Promise<ImportState> => {
  const { importId } = output<{ importId: string }>(
    await desk.call('imports.stage', { uploadId: await upload(bytes), kind, fileName }),
  );
  return settled(importId);
};
const errorFile = (importId: string): Promise<Response> =>
  fetch(`${served.base}/api/imports/${importId}/errors.csv`, { headers: { cookie } });
const filesIn = (folder: string): string[] =>
  existsSync(join(served.dataDir, folder)) ? readdirSync(join(served.dataDir, folder)) : [];

describe('an import by way of the host', () => {
  it('is staged, looked through, applied once, and undone', async () => {
    const state = await stage('customers', 'dms-customers-gb18030.csv', sample('dms-customers-gb18030.csv'));
    expect(state).toMatchObject({ state: 'staged', kind: 'customers', summary: expected.customers, error: null });
    expect(state.header.length).toBeGreaterThan(5);

    const preview = output<{ rows: { fate: string }[]; count: number }>(
      await desk.call('imports.preview', { importId: state.id, fate: 'error', limit: 500 }),
    );
    expect(preview.count).toBe(expected.customers.errors);
    expect(preview.rows.every((row) => row.fate === 'error')).toBe(true);

    const csv = await errorFile(state.id);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toContain('attachment');
    const text = new Uint8Array(await csv.arrayBuffer());
    expect([...text.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);

    const [first, second] = await Promise.all([
      desk.call('imports.apply', { importId: state.id }),
      desk.call('imports.apply', { importId: state.id }),
    ]);
    expect(output(first)).toMatchObject(expected.customers);
    expect(output(second)).toEqual(output(first));
    expect(output(await desk.call('imports.apply', { importId: state.id }))).toEqual(output(first));
    expect((await stateOf(state.id)).state).toBe('applied');
    expect(await desk.call('imports.cancel', { importId: state.id })).toMatchObject({ error: { code: 'CONFLICT' } });

    const phases = heard.filter((event) => event.importId === state.id);
    expect(phases.map((event) => event.state)).toEqual(
      expect.arrayContaining(['staging', 'staged', 'applying', 'applied']),
    );

    const again = await stage('customers', 'dms-customers-gb18030.csv', sample('dms-customers-gb18030.csv'));
    expect(again.summary).toMatchObject({ created: 0, updated: 0, same: expected.customers.accepted });
    expect(output(await desk.call('imports.cancel', { importId: again.id }))).toEqual({});

    const { rows } = output<{ rows: { id: string; undoneAt: number | null }[] }>(await desk.call('imports.list', {}));
    expect(rows.length).toBe(1);
    const undone = output<{ removed: number }>(await desk.call('imports.undo', { importId: rows[0]?.id }));
    expect(undone.removed).toBeGreaterThan(0);
    expect(output<{ counts: { customers: number } }>(await desk.call('home.today', {})).counts.customers).toBe(0);
  });

  it('the same request twice is one import, with another file a conflict', async () => {
    const uploadId = await upload(sample('members-old-system.xlsx'));
    const requestId = crypto.randomUUID();
    const input = { requestId, uploadId, kind: 'members', fileName: 'members-old-system.xlsx' };
    const { importId } = output<{ importId: string }>(await desk.call('imports.stage', input));
    expect(output(await desk.call('imports.stage', input))).toEqual({ importId });
    expect(await desk.call('imports.stage', { ...input, kind: 'customers' })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    // one at a time: a file being read takes its memory
    expect(await desk.call('imports.stage', { ...input, requestId: crypto.randomUUID() })).toMatchObject({
      error: { code: 'BUSY' },
    });
    const state = await settled(importId);
    expect(state.summary).toMatchObject(expected.members);

    // another mapping: the columns of two fields changed over
    const [a, b] = Object.keys(state.mapping);
    if (!a || !b) throw new Error('nothing was mapped');
    const swapped = { ...state.mapping, [a]: state.mapping[b] ?? 0, [b]: state.mapping[a] ?? 0 };
    output(await desk.call('imports.remap', { importId, mapping: swapped }));
    const remapped = await settled(importId);
    expect(remapped.state === 'staged' ? remapped.mapping : remapped.error).not.toEqual(state.mapping);
    output(await desk.call('imports.cancel', { importId }));
    await expect
      .poll(() =>
        [...filesIn('incoming'), ...filesIn('staging')].filter(
          (name) => name.startsWith(importId) || name === uploadId,
        ),
      )
      .toEqual([]);
  });

  it('can be stopped while it reads, and leaves nothing', async () => {
    const uploadId = await upload(sample('dms-customers-gb18030.csv'));
    const { importId } = output<{ importId: string }>(
      await desk.call('imports.stage', { uploadId, kind: 'customers', fileName: 'a.csv' }),
    );
    output(await desk.call('imports.cancel', { importId }));
    expect((await stateOf(importId)).state).toBe('cancelled');
    await expect
      .poll(
        () => filesIn('incoming').includes(uploadId) || filesIn('staging').some((name) => name.startsWith(importId)),
      )
      .toBe(false);
    for (const name of ['imports.apply', 'imports.preview'])
      expect(await desk.call(name, { importId })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await desk.call('imports.remap', { importId, mapping: {} })).toMatchObject({ error: { code: 'CONFLICT' } });
    // and the next may start at once
    expect((await stage('members', 'm.xlsx', sample('members-old-system.xlsx'))).state).toBe('staged');
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-wrong-kind'],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), 'file-wrong-kind'],
    ['blank', Buffer.from('\n\n  \n'), 'file-empty'],
    ['cut off', null, 'file-truncated'],
    ['text with NUL', Buffer.from('姓名,电话\n张\u0000三,13800138000\n'), 'file-not-text'],
    ['without titles', Buffer.from('1,2,3\n4,5,6\n'), 'header-not-found'],
  ])('a file that is %s is refused with a reason', async (_label, bytes, reason) => {
    const given = bytes ?? sample('members-old-system.xlsx').subarray(0, 20_000);
    const state = await stage('members', 'bad.xlsx', given);
    expect(state).toMatchObject({ state: 'failed', error: { reason } });
    expect(state.error?.code).toBe('UNSUPPORTED');
    expect((await errorFile(state.id)).status).toBe(409);
  });

  it('an import that nobody started is not found', async () => {
    const importId = crypto.randomUUID();
    for (const name of ['imports.state', 'imports.preview', 'imports.apply', 'imports.cancel']) {
      expect(await desk.call(name, { importId })).toMatchObject({
        error: { code: 'NOT_FOUND', data: { reason: 'import-not-found' } },
      });
    }
    const gone = { uploadId: importId, kind: 'members', fileName: 'x.csv' };
    expect(await desk.call('imports.stage', gone)).toMatchObject({
      error: { code: 'NOT_FOUND', data: { reason: 'upload-not-found' } },
    });
  });
});
