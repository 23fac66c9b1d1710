import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { defaultDataDir } from '../../electron/host/cli/dataFolder.ts';
import { browserLaunch } from '../../electron/host/cli/openBrowser.ts';
import { tempFolder } from './desk.ts';

const entry = fileURLToPath(new URL('../../electron/host/caredesk.ts', import.meta.url));
const sample = (name: string): string => fileURLToPath(new URL(`../fixtures/samples/${name}`, import.meta.url));
const folder = tempFolder('cli');
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});
afterAll(() => folder.remove());

interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

const start = (args: readonly string[], env: Record<string, string> = {}): ChildProcess => {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: '', ...env },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
};

const run = (
  args: readonly string[],
  { stdin = '', env = {} }: { stdin?: string; env?: Record<string, string> } = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const child = start(args, env);
    let [out, err] = ['', ''];
    child.stdout?.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr?.on('data', (chunk) => {
      err += String(chunk);
    });
    child.stdin?.end(stdin);
    child.once('close', (exit) => resolve({ exit, out, err }));
  });

/** The first line that a desk prints. */
const ready = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (chunk) => {
      out += String(chunk);
      if (out.includes('\n')) resolve(out.split('\n', 1)[0] ?? '');
    });
    child.once('exit', () => reject(new Error(`the desk ended: ${out}`)));
  });
const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));

describe('usage', () => {
  it.each([
    [[]],
    [['nothing']],
    [['toString']],
    [['init']],
    [['init', '--name', 'x', '--admin', 'y']],
    [['desk', '--port', 'many']],
    [['desk', '--unknown']],
    [['import', 'members']],
    [['import', 'letters', 'x.csv']],
    [['demo']],
    [['demo', '--customers', '-5']],
    [['user', 'remove', 'x']],
  ])('%j is not understood: exit 2, nothing made', async (args) => {
    const data = join(folder.path, 'none');
    const { exit, err, out } = await run([...args, ...(args.length > 0 ? ['--data', data] : [])]);
    expect(exit).toBe(2);
    expect(`${err}${out}`).toMatch(/\p{Script=Han}/u);
    expect(existsSync(data)).toBe(false);
  });

  it('speaks Chinese, and English where the system does', async () => {
    expect((await run(['help'])).out).toContain('启动浏览器工作台');
    const english = await run(['help'], { env: { LANG: 'en_GB.UTF-8' } });
    expect(english.exit).toBe(0);
    expect(english.out).toContain('serve the browser desk');
    expect(english.out.replace('关怀台', '')).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('a store from the command line', () => {
  const data = join(folder.path, 'store');
  const json = async (args: readonly string[], stdin = '') => {
    const { exit, out, err } = await run([...args, '--data', data, '--json'], { stdin });
    return { exit, err, document: JSON.parse(out) };
  };

  it('other commands want a store first', async () => {
    expect(await json(['verify'])).toMatchObject({ exit: 1, document: { error: { code: 'NOT_FOUND' } } });
    expect(await json(['user', 'add', 'li', '--role', 'service', '--password-stdin'], 'Warm-lake-7781')).toMatchObject({
      exit: 1,
    });
    expect(existsSync(join(data, 'caredesk.sqlite'))).toBe(false);
  });

  it('init names it, once, with a good password', async () => {
    const args = ['init', '--name', '城东店', '--city', '杭州', '--admin', 'boss', '--password-stdin'];
    expect(await json(args, 'password')).toMatchObject({ exit: 1, document: { error: { code: 'VALIDATION' } } });
    expect(await json(args, 'Lv3-quiet-otter\n')).toMatchObject({
      exit: 0,
      document: { storeName: '城东店', admin: 'boss' },
    });
    expect(await json(args, 'Lv3-quiet-otter\n')).toMatchObject({ exit: 1, document: { error: { code: 'CONFLICT' } } });
  });

  it('user adds and resets', async () => {
    expect(
      await json(['user', 'add', 'li', '--role', 'boss', '--password-stdin'], 'Warm-lake-7781').catch(() => 'usage'),
    ).toBe('usage');
    expect(await json(['user', 'add', 'li', '--role', 'service', '--password-stdin'], 'Warm-lake-7781')).toMatchObject({
      exit: 0,
    });
    expect(await json(['user', 'add', 'li', '--role', 'service', '--password-stdin'], 'Warm-lake-7781')).toMatchObject({
      exit: 1,
    });
    expect(await json(['user', 'reset', 'li', '--password-stdin'], 'Cold-lake-7781')).toMatchObject({ exit: 0 });
    expect(await json(['user', 'reset', 'wang', '--password-stdin'], 'Cold-lake-7781')).toMatchObject({
      exit: 1,
      document: { error: { code: 'NOT_FOUND' } },
    });
  });

  it('import tries, reports and imports', async () => {
    const expected = JSON.parse(readFileSync(sample('expected.json'), 'utf8'));
    const report = join(folder.path, 'errors.csv');
    const file = sample('members-old-system.xlsx');
    const dry = await json(['import', 'members', file, '--dry-run', '--report', report]);
    expect(dry).toMatchObject({ exit: 0, document: { dry_run: true, ...expected.members } });
    expect(
      dry.document.problems.filter((problem: { level: string }) => problem.level === 'error').length,
    ).toBeGreaterThanOrEqual(expected.members.errors);
    for (const problem of dry.document.problems)
      expect(Object.keys(problem).sort()).toEqual(['code', 'column', 'level', 'message', 'row']);
    expect(readFileSync(report, 'utf8').trim().split('\n').length).toBeGreaterThan(expected.members.errors);
    expect(await json(['import', 'members', file])).toMatchObject({
      exit: 0,
      document: { dry_run: false, ...expected.members },
    });
    expect((await json(['import', 'members', file])).document).toMatchObject({
      created: 0,
      updated: 0,
      same: expected.members.accepted,
    });
  });

  it('import takes a map of its own', async () => {
    const file = join(folder.path, 'odd.csv');
    const map = join(folder.path, 'map.json');
    writeFileSync(file, '甲,乙,丙,丁\n张三,13800138000,浙A12345,LFV2A21K8A3012340\n');
    writeFileSync(map, '{"name": "不存在的列"}');
    expect(await json(['import', 'customers', file, '--map', map, '--dry-run'])).toMatchObject({ exit: 1 });
    writeFileSync(map, '{"name": "a');
    expect((await run(['import', 'customers', file, '--map', map, '--data', data])).exit).toBe(2);
  });

  it('import refuses a file in words, and writes nothing', async () => {
    const bad = join(folder.path, 'bad.xlsx');
    writeFileSync(bad, Buffer.from('89504e470d0a1a0a', 'hex'));
    const { exit, err } = await run(['import', 'customers', bad, '--data', data]);
    expect(exit).toBe(1);
    expect(err).toContain('这不是表格文件');
    expect((await run(['import', 'customers', join(folder.path, 'gone.csv'), '--data', data])).exit).toBe(1);
  });

  it('verify finds all well', async () => {
    expect(await json(['verify'])).toMatchObject({ exit: 0, document: { ok: true } });
  });

  it('a desk says where it is, keeps writers out, and gives its address to a second one', async () => {
    const desk = start(['desk', '--data', data, '--port', '0']);
    const line = await ready(desk);
    expect(line).toMatch(/^CareDesk ready at http:\/\/127\.0\.0\.1:\d+$/);
    const url = line.slice('CareDesk ready at '.length);
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({
      status: 'ok',
      storeName: '城东店',
      demo: false,
    });

    const writing = await json(['user', 'reset', 'li', '--password-stdin'], 'Mild-lake-7781');
    expect(writing).toMatchObject({ exit: 1, document: { error: { code: 'BUSY', reason: 'store-held' } } });
    expect(writing.err).toContain(String(desk.pid));
    expect((await json(['import', 'members', sample('members-old-system.xlsx')])).exit).toBe(1);
    expect((await json(['import', 'members', sample('members-old-system.xlsx'), '--dry-run'])).exit).toBe(0);
    expect((await json(['verify'])).exit).toBe(0);
    expect(await run(['desk', '--data', data, '--port', '0'])).toMatchObject({
      exit: 0,
      out: `CareDesk ready at ${url}\n`,
    });

    desk.kill('SIGTERM');
    expect(await ended(desk)).toBe(0);
    expect(existsSync(join(data, 'host.lock'))).toBe(false);
  });

  it('a desk that was killed is not in the way of the next', async () => {
    const killed = start(['desk', '--data', data, '--port', '0']);
    await ready(killed);
    killed.kill('SIGKILL');
    await ended(killed);
    expect(existsSync(join(data, 'host.lock'))).toBe(true);
    expect((await json(['verify'])).exit).toBe(0);
    const next = start(['desk', '--data', data, '--port', '0']);
    expect(await ready(next)).toContain('CareDesk ready at');
    next.kill('SIGTERM');
    await ended(next);
  });

  it('a port that is asked for and taken is refused', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await run(['desk', '--data', data, '--port', String(port)])).toMatchObject({ exit: 1, out: '' });
    other.close();
  });

  it('demo builds beside nothing', async () => {
    const demo = join(folder.path, 'demo');
    const { exit, out } = await run(['demo', '--customers', '50', '--data', demo, '--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ customers: 50 });
    expect((await run(['demo', '--customers', '50', '--data', demo])).exit).toBe(1);
    expect((await run(['demo', '--customers', '50', '--data', data])).exit).toBe(1);
  });
});

describe('where things lie', () => {
  it('knows each platform', () => {
    expect(defaultDataDir({ APPDATA: 'C:\\Users\\a\\AppData\\Roaming' }, 'win32')).toMatch(/CareDesk$/);
    expect(defaultDataDir({}, 'darwin')).toMatch(/Library\/Application Support\/CareDesk$/);
    expect(defaultDataDir({}, 'linux')).toMatch(/\.local\/share\/caredesk$/);
    expect(defaultDataDir({ XDG_DATA_HOME: '/data' }, 'linux')).toBe('/data/caredesk');
  });

  it('opens nothing without a display', () => {
    expect(browserLaunch('http://127.0.0.1:1', 'linux', { PATH: '/usr/bin' })).toBeNull();
    expect(browserLaunch('http://127.0.0.1:1', 'win32', {})).toMatchObject({ program: 'rundll32.exe' });
  });
});
