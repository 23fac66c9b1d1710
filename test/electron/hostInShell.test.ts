import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { afterEach, describe, expect, it } from 'vitest';
import { lockHolder, lockStore } from '../../electron/host/lock.ts';
import { fetchOverPort } from '../../renderer/lib/download.ts';
import { isOffline } from '../../renderer/lib/errors.ts';
import { uploadOverPort } from '../../renderer/lib/uploadOverPort.ts';
import { adminPassword, tempFolder } from '../contract/desk.ts';
import { type DeskInNode, openShellInNode, type ShellInNode } from './shellInNode.ts';

const folders: { remove: () => void }[] = [];
let shell: ShellInNode | null = null;
afterEach(async () => {
  await shell?.close();
  shell = null;
  for (const folder of folders.splice(0)) folder.remove();
});

const newFolder = (): string => {
  const folder = tempFolder('shell');
  folders.push(folder);
  return folder.path;
};
const setUp = (desk: DeskInNode) =>
  desk.client.session.setup({ storeName: '城西店', city: '杭州', admin: 'boss', password: adminPassword });
const until = async (holds: () => boolean): Promise<void> => {
  for (const end = Date.now() + 20_000; !holds(); ) {
    if (Date.now() > end) throw new Error('it never came about');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
/** Asks again while the host is away, as the desk's recovery page does. */
const patiently = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (const end = Date.now() + 20_000; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (!isOffline(error) || Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
};

describe('a desk of the shell', () => {
  it('sets up, calls, hears changes, and another desk is another session', async () => {
    shell = openShellInNode(newFolder());
    const desk = shell.newDesk();
    expect(await desk.client.session.state({})).toMatchObject({ setup: true });
    await setUp(desk);
    const changes = await desk.client.events.changes({});
    expect((await changes.next()).value).toEqual({ type: 'ready' });
    const { id } = await desk.client.customers.add({ name: '欧阳静宜', kind: 'person', requestId: uuid(1) });
    expect((await changes.next()).value).toMatchObject({
      type: 'changed',
      topics: expect.arrayContaining(['customers']),
    });
    expect(await desk.client.customers.get({ id })).toMatchObject({ customer: { name: '欧阳静宜' } });
    await changes.return?.();

    const other = shell.newDesk();
    await expect(other.client.customers.get({ id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(other.failures).toHaveLength(1);
  });

  it('is logged in again after its page is loaded anew, and no longer after it logged out', async () => {
    shell = openShellInNode(newFolder());
    const desk = shell.newDesk();
    await setUp(desk);
    const { port } = await desk.hostPort.open();
    port.close();
    await until(() => desk.hostPort !== null);
    expect(await patiently(() => desk.client.session.me({}))).toMatchObject({ name: 'boss' });
    await desk.client.session.logout({});
    (await desk.hostPort.open()).port.close();
    expect((await patiently(() => desk.client.session.state({}))).me).toBeNull();
  });

  it('sends and fetches files over ports of their own', async () => {
    const dataDir = newFolder();
    shell = openShellInNode(dataDir);
    const desk = shell.newDesk();
    const bytes = randomBytes(2_500_000);
    const never = new AbortController().signal;
    await expect(uploadOverPort(desk.hostPort, new Blob([bytes]), () => {}, never)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await setUp(desk);
    const seen: number[] = [];
    const uploadId = await uploadOverPort(desk.hostPort, new Blob([bytes]), ({ done }) => seen.push(done), never);
    expect(readFileSync(join(dataDir, 'incoming', uploadId)).equals(bytes)).toBe(true);
    expect(seen).toEqual([1_048_576, 2_097_152, 2_500_000]);

    const stop = new AbortController();
    const stopped = uploadOverPort(desk.hostPort, new Blob([bytes]), () => stop.abort(), stop.signal);
    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' });

    const csv = '\uFEFF姓名,手机\r\n张三,13800000000\r\n李四,不是号码\r\n';
    const id = await uploadOverPort(desk.hostPort, new Blob([csv]), () => {}, never);
    const { importId } = await desk.client.imports.stage({
      uploadId: id,
      kind: 'customers',
      fileName: '旧客户.csv',
      requestId: uuid(2),
    });
    for (let state = ''; state !== 'staged'; ) state = (await desk.client.imports.state({ importId })).state;
    const { fileName, content } = await fetchOverPort(desk.hostPort, `/imports/${importId}/errors.csv`);
    expect(fileName).toBe('旧客户-错误行.csv');
    expect(content.type).toMatch(/^text\/csv/);
    expect(await content.text()).toContain('李四');
    await expect(fetchOverPort(desk.hostPort, '/imports/none/errors.csv')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(fetchOverPort(desk.hostPort, '/../../etc/passwd')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a host that ends', () => {
  it('by itself is started again; the desk goes on where it was, still logged in', async () => {
    shell = openShellInNode(newFolder());
    const desk = shell.newDesk();
    await setUp(desk);
    const { id } = await desk.client.customers.add({ name: '司马青山', kind: 'person', requestId: uuid(3) });
    const changes = await desk.client.events.changes({});
    await changes.next();
    const broken = changes.next().then(
      ({ done }) => done,
      () => true,
    );
    shell.crash();
    await until(() => shell?.aways.length === 1);
    expect(await broken).toBe(true);
    expect(shell.aways).toEqual([null]);
    expect(await patiently(() => desk.client.customers.get({ id }))).toMatchObject({ customer: { name: '司马青山' } });
  });

  it('while a call waits fails that call as offline, never leaves it open', async () => {
    shell = openShellInNode(newFolder(), { waits: [60_000] });
    const desk = shell.newDesk();
    await desk.client.session.state({});
    shell.crash();
    const calls = await Promise.allSettled([1, 2, 3].map(() => desk.client.session.state({})));
    await until(() => shell?.aways.length === 1);
    for (const call of calls) if (call.status === 'rejected') expect(isOffline(call.reason)).toBe(true);
    const error = await desk.client.session.state({}).catch((reason: unknown) => reason);
    expect(isOffline(error)).toBe(true);
  });

  it('because another program has the store says so, and goes on when that has ended', async () => {
    const dataDir = newFolder();
    const lock = lockStore(dataDir, 'command', 'import');
    shell = openShellInNode(dataDir);
    const desk = shell.newDesk();
    const error = await desk.client.session.state({}).catch((reason: unknown) => reason);
    await until(() => (shell?.aways.length ?? 0) > 0);
    expect(shell.aways[0]).toEqual({ code: 'BUSY', data: { reason: 'store-held' } });
    expect(error instanceof ORPCError ? error.data : error).toEqual({ reason: 'store-held' });
    lock.release();
    const goesOn = async () => {
      for (;;) {
        const state = await desk.client.session.state({}).catch(() => null);
        if (state) return state;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    expect(await goesOn()).toMatchObject({ setup: true });
  });

  it('when the shell quits has closed its store', async () => {
    const dataDir = newFolder();
    shell = openShellInNode(dataDir);
    const desk = shell.newDesk();
    await setUp(desk);
    expect(lockHolder(dataDir)).toMatchObject({ kind: 'desk' });
    await shell.close();
    expect(lockHolder(dataDir)).toBeNull();
    expect(existsSync(join(dataDir, 'caredesk.sqlite-wal'))).toBe(false);
    expect(shell.aways).toEqual([]);
  });
});

describe('beside the shell', () => {
  it('the API listens on loopback for other software', async () => {
    shell = openShellInNode(newFolder());
    const desk = shell.newDesk();
    await setUp(desk);
    await until(() => shell?.host.httpPort !== null);
    const health = await fetch(`http://127.0.0.1:${shell.host.httpPort}/api/health`);
    expect(await health.json()).toMatchObject({ status: 'ok', storeName: '城西店' });
  });

  it('a first start for show builds a sample store', async () => {
    shell = openShellInNode(newFolder(), { demo: true });
    const desk = shell.newDesk();
    expect(await desk.client.session.state({})).toMatchObject({ setup: false, demo: true });
  });
});

const uuid = (n: number): string => `01a20000-0000-7000-8000-${String(n).padStart(12, '0')}`;
