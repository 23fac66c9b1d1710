import { describe, expect, it } from 'vitest';
import { type ShellBridge, shellChannels } from '../../db/contract/shell.ts';
import { type DeskMessage, serveBridge } from '../../electron/main/deskBridge.ts';
import type { Sender } from '../../electron/main/guards.ts';
import { exposeBridge } from '../../electron/preload/exposeBridge.ts';

describe('the main process’s end', () => {
  const served = (connects = true) => {
    const heard = new Map<string, (message: DeskMessage<string>, ...values: unknown[]) => void>();
    const answers = new Map<string, (message: Sender, ...values: unknown[]) => Promise<unknown>>();
    const log: unknown[] = [];
    serveBridge<string>(
      {
        on: (channel, listener) => heard.set(channel, listener),
        handle: (channel, listener) => answers.set(channel, listener),
      },
      {
        windows: new Set([1]),
        newChannel: () => ({ port1: 'hosts', port2: 'pages' }),
        host: {
          connect: (desk, port) => {
            if (connects) log.push(['host', desk, port]);
            return connects;
          },
          trouble: { code: 'BUSY', data: { reason: 'store-held' } },
        },
        onLanguage: (language) => log.push(['language', language]),
        printers: async () => [{ name: 'Evolis', label: 'Evolis' }],
        // window 9 prints for desk 1
        printing: {
          has: (contents) => contents === 9,
          deskOf: (contents) => (contents === 9 ? 1 : null),
          prepare: async (desk, page) => {
            log.push(['prepare', desk, page]);
            return { state: 'cancelled' };
          },
          print: async (desk, printer) => {
            log.push(['print', desk, printer]);
            return 'handedOver';
          },
          cancel: (desk) => log.push(['cancel', desk]),
          hear: (contents, state) => log.push(['hear', contents, state]),
        },
        refused: (what) => log.push(['refused', what]),
      },
    );
    const frame = {
      url: 'app://caredesk/#/',
      origin: 'app://caredesk',
      parent: null as unknown,
      postMessage: (...sent: unknown[]) => void log.push(['frame', ...sent]),
    };
    const from = (changed: Partial<typeof frame> | null = {}, id = 1): DeskMessage<string> => ({
      sender: { id, send: (...sent: unknown[]) => void log.push(['contents', ...sent]) },
      senderFrame: changed === null ? null : { ...frame, ...changed },
    });
    return { heard, answers, log, from };
  };

  it('hears four messages and answers three', () => {
    const { heard, answers } = served();
    const { connect, language, cancelPrint, printState, preparePrint, print, printers } = shellChannels;
    expect([...heard.keys()].sort()).toEqual([connect, language, cancelPrint, printState].sort());
    expect([...answers.keys()].sort()).toEqual([preparePrint, print, printers].sort());
  });

  const printPage = { url: 'app://caredesk/print.html#/card?ids=1' };

  it('gives a window that prints the session of the desk it prints for', () => {
    const { heard, log, from } = served();
    heard.get(shellChannels.connect)?.(from(printPage, 9));
    expect(log[0]).toEqual(['host', 1, 'hosts']);
  });

  it('prints for the desk alone, and hears how far a print page is from that page alone', async () => {
    const { heard, answers, log, from } = served();
    const ask = (channel: string, sender: Sender, value?: unknown) => answers.get(channel)?.(sender, value);
    expect(await ask(shellChannels.printers, from())).toEqual([{ name: 'Evolis', label: 'Evolis' }]);
    expect(await ask(shellChannels.preparePrint, from(), '#/card?ids=1')).toEqual({ state: 'cancelled' });
    expect(await ask(shellChannels.print, from(), 'Evolis')).toBe('handedOver');
    heard.get(shellChannels.cancelPrint)?.(from());
    heard.get(shellChannels.printState)?.(from(printPage, 9), { state: 'working', done: 1, total: 2 });
    expect(log).toEqual([
      ['prepare', 1, '#/card?ids=1'],
      ['print', 1, 'Evolis'],
      ['cancel', 1],
      ['hear', 9, { state: 'working', done: 1, total: 2 }],
    ]);

    log.length = 0;
    const strangers = [from(null), from({}, 2), from(printPage, 9), from({ parent: {} }), from({ origin: 'null' })];
    for (const stranger of strangers) {
      for (const channel of answers.keys()) await expect(ask(channel, stranger)).rejects.toThrow('refused');
      heard.get(shellChannels.cancelPrint)?.(stranger);
    }
    for (const stranger of [from(), from(printPage), from({}, 9), from({ ...printPage, parent: {} }, 9)]) {
      heard.get(shellChannels.printState)?.(stranger, { state: 'ready', pages: 1, width: 1, height: 1 });
    }
    expect(log.every((line) => (line as string[])[0] === 'refused')).toBe(true);
    expect(log).toHaveLength(strangers.length * 4 + 4);
  });

  it('gives one end of a channel to the host and the other to the frame that asked', () => {
    const { heard, log, from } = served();
    heard.get(shellChannels.connect)?.(from());
    expect(log).toEqual([
      ['host', 1, 'hosts'],
      ['frame', shellChannels.port, null, ['pages']],
    ]);
  });

  it('says why where there is no host', () => {
    const { heard, log, from } = served(false);
    heard.get(shellChannels.connect)?.(from());
    expect(log).toEqual([['contents', shellChannels.away, { code: 'BUSY', data: { reason: 'store-held' } }]]);
  });

  it('is deaf to other frames, pages and windows', () => {
    const { heard, log, from } = served();
    const strangers = [
      from(null),
      from({}, 2),
      from({ parent: {} }),
      from({ origin: 'null' }),
      from({ origin: 'https://example.com' }),
      from({ url: 'https://example.com/' }),
      from({ url: 'about:blank' }),
      from({ url: 'app://caredesk/print.html' }),
      from({}, 9),
    ];
    for (const stranger of strangers) {
      heard.get(shellChannels.connect)?.(stranger);
      heard.get(shellChannels.language)?.(stranger, 'en');
    }
    expect(log).toEqual(
      strangers.flatMap(() => [
        ['refused', 'message connect'],
        ['refused', 'message language'],
      ]),
    );
  });

  it('takes a language that it has', () => {
    const { heard, log, from } = served();
    for (const language of ['en', 'zh-CN', 'fr', null, { toString: () => 'en' }, '../x'])
      heard.get(shellChannels.language)?.(from(), language);
    expect(log.filter((line) => (line as string[])[0] === 'language')).toEqual([
      ['language', 'en'],
      ['language', 'zh-CN'],
    ]);
  });
});

describe('the preload’s end', () => {
  type Listener = (event: { readonly ports: MessagePort[] }, ...values: unknown[]) => void;
  const exposed = () => {
    const listeners = new Map<string, Set<Listener>>();
    const log: unknown[] = [];
    let bridge = null as ShellBridge | null;
    exposeBridge(
      (name, given) => {
        log.push(['exposed', name]);
        bridge = given;
      },
      {
        send: (...sent) => log.push(['sent', ...sent]),
        on: (channel, listener) => listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
        off: (channel, listener) => listeners.get(channel)?.delete(listener),
        invoke: async (...sent) => {
          log.push(['asked', ...sent]);
          return 'answered';
        },
      },
      { location: { origin: 'app://caredesk' }, postMessage: (...sent) => void log.push(['posted', ...sent]) },
    );
    const emit = (channel: string, ...values: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({ ports: ['port'] as never }, ...values);
    };
    if (!bridge) throw new Error('nothing was exposed');
    return { bridge, log, emit };
  };

  it('has these functions and no more', () => {
    const { bridge, log } = exposed();
    expect(log).toEqual([['exposed', 'caredesk']]);
    expect(Object.keys(bridge).sort()).toEqual([
      'cancelPrint',
      'connect',
      'onAway',
      'onCommand',
      'onPrintState',
      'preparePrint',
      'print',
      'printers',
      'sayPrintState',
      'setLanguage',
    ]);
    expect(Object.values(bridge).every((value) => typeof value === 'function')).toBe(true);
  });

  it('asks, and passes a port on to its own origin alone', () => {
    const { bridge, log, emit } = exposed();
    bridge.connect();
    emit(shellChannels.port);
    bridge.setLanguage('en');
    expect(log.slice(1)).toEqual([
      ['sent', shellChannels.connect],
      ['posted', 'caredesk:port', 'app://caredesk', ['port']],
      ['sent', shellChannels.language, 'en'],
    ]);
  });

  it('asks the main process to print and gives back what it answers', async () => {
    const { bridge, log, emit } = exposed();
    expect(await bridge.preparePrint('#/card?ids=1')).toBe('answered');
    expect(await bridge.print(null)).toBe('answered');
    expect(await bridge.printers()).toBe('answered');
    bridge.cancelPrint();
    bridge.sayPrintState({ state: 'working', done: 0, total: 2 });
    expect(log.slice(1)).toEqual([
      ['asked', shellChannels.preparePrint, '#/card?ids=1'],
      ['asked', shellChannels.print, null],
      ['asked', shellChannels.printers],
      ['sent', shellChannels.cancelPrint],
      ['sent', shellChannels.printState, { state: 'working', done: 0, total: 2 }],
    ]);
    const states: unknown[] = [];
    const stop = bridge.onPrintState((state) => states.push(state));
    emit(shellChannels.printState, { state: 'working', done: 1, total: 2 });
    stop();
    emit(shellChannels.printState, { state: 'working', done: 2, total: 2 });
    expect(states).toEqual([{ state: 'working', done: 1, total: 2 }]);
  });

  it('tells what it hears without the event, until it is no longer wanted', () => {
    const { bridge, emit } = exposed();
    const heard: unknown[][] = [];
    const stop = bridge.onAway((...values) => heard.push(values));
    bridge.onCommand((...values) => heard.push(values));
    emit(shellChannels.away, { code: 'BUSY', data: {} }, 'more');
    emit(shellChannels.away);
    emit(shellChannels.command, 'imports.open');
    emit(shellChannels.command, { id: 'x' });
    stop();
    emit(shellChannels.away, null);
    expect(heard).toEqual([[{ code: 'BUSY', data: {} }], [null], ['imports.open']]);
  });
});
