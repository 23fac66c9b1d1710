import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { publicEntries } from '../../electron/host/entries.ts';
import type { Log } from '../../electron/host/log.ts';
import { adminPassword, type Desk, httpDesk, portDesk, restDesk, type Served, serve, setUp } from './desk.ts';

const stacks: string[] = [];
const log: Log = {
  info: () => {},
  warn: () => {},
  error: (message, _facts, error) => void stacks.push(`${message} ${String(error)}`),
};
const queries = new Set(publicEntries.filter(({ meta }) => meta.kind === 'query').map(({ name }) => name));

let served: Served;
let desks: Desk[];

beforeAll(async () => {
  served = await serve({ log });
  const http = httpDesk(served);
  await setUp(http);
  const [port, rest] = [portDesk(served), restDesk(served, queries)];
  for (const desk of [port, rest]) await desk.login('boss', adminPassword);
  desks = [http, port, rest];
});
afterAll(async () => {
  for (const desk of desks) desk.close();
  await served.close();
});

const nasty = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '\ud800',
  "'; DROP TABLE customer;--",
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '=cmd|calc',
  '%s%n',
  '𠮷'.repeat(500),
  '__proto__',
  'constructor',
);
const value = fc.oneof(
  { maxDepth: 2 },
  nasty,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, -1, 1e308, 2 ** 53, 0.1, [], {}, [[]], 'x'.repeat(5000)),
);

/** An input with some of the entry's own fields filled with junk, or no object at all. */
const junkFor = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  const shape = 'shape' in schema ? Object.keys(schema.shape as object) : [];
  const fields = fc.dictionary(fc.constantFrom(...shape, 'requestId', 'zz', 'toString', 'constructor'), value, {
    maxKeys: 4,
  });
  return fc
    .oneof({ weight: 4, arbitrary: fields }, { weight: 1, arbitrary: value })
    .filter((input) => !schema.safeParse(input).success);
};

const hasStack = (text: string): boolean => /\bat .*:\d+:\d+|node_modules|\.ts:\d+|SQLITE|ZodError/.test(text);

describe('junk at any entry', () => {
  it.each(publicEntries.map(({ name, procedure }) => ({ name, schema: procedure['~orpc'].inputSchema as z.ZodType })))(
    '$name answers VALIDATION with fields or a reason',
    async ({ name, schema }) => {
      const samples = fc.sample(junkFor(schema), { numRuns: 12, seed: 20_261_122 });
      for (const desk of desks) {
        for (const input of samples) {
          // a GET carries fields only: what is no object cannot be said there
          if (desk.label === 'REST' && queries.has(name)) continue;
          if (desk.label === 'REST' && input === undefined) continue;
          const outcome = await desk.call(name, input);
          const told = JSON.stringify(outcome);
          expect(
            'error' in outcome && outcome.error.code,
            `${desk.label} ${name} ${JSON.stringify(input)} → ${told}`,
          ).toBe('VALIDATION');
          expect(hasStack(told), told).toBe(false);
          if ('error' in outcome)
            expect(outcome.error.data['fields'] ?? outcome.error.data['reason'], told).toBeTruthy();
        }
      }
      expect(stacks).toEqual([]);
    },
  );

  it.each([...queries].map((name) => ({ name })))('$name answers junk parameters with VALIDATION', async ({ name }) => {
    const parameters = [
      'zz=1',
      'limit=%00&zz=1',
      '=&=',
      'id[a][b]=1',
      'filter=5&zz=',
      'zz[9999999999]=1',
      'zz[__proto__][polluted]=1',
      'q=%FF',
      'q=%',
      `zz=${'9'.repeat(5000)}`,
    ];
    const cookie = await cookieOf();
    for (const parameter of parameters) {
      const response = await fetch(`${served.base}/api/${name.replace('.', '/')}?${parameter}`, {
        headers: { cookie },
      });
      const body = await response.text();
      expect(response.status, `${name}?${parameter} ${body}`).toBe(400);
      expect(JSON.parse(body).code).toBe('VALIDATION');
      expect(hasStack(body), body).toBe(false);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

let cookie: string | null = null;
const cookieOf = async (): Promise<string> => {
  cookie ??= (
    await fetch(`${served.base}/api/session/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'boss', password: adminPassword }),
    })
  ).headers.get('set-cookie');
  return (cookie ?? '').split(';')[0] ?? '';
};

describe('bodies that are no input', () => {
  const send = async (path: string, body: BodyInit, type = 'application/json') => {
    const response = await fetch(`${served.base}${path}`, {
      method: 'POST',
      headers: { cookie: await cookieOf(), 'content-type': type },
      body,
    });
    const text = await response.text();
    expect(hasStack(text), text).toBe(false);
    const json = JSON.parse(text);
    return {
      status: response.status,
      code: (json.json ?? json).code as string,
      reason: (json.json ?? json).data.reason as string,
    };
  };
  const paths = ['/api/customers/add', '/rpc/customers/add'];

  it.each([
    ['cut off', '{"name": "a', 'input-malformed'],
    ['no JSON', 'name=a', 'input-malformed'],
    ['no UTF-8', new Uint8Array([0x7b, 0x22, 0x61, 0xff, 0xfe, 0x22, 0x7d]), 'input-not-utf8'],
    ['GB18030', new Uint8Array([0x7b, 0x22, 0xc0, 0xee, 0x22, 0x3a, 0x31, 0x7d]), 'input-not-utf8'],
    ['too deep', '['.repeat(100_000) + ']'.repeat(100_000), 'input-too-deep'],
    ['a prototype', '{"json":{"name":"a"},"name":"a","__proto__":{"admin":true}}', 'input-key-invalid'],
  ])('%s', async (_label, body, reason) => {
    for (const path of paths) expect(await send(path, body), path).toEqual({ status: 400, code: 'VALIDATION', reason });
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it.each([
    'null',
    '5',
    '[]',
    '"x"',
    '{"json":{"q":"a"},"meta":5}',
    '{"json":{"q":"a"},"meta":[[6,"__proto__","x"]]}',
    '{"json":{"q":"a"},"meta":[[1,"q"],[0,"q"]]}',
  ])('an envelope that is none: %s', async (body) => {
    expect(await send('/rpc/customers/search', body)).toMatchObject({ status: 400, code: 'VALIDATION' });
  });

  it.each([
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/json; charset=gbk',
    'text/event-stream',
  ])('content type %s is UNSUPPORTED', async (type) => {
    for (const path of paths)
      expect(await send(path, '{}', type), path).toMatchObject({ status: 415, code: 'UNSUPPORTED' });
  });

  it('a body over 1 MB is TOO_LARGE, declared or not', async () => {
    const body = JSON.stringify({ name: 'a'.repeat(1_100_000) });
    for (const path of paths) {
      expect(await send(path, body), path).toMatchObject({ status: 413, code: 'TOO_LARGE' });
      const response = await fetch(`${served.base}${path}`, {
        method: 'POST',
        headers: { cookie: await cookieOf(), 'content-type': 'application/json' },
        body: new Blob([body]).stream(),
        duplex: 'half',
      } as RequestInit);
      expect(response.status, path).toBe(413);
    }
  });
});
