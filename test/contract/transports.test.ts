import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicEntries } from '../../electron/host/entries.ts';
import {
  adminPassword,
  type Desk,
  httpDesk,
  type Outcome,
  portDesk,
  restDesk,
  type Served,
  serve,
  setUp,
} from './desk.ts';

const queries = new Set(publicEntries.filter(({ meta }) => meta.kind === 'query').map(({ name }) => name));

let served: Served;
let desks: Desk[];

beforeAll(async () => {
  served = await serve();
  const [first, ...rest] = [httpDesk(served), portDesk(served), restDesk(served, queries)];
  if (!first) throw new Error('no desk');
  await setUp(first);
  for (const desk of rest) await desk.login('boss', adminPassword);
  desks = [inlineDesk(), first, ...rest];
});
afterAll(async () => {
  for (const desk of desks) desk.close();
  await served.close();
});

/** The store itself, called as the host calls it. */
const inlineDesk = (): Desk => {
  const actor = {
    kind: 'staff',
    id: '01a20000-0000-7000-8000-000000000001',
    name: 'boss',
    role: 'admin',
    desk: 'test',
  } as const;
  const call = async (name: string, input: unknown): Promise<Outcome> => {
    try {
      return { output: await served.host.store.call(name, input, actor) };
    } catch (error) {
      return { error: error as { code: string; data: Record<string, unknown> } };
    }
  };
  return { label: 'inline', call, login: async () => ({ output: {} }), close: () => {} };
};

const output = <T>(outcome: Outcome): T => {
  if ('error' in outcome) throw new Error(JSON.stringify(outcome.error));
  return outcome.output as T;
};
const errorOf = (outcome: Outcome) => ('error' in outcome ? outcome.error : null);
const withoutTrace = (outcome: Outcome) => {
  const error = errorOf(outcome);
  if (!error) return null;
  const { traceId: _, ...data } = error.data;
  return { code: error.code, data };
};

describe('one contract over the store, a port, HTTP and REST', () => {
  it('a customer added at each is found at all', async () => {
    const names = ['欧阳静宜', '司马青山', '诸葛明亮', '上官婉清'];
    for (const [index, desk] of desks.entries()) {
      const added = output<{ id: string; version: number }>(
        await desk.call('customers.add', { name: names[index], kind: 'person' }),
      );
      expect(added.version, desk.label).toBe(1);
    }
    for (const desk of desks) {
      for (const name of names) {
        const { hits } = output<{ hits: { name: string }[] }>(await desk.call('customers.search', { q: name }));
        expect(
          hits.map((hit) => hit.name),
          desk.label,
        ).toEqual([name]);
      }
    }
  });

  it('gives the same answer at each', async () => {
    const [first, ...rest] = desks;
    for (const [name, input] of [
      ['customers.list', { filter: { kind: 'person' }, limit: 3, sort: 'name' }],
      ['settings.get', {}],
      ['home.today', {}],
    ] as const) {
      const expected = output(await (first as Desk).call(name, input));
      for (const desk of rest) expect(output(await desk.call(name, input)), `${desk.label} ${name}`).toEqual(expected);
    }
  });

  it('refuses the same at each, as {code, data}', async () => {
    const cases: [string, unknown, string][] = [
      ['customers.get', { id: '01a20000-0000-7000-8000-00000000dead' }, 'NOT_FOUND'],
      ['customers.get', { id: 'not-an-id' }, 'VALIDATION'],
      ['customers.addNote', { id: '01a20000-0000-7000-8000-00000000dead', text: '' }, 'VALIDATION'],
      ['customers.tag', { id: '01a20000-0000-7000-8000-00000000dead', add: ['x'] }, 'NOT_FOUND'],
    ];
    for (const [name, input, code] of cases) {
      for (const desk of desks) {
        const error = errorOf(await desk.call(name, input));
        expect(error?.code, `${desk.label} ${name}`).toBe(code);
      }
    }
    // reasons, too, wherever the host reads the input
    const [, ...transports] = desks;
    const [expected, ...others] = await Promise.all(
      transports.map(async (desk) => withoutTrace(await desk.call('customers.get', { id: 'x', zz: 1 }))),
    );
    expect(expected?.data).toEqual({
      fields: [
        { path: 'id', reason: 'invalid-format' },
        { path: 'zz', reason: 'unknown-field' },
      ],
    });
    for (const other of others) expect(other).toEqual(expected);
  });

  it('the same requestId twice is one change, with another input a conflict', async () => {
    for (const desk of desks) {
      const requestId = crypto.randomUUID();
      const name = `重发 ${desk.label}`;
      const once = output<{ id: string }>(await desk.call('customers.add', { requestId, name }));
      const twice = output<{ id: string }>(await desk.call('customers.add', { requestId, name }));
      expect(twice.id, desk.label).toBe(once.id);
      expect(errorOf(await desk.call('customers.add', { requestId, name: `${name} 2` }))?.code, desk.label).toBe(
        'CONFLICT',
      );
    }
  });

  it('what one desk changes every other hears', async () => {
    const [, http, port] = desks;
    for (const listener of [http, port]) {
      if (!listener) continue;
      const stream = output<AsyncIterableIterator<{ type: string; topics?: string[] }>>(
        await listener.call('events.changes', {}),
      );
      expect((await stream.next()).value).toEqual({ type: 'ready' });
      const heard = stream.next();
      output(await (desks[0] as Desk).call('customers.add', { name: `听见 ${listener.label}` }));
      const event = (await heard).value;
      expect(event.type, listener.label).toBe('changed');
      expect(event.topics, listener.label).toContain('customers');
      await stream.return?.();
    }
  });

  it('a port that logs out is nobody', async () => {
    const desk = portDesk(served);
    expect(errorOf(await desk.call('session.me', {}))?.code).toBe('UNAUTHENTICATED');
    output(await desk.login('boss', adminPassword));
    expect(output<{ name: string }>(await desk.call('session.me', {})).name).toBe('boss');
    output(await desk.call('session.logout', {}));
    expect(errorOf(await desk.call('session.me', {}))?.code).toBe('UNAUTHENTICATED');
    desk.close();
  });
});
