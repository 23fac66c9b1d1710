import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHost } from '../../electron/host/host.ts';
import { noLog } from '../../electron/host/log.ts';
import { removeLeftovers } from '../../electron/host/uploads.ts';
import { tempFolder } from './desk.ts';

let folder: ReturnType<typeof tempFolder>;
beforeEach(() => {
  folder = tempFolder('broken');
});
afterEach(() => folder.remove());

describe('a store that cannot be opened', () => {
  it.each([true, false])('is told on the first page, and left as it is (threads: %s)', async (threads) => {
    const file = join(folder.path, 'caredesk.sqlite');
    const bytes = Buffer.alloc(8192, 'this is no database ');
    writeFileSync(file, bytes);
    mkdirSync(join(folder.path, 'renderer'));
    writeFileSync(join(folder.path, 'renderer', 'index.html'), '<title>desk</title>');
    const host = await startHost({
      dataDir: folder.path,
      threads,
      log: noLog,
      rendererDir: join(folder.path, 'renderer'),
    });
    try {
      const base = `http://127.0.0.1:${await host.listen(0)}`;
      for (const path of ['/api/health', '/api/session/state', '/rpc/session/state?data=%7B%22json%22%3A%7B%7D%7D']) {
        const response = await fetch(`${base}${path}`);
        const body = await response.json();
        expect(response.status, path).toBe(503);
        expect((body.json ?? body).code, path).toBe('DB_CORRUPT');
      }
      expect(await (await fetch(base)).text()).toContain('desk');
    } finally {
      await host.close();
    }
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(existsSync(join(folder.path, 'host.lock'))).toBe(false);
  });
});

describe('what an earlier run left', () => {
  it('goes after a day', async () => {
    const now = Date.now();
    for (const [name, hours] of [
      ['incoming/old', 25],
      ['incoming/young', 23],
      ['staging/old.sqlite', 30],
      ['staging/young.sqlite', 0],
    ] as const) {
      mkdirSync(join(folder.path, name.split('/')[0] ?? ''), { recursive: true });
      writeFileSync(join(folder.path, name), 'x');
      const at = new Date(now - hours * 3_600_000);
      utimesSync(join(folder.path, name), at, at);
    }
    await removeLeftovers(folder.path, now);
    expect(readdirSync(join(folder.path, 'incoming'))).toEqual(['young']);
    expect(readdirSync(join(folder.path, 'staging'))).toEqual(['young.sqlite']);
  });
});
