import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noLog } from '../../electron/host/log.ts';
import type { FromHost, ToHost } from '../../electron/host/shellProtocol.ts';
import { type HostChild, HostProcess } from '../../electron/main/hostProcess.ts';

class FakeChild implements HostChild<string> {
  readonly sent: { readonly message: ToHost; readonly ports: string[] }[] = [];
  killed = false;
  readonly #listeners = new Map<string, (value: never) => void>();

  on(event: string, listener: (value: never) => void): void {
    this.#listeners.set(event, listener);
  }
  postMessage(message: ToHost, ports: string[] = []): void {
    this.sent.push({ message, ports });
  }
  kill(): boolean {
    this.killed = true;
    return true;
  }
  says(message: FromHost): void {
    this.#listeners.get('message')?.(message as never);
  }
  ends(code = 1): void {
    this.#listeners.get('exit')?.(code as never);
  }
}

const children: FakeChild[] = [];
const aways: unknown[] = [];
const last = (): FakeChild => children.at(-1) as FakeChild;
const make = () =>
  new HostProcess<string>({
    fork: () => {
      const child = new FakeChild();
      children.push(child);
      return child;
    },
    start: { dataDir: '/d', demo: false, httpPort: null },
    onAway: (trouble) => aways.push(trouble),
    log: noLog,
  });

beforeEach(() => {
  vi.useFakeTimers();
  children.length = 0;
  aways.length = 0;
});
afterEach(() => vi.useRealTimers());

describe('the host’s process', () => {
  it('is told where the data lies, and handed each desk’s port with the session it had', () => {
    const host = make();
    host.start();
    host.start();
    expect(children).toHaveLength(1);
    expect(host.connect(1, 'port a')).toBe(true);
    last().says({ type: 'session', desk: 1, token: 'secret' });
    host.connect(1, 'port b');
    host.connect(2, 'port c');
    last().says({ type: 'session', desk: 1, token: null });
    host.connect(1, 'port d');
    expect(last().sent).toEqual([
      { message: { type: 'start', dataDir: '/d', demo: false, httpPort: null }, ports: [] },
      { message: { type: 'desk', desk: 1, session: null }, ports: ['port a'] },
      { message: { type: 'desk', desk: 1, session: 'secret' }, ports: ['port b'] },
      { message: { type: 'desk', desk: 2, session: null }, ports: ['port c'] },
      { message: { type: 'desk', desk: 1, session: null }, ports: ['port d'] },
    ]);
  });

  it('is started again, later each time it ends at once, at the first wait again after a steady run', () => {
    const host = make();
    host.start();
    for (const wait of [200, 1_000, 2_000, 5_000, 10_000, 10_000]) {
      const before = children.length;
      last().ends();
      expect(host.connect(1, 'port')).toBe(false);
      vi.advanceTimersByTime(wait - 1);
      expect(children).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(children).toHaveLength(before + 1);
    }
    expect(aways).toEqual([null, null, null, null, null, null]);
    vi.advanceTimersByTime(60_000);
    last().ends();
    vi.advanceTimersByTime(200);
    expect(children).toHaveLength(8);
  });

  it('says why it could not start, until it could', () => {
    const host = make();
    host.start();
    const trouble = { code: 'BUSY', data: { reason: 'store-held' } } as const;
    last().says({ type: 'failed', ...trouble });
    last().ends();
    expect(aways).toEqual([trouble]);
    expect(host.trouble).toEqual(trouble);
    vi.advanceTimersByTime(200);
    last().says({ type: 'ready', httpPort: 5178 });
    expect([host.trouble, host.httpPort]).toEqual([null, 5178]);
    last().ends();
    expect(aways).toEqual([trouble, null]);
    expect(host.httpPort).toBeNull();
  });

  it('keeps a session over a crash, and forgets it with its window', () => {
    const host = make();
    host.start();
    last().says({ type: 'session', desk: 1, token: 'secret' });
    last().ends();
    vi.advanceTimersByTime(200);
    host.connect(1, 'port');
    expect(last().sent.at(-1)?.message).toMatchObject({ session: 'secret' });
    host.forget(1);
    host.connect(1, 'port');
    expect(last().sent.at(-1)?.message).toMatchObject({ session: null });
  });

  it('closes when the shell quits, and is ended where it does not', async () => {
    const host = make();
    host.start();
    const stopped = host.stop();
    expect(host.stop()).toBe(stopped);
    expect(last().sent.at(-1)?.message).toEqual({ type: 'close' });
    expect(host.connect(1, 'port')).toBe(false);
    vi.advanceTimersByTime(9_999);
    expect(last().killed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(last().killed).toBe(true);
    last().ends();
    await stopped;
    vi.advanceTimersByTime(60_000);
    expect(children).toHaveLength(1);
    expect(aways).toEqual([]);
  });

  it('that waits to be started is not, once the shell quits', async () => {
    const host = make();
    host.start();
    last().ends();
    await host.stop();
    vi.advanceTimersByTime(60_000);
    expect(children).toHaveLength(1);
  });
});
