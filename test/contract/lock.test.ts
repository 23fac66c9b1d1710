import { spawn } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHost } from '../../electron/host/host.ts';
import { lockHolder, lockPath, lockStore, StoreHeldError } from '../../electron/host/lock.ts';
import { noLog } from '../../electron/host/log.ts';
import { ownMark } from '../../electron/host/processStart.ts';
import { tempFolder } from './desk.ts';

let folder: ReturnType<typeof tempFolder>;
beforeEach(() => {
  folder = tempFolder('lock');
});
afterEach(() => folder.remove());

const write = (facts: object): void =>
  writeFileSync(
    lockPath(folder.path),
    JSON.stringify({ kind: 'desk', what: 'desk', port: 1, token: 'theirs', ...facts }),
  );

describe('one host for a folder', () => {
  it('holds and lets go', () => {
    expect(lockHolder(folder.path)).toBeNull();
    const lock = lockStore(folder.path, 'desk', 'desk');
    lock.setPort(4711);
    expect(lockHolder(folder.path)).toMatchObject({ pid: process.pid, kind: 'desk', port: 4711 });
    expect(() => lockStore(folder.path, 'command', 'import')).toThrow(StoreHeldError);
    lock.release();
    expect(existsSync(lockPath(folder.path))).toBe(false);
    lockStore(folder.path, 'command', 'import').release();
  });

  it('a second host is refused and names the first', async () => {
    const host = await startHost({ dataDir: folder.path, threads: false, log: noLog });
    await expect(startHost({ dataDir: folder.path, threads: false, log: noLog })).rejects.toMatchObject({
      holder: { pid: process.pid },
    });
    await host.close();
    await (await startHost({ dataDir: folder.path, threads: false, log: noLog })).close();
  });

  it('takes over from a process that is gone', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    const { pid } = child;
    await new Promise((resolve) => child.once('exit', resolve));
    write({ pid, ...ownMark() });
    expect(lockHolder(folder.path)).toBeNull();
    lockStore(folder.path, 'desk', 'desk').release();
  });

  it('takes over where another program has the number now', () => {
    // a number that lives, but was given out after the lock was written
    write({ pid: process.ppid, mark: 'another-boot:1', startedAt: 1_000 });
    expect(lockHolder(folder.path)).toBeNull();
    const lock = lockStore(folder.path, 'desk', 'desk');
    expect(lockHolder(folder.path)).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it('a clock that was moved changes nothing', () => {
    const lock = lockStore(folder.path, 'desk', 'desk');
    const long = new Date(0);
    utimesSync(lockPath(folder.path), long, long);
    write({ ...JSON.parse(readFileSync(lockPath(folder.path), 'utf8')), startedAt: Date.now() - 86_400_000 });
    if (process.platform === 'linux') expect(lockHolder(folder.path)).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it('takes over what is no lock at all', () => {
    for (const rubbish of ['', '{', '[]', '{"pid":"1"}', 'null']) {
      writeFileSync(lockPath(folder.path), rubbish);
      lockStore(folder.path, 'desk', 'desk').release();
    }
  });

  it('of many that want it, one gets it', async () => {
    write({ pid: 2 ** 22 - 1, mark: null, startedAt: 0 });
    const script = `
      const { lockStore } = await import(${JSON.stringify(new URL('../../electron/host/lock.ts', import.meta.url).href)});
      try { lockStore(${JSON.stringify(folder.path)}, 'command', 'x'); console.log('got'); setTimeout(() => {}, 1500); } catch (error) { console.log(error.name); }`;
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        return new Promise<string>((resolve) => {
          let text = '';
          child.stdout.on('data', (chunk) => {
            text += String(chunk);
          });
          child.once('exit', () => resolve(text.trim()));
        });
      }),
    );
    expect(outcomes.sort()).toEqual(['StoreHeldError', 'StoreHeldError', 'StoreHeldError', 'StoreHeldError', 'got']);
    expect(lockHolder(folder.path)).toBeNull();
  });
});
