import type { WebContentsPrintOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { PrintState } from '../../db/contract/shell.ts';
import { PrintJobs, type PrintWindow } from '../../electron/main/printJobs.ts';
import { printWindowOptions } from '../../electron/main/windowOptions.ts';

interface FakeWindow extends PrintWindow {
  readonly log: unknown[];
  gone(): void;
}

const ready: PrintState = { state: 'ready', pages: 2, width: 85_600, height: 53_980 };
const page = '#/card?ids=018f6b3e-0000-7000-8000-000000000001&printer=018f6b3e-0000-7000-8000-000000000002';

/** Windows as Electron has them, without Electron; `answer` is what the printer's driver says. */
const open = (answer: { taken: boolean; reason: string } = { taken: true, reason: '' }, loads = true) => {
  const windows: FakeWindow[] = [];
  const told: unknown[] = [];
  const failures: string[] = [];
  const jobs = new PrintJobs({
    openWindow: () => {
      const log: unknown[] = [];
      let tellGone = (): void => {};
      const window: FakeWindow = {
        id: 100 + windows.length,
        log,
        load: async (address) => {
          log.push(['load', address]);
          if (!loads) throw new Error('no such page');
        },
        show: () => log.push('show'),
        print: async (options: WebContentsPrintOptions) => {
          log.push(['print', options]);
          return answer;
        },
        close: () => log.push('close'),
        onGone: (listener) => {
          tellGone = listener;
        },
        gone: () => tellGone(),
      };
      windows.push(window);
      return window;
    },
    tell: (desk, state) => told.push([desk, state]),
    failed: (reason) => failures.push(reason),
  });
  const window = (at: number): FakeWindow => {
    const found = windows[at];
    if (!found) throw new Error(`window ${at} was not opened`);
    return found;
  };
  return { jobs, windows, window, told, failures };
};

describe('a print job of the shell', () => {
  it('is prepared unseen, and printed silently to the printer that was chosen', async () => {
    const { jobs, window, told } = open();
    const prepared = jobs.prepare(1, page);
    expect(jobs.deskOf(100)).toBe(1);
    jobs.hear(100, { state: 'working', done: 2, total: 4 });
    jobs.hear(100, ready);
    expect(await prepared).toEqual(ready);
    expect(told).toEqual([
      [1, { state: 'working', done: 2, total: 4 }],
      [1, ready],
    ]);
    expect(await jobs.print(1, 'Evolis Primacy')).toBe('handedOver');
    expect(window(0).log).toEqual([
      ['load', `app://caredesk/print.html${page}`],
      [
        'print',
        {
          silent: true,
          deviceName: 'Evolis Primacy',
          printBackground: true,
          color: true,
          margins: { marginType: 'none' },
          pageSize: { width: 85_600, height: 53_980 },
        },
      ],
      'close',
    ]);
    expect(jobs.has(100)).toBe(false);
  });

  it('is shown with the system’s dialog where no printer was chosen', async () => {
    const { jobs, window } = open();
    const prepared = jobs.prepare(1, page);
    jobs.hear(100, ready);
    await prepared;
    expect(await jobs.print(1, null)).toBe('handedOver');
    expect(window(0).log.slice(1)).toMatchObject(['show', ['print', { silent: false }], 'close']);
    expect(JSON.stringify(window(0).log)).not.toContain('deviceName');
  });

  it.each([
    ['Print job canceled', 'cancelled', []],
    ['Invalid printer settings', 'failed', ['Invalid printer settings']],
  ] as const)('that ends with “%s” is %s', async (reason, outcome, said) => {
    const { jobs, failures } = open({ taken: false, reason });
    const prepared = jobs.prepare(1, page);
    jobs.hear(100, ready);
    await prepared;
    expect(await jobs.print(1, 'x')).toBe(outcome);
    expect(failures).toEqual(said);
    expect(await jobs.print(1, 'x')).toBe('failed');
  });

  it('ends where it is cancelled, its window is closed, its page fails or does not load, or another takes its place', async () => {
    const { jobs, window, windows } = open();
    const cancelled = jobs.prepare(1, page);
    jobs.cancel(1);
    expect(await cancelled).toEqual({ state: 'cancelled' });
    const closed = jobs.prepare(1, page);
    window(1).gone();
    expect(await closed).toEqual({ state: 'cancelled' });
    const failed = jobs.prepare(1, page);
    const failure: PrintState = { state: 'failed', code: 'NOT_FOUND', data: { reason: 'card-not-found' } };
    jobs.hear(102, failure);
    expect(await failed).toEqual(failure);
    const first = jobs.prepare(1, page);
    const others = jobs.prepare(2, page);
    const second = jobs.prepare(1, page);
    expect(await first).toEqual({ state: 'cancelled' });
    expect([jobs.has(104), jobs.deskOf(104)]).toEqual([true, 2]);
    jobs.cancel(1);
    jobs.cancel(2);
    await Promise.all([others, second]);
    expect(windows.map(({ log }) => log.filter((line) => line === 'close').length)).toEqual(windows.map(() => 1));

    const missing = open(undefined, false);
    expect(await missing.jobs.prepare(1, page)).toEqual({ state: 'failed', code: 'INTERNAL', data: {} });
    expect(missing.failures).toEqual(['no such page']);
  });

  it.each([
    null,
    7,
    '',
    '#/',
    '/card',
    'https://example.com/#/card?x',
    '#/card?ids=<script>',
    '#/../index.html?',
    `#/card?ids=${'a'.repeat(17_000)}`,
  ])('is of a page of ours: not %j', async (other) => {
    const { jobs, windows } = open();
    await expect(jobs.prepare(1, other)).rejects.toThrow('no print page');
    expect(windows).toEqual([]);
  });

  it('takes two hundred cards', async () => {
    const { jobs } = open();
    const ids = Array.from({ length: 200 }, () => crypto.randomUUID()).join(',');
    const prepared = jobs.prepare(1, `#/card?${new URLSearchParams({ ids }).toString()}`);
    jobs.hear(100, ready);
    expect(await prepared).toEqual(ready);
  });

  it('believes only what has the shape of a state, from its own window', async () => {
    const { jobs, told } = open();
    void jobs.prepare(1, page);
    for (const said of [
      null,
      'ready',
      {},
      { state: 'done' },
      { state: 'ready', pages: -1, width: 1, height: 1 },
      { state: 'working', done: 'x', total: 1 },
      { state: 'failed', code: 1, data: {} },
    ])
      jobs.hear(100, said);
    jobs.hear(99, ready);
    expect(told).toEqual([]);
  });

  it('has a window as locked up as the desk’s, that works unseen', () => {
    const { show, webPreferences } = printWindowOptions({
      title: 't',
      preload: '/p.cjs',
      icon: null,
      withDevTools: false,
    });
    expect(show).toBe(false);
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      backgroundThrottling: false,
      preload: '/p.cjs',
    });
  });
});
