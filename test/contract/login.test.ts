import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword, passwordWeakness, verifyPassword } from '../../db/store/passwords.ts';
import { LoginPace } from '../../electron/host/loginPace.ts';
import {
  adminPassword,
  type Desk,
  httpDesk,
  loginNameOf,
  portDesk,
  restDesk,
  type Served,
  serve,
  setUp,
  staffPassword,
} from './desk.ts';

const codeOf = (outcome: Awaited<ReturnType<Desk['call']>>): string => ('error' in outcome ? outcome.error.code : 'OK');

describe('passwords', () => {
  it('verifies its own hash and nothing else', async () => {
    const hash = await hashPassword('关怀台-Password 1');
    expect(hash).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await verifyPassword('关怀台-Password 1', hash)).toBe(true);
    expect(await verifyPassword('关怀台-password 1', hash)).toBe(false);
    expect(await hashPassword('关怀台-Password 1')).not.toBe(hash);
  });

  it('takes no hash that costs more than ours, and none that is none', async () => {
    for (const hash of ['', 'scrypt$1', 'plain', `scrypt$9999999$16$4$${'a'.repeat(22)}$${'a'.repeat(43)}`]) {
      expect(await verifyPassword('x', hash)).toBe(false);
    }
  });

  it.each([
    ['short', 'boss', 'password-short'],
    ['password123', 'boss', 'password-common'],
    ['12345678', 'boss', 'password-common'],
    ['aaaaaaaaaa', 'boss', 'password-common'],
    ['20260101', 'boss', 'password-common'],
    ['demo-2026', 'boss', 'password-common'],
    ['qiantai1', 'qiantai', 'password-is-name'],
    ['Lv3-quiet-otter', 'boss', null],
    ['今天天气真的很好啊', 'boss', null],
  ])('%s of %s: %s', (password, name, weakness) => {
    expect(passwordWeakness(password, name)).toBe(weakness);
  });
});

describe('the pace of log-ins', () => {
  const passes = (pace: LoginPace, name: string): boolean => {
    try {
      pace.begin(name);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'TOO_MANY', data: { reason: 'too-many-attempts' } });
      return false;
    }
  };

  it('waits longer after each failure, for any spelling of the name', () => {
    let now = 1_000_000;
    const pace = new LoginPace(() => now);
    for (let i = 0; i < 3; i++) expect(passes(pace, 'boss')).toBe(true);
    for (const wait of [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
      now += wait - 1;
      expect(passes(pace, ' BOSS ')).toBe(false);
      now += 1;
      expect(passes(pace, 'ｂｏｓｓ')).toBe(true);
    }
    expect(passes(pace, 'other')).toBe(true);
  });

  it('forgets after a success and after a quarter of an hour', () => {
    let now = 1_000_000;
    const pace = new LoginPace(() => now);
    for (let i = 0; i < 3; i++) pace.begin('boss');
    pace.succeeded('boss');
    expect(passes(pace, 'boss')).toBe(true);
    for (let i = 0; i < 2; i++) pace.begin('boss');
    expect(passes(pace, 'boss')).toBe(false);
    now += 15 * 60_000;
    for (let i = 0; i < 3; i++) expect(passes(pace, 'boss')).toBe(true);
  });

  it('slows guessing over many names', () => {
    let now = 1_000_000;
    const pace = new LoginPace(() => now);
    let passed = 0;
    for (let i = 0; i < 600; i++) {
      now += 100;
      if (passes(pace, `name${i}`)) passed++;
    }
    // thirty in the first three seconds, one a second after
    expect(passed).toBeLessThan(95);
  });

  it('never lets more than a handful of tries at one name through in a minute', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 50, maxLength: 200 }), (steps) => {
        let now = 0;
        const pace = new LoginPace(() => now);
        const times: number[] = [];
        for (const step of steps) {
          now += step;
          if (passes(pace, 'boss')) times.push(now);
        }
        for (const from of times)
          expect(times.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(9);
      }),
    );
  });
});

describe('sessions', () => {
  let served: Served;
  let admin: Desk;
  let now = Date.now();

  beforeAll(async () => {
    served = await serve({ now: () => now });
    admin = httpDesk(served);
    await setUp(admin);
  });
  afterAll(() => served.close());

  const loginRaw = (name: string, password: string): Promise<Response> =>
    fetch(`${served.base}/api/session/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password }),
    });

  it('sets a cookie that no script and no other site gets', async () => {
    const response = await loginRaw('boss', adminPassword);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^caredesk_[\w-]{36}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    expect(await response.text()).not.toContain(cookie.slice(50, 80));
  });

  it('keeps no token and no password in any file', async () => {
    const response = await loginRaw('boss', adminPassword);
    const token = /=([\w-]{43});/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? 'none';
    expect(token).not.toBe('none');
    const files = readdirSync(served.dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name), 'latin1');
      for (const secret of [token, adminPassword, staffPassword]) expect(bytes.includes(secret), file.name).toBe(false);
    }
  });

  it('says the same of a wrong password and of an unknown name, in about the same time', async () => {
    now += 60 * 60_000;
    const timed = async (name: string) => {
      const from = performance.now();
      const response = await loginRaw(name, 'not the password');
      return { ms: performance.now() - from, status: response.status, body: await response.json() };
    };
    await timed('warm-up');
    const known = await timed('boss');
    const unknown = await timed('nobody-here');
    expect(known.status).toBe(401);
    expect({ ...unknown.body, traceId: '' }).toEqual({ ...known.body, traceId: '' });
    expect(unknown.ms).toBeGreaterThan(known.ms / 4);
  });

  it('refuses even the right password while attempts are slowed', async () => {
    now += 60 * 60_000;
    for (let i = 0; i < 3; i++) expect((await loginRaw('service', 'guess')).status).toBe(401);
    const slowed = await loginRaw('service', staffPassword);
    expect(slowed.status).toBe(429);
    expect(await slowed.json()).toMatchObject({
      code: 'TOO_MANY',
      data: { reason: 'too-many-attempts', values: { seconds: 1 } },
    });
    now += 1_100;
    expect((await loginRaw('service', staffPassword)).status).toBe(200);
  });

  it('ends with log-out, and with the person', async () => {
    const [mine, other] = [httpDesk(served), portDesk(served)];
    for (const desk of [mine, other]) await desk.login(...loginNameOf('reception'));
    for (const desk of [mine, other]) expect(codeOf(await desk.call('session.me', {}))).toBe('OK');
    await mine.call('session.logout', {});
    expect(codeOf(await mine.call('session.me', {}))).toBe('UNAUTHENTICATED');
    expect(codeOf(await other.call('session.me', {}))).toBe('OK');
    const list = await admin.call('staff.list', {});
    const rows =
      'output' in list
        ? (list.output as { rows: { id: string; name: string; version: number; displayName: string; role: string }[] })
            .rows
        : [];
    const person = rows.find((row) => row.name === 'reception');
    if (!person) throw new Error('reception is not on the staff');
    const { id, version, displayName, role } = person;
    expect(codeOf(await admin.call('staff.update', { id, version, displayName, role, active: false }))).toBe('OK');
    expect(codeOf(await other.call('session.me', {}))).toBe('UNAUTHENTICATED');
    other.close();
  });

  it('an old role is worth nothing from the next call on', async () => {
    const desk = httpDesk(served);
    await desk.login(...loginNameOf('manager'));
    expect(codeOf(await desk.call('imports.list', {}))).toBe('OK');
    const list = await admin.call('staff.list', {});
    const rows =
      'output' in list
        ? (list.output as { rows: { id: string; name: string; version: number; displayName: string }[] }).rows
        : [];
    const person = rows.find((row) => row.name === 'manager');
    if (!person) throw new Error('manager is not on the staff');
    const { id, version, displayName } = person;
    await admin.call('staff.update', { id, version, displayName, role: 'service', active: true });
    expect(codeOf(await desk.call('imports.list', {}))).toBe('UNAUTHENTICATED');
    await desk.login(...loginNameOf('manager'));
    expect(codeOf(await desk.call('imports.list', {}))).toBe('FORBIDDEN');
  });

  it('other software comes with a token until it is revoked', async () => {
    const made = await admin.call('tokens.add', { name: '仓库系统', role: 'service' });
    const { id, token } = ('output' in made ? made.output : {}) as { id: string; token: string };
    const queries = new Set(['customers.search', 'tokens.list', 'session.me']);
    const software = restDesk(served, queries, token);
    expect(codeOf(await software.call('customers.search', { q: '张' }))).toBe('OK');
    expect(codeOf(await software.call('tokens.list', {}))).toBe('FORBIDDEN');
    expect(codeOf(await restDesk(served, queries, `${token}x`).call('session.me', {}))).toBe('UNAUTHENTICATED');
    expect(codeOf(await admin.call('tokens.revoke', { id }))).toBe('OK');
    expect(codeOf(await software.call('customers.search', { q: '张' }))).toBe('UNAUTHENTICATED');
  });

  it('cannot be set up twice', async () => {
    const again = await httpDesk(served).call('session.setup', {
      storeName: '别人',
      admin: 'mallory',
      password: 'Quite-fine-77',
    });
    expect(codeOf(again)).toBe('CONFLICT');
  });
});

describe('the first run', () => {
  it('asks for a name and takes no weak password', async () => {
    const served = await serve();
    try {
      const desk = httpDesk(served);
      const before = await desk.call('session.state', {});
      expect(before).toMatchObject({ output: { setup: true, demo: false, demoAccounts: [], me: null } });
      for (const [password, reason] of [
        ['12345678', 'password-common'],
        ['admin2026', 'password-is-name'],
      ]) {
        const weak = await desk.call('session.setup', { storeName: '新店', admin: 'admin', password });
        expect(weak).toMatchObject({ error: { code: 'VALIDATION', data: { fields: [{ path: 'password', reason }] } } });
      }
      expect(
        codeOf(await desk.call('session.setup', { storeName: '新店', admin: 'admin', password: adminPassword })),
      ).toBe('OK');
      expect(await desk.call('session.state', {})).toMatchObject({
        output: { setup: false, storeName: '新店', me: { name: 'admin', role: 'admin' } },
      });
    } finally {
      await served.close();
    }
  });
});
