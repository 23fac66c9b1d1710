import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskEvent } from '../../db/contract/events.ts';
import type { Store } from '../../db/store/types.ts';
import { DeskEvents } from '../../electron/host/events.ts';
import { adminPassword, type Desk, httpDesk, type Served, serve, setUp } from './desk.ts';

/** Reads `data:` lines of an event stream. */
const eventsOf = (response: Response) => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  return async (): Promise<DeskEvent | null> => {
    for (;;) {
      const line = /^data: (.*)\n\n/m.exec(rest);
      if (line) {
        rest = rest.slice(line.index + line[0].length);
        return JSON.parse(line[1] ?? '');
      }
      const part = await reader?.read();
      if (!part || part.done) return null;
      rest += part.value;
    }
  };
};

describe('/api/events', () => {
  let served: Served;
  let desk: Desk;
  let cookie: string;

  beforeAll(async () => {
    served = await serve();
    desk = httpDesk(served);
    await setUp(desk);
    const response = await fetch(`${served.base}/api/session/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'boss', password: adminPassword }),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  });
  afterAll(() => served.close());

  const open = async (stop: AbortController): Promise<() => Promise<DeskEvent | null>> => {
    const response = await fetch(`${served.base}/api/events`, { headers: { cookie }, signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    return eventsOf(response);
  };

  it('is for those who are logged in', async () => {
    const response = await fetch(`${served.base}/api/events`);
    expect(response.status).toBe(401);
    await response.body?.cancel();
  });

  it('says ready, then what changed, to every desk', async () => {
    const stop = new AbortController();
    const streams = [await open(stop), await open(stop)];
    for (const next of streams) expect(await next()).toEqual({ type: 'ready' });
    await desk.call('customers.add', { name: '闻讯' });
    for (const next of streams) {
      const event = await next();
      expect(event).toMatchObject({ type: 'changed' });
      expect(event?.type === 'changed' && event.topics).toContain('customers');
    }
    stop.abort();
    await expect.poll(() => served.host.services.events.listeners, { timeout: 5000 }).toBe(0);
  });

  it('ends with the session', async () => {
    const login = await fetch(`${served.base}/api/session/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'boss', password: adminPassword }),
    });
    const own = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const response = await fetch(`${served.base}/api/events`, { headers: { cookie: own } });
    const next = eventsOf(response);
    expect(await next()).toEqual({ type: 'ready' });
    await fetch(`${served.base}/api/session/logout`, {
      method: 'POST',
      headers: { cookie: own, 'content-type': 'application/json' },
      body: '{}',
    });
    // the next change of the staff makes every stream look at its session
    await desk.call('staff.add', { name: 'zhou', role: 'service', password: 'Warm-lake-7781' });
    for (let event = await next(); event !== null; event = await next()) expect(event.type).toBe('changed');
  });
});

describe('a desk that does not listen', () => {
  const quiet: Store = { dataDir: '', call: async () => null, onEvent: () => () => {}, close: async () => {} };
  const yes = async () => true;

  it('is told once of a thousand changes', async () => {
    const events = new DeskEvents(quiet);
    const stream = events.stream(undefined, yes);
    expect((await stream.next()).value).toEqual({ type: 'ready' });
    for (let i = 0; i < 1000; i++) events.emit({ type: 'changed', topics: ['customers', `customer:${i}`] });
    for (let i = 0; i < 50; i++)
      events.emit({ type: 'import', importId: 'a', phase: 'write', done: i, total: 50, state: 'applying' });
    expect((await stream.next()).value).toMatchObject({ type: 'import', done: 49 });
    const changed = (await stream.next()).value;
    expect(changed?.type === 'changed' && new Set(changed.topics)).toSatisfy(
      (topics: Set<string>) => topics.has('customers') && topics.has('customer'),
    );
    expect(changed?.type === 'changed' && changed.topics.length).toBeLessThanOrEqual(202);
    events.close();
    expect((await stream.next()).done).toBe(true);
  });
});
