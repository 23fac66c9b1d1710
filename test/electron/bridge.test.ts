import { describe, expect, it } from 'vitest';
import { type ShellBridge, shellChannels } from '../../db/contract/shell.ts';
import { type DeskMessage, serveBridge } from '../../electron/main/deskBridge.ts';
import { exposeBridge } from '../../electron/preload/exposeBridge.ts';

describe('the main process’s end', () => {
  const served = (connects = true) => {
    const heard = new Map<string, (message: DeskMessage<string>, ...values: unknown[]) => void>();
    const log: unknown[] = [];
    serveBridge<string>(
      { on: (channel, listener) => heard.set(channel, listener) },
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
    return { heard, log, from };
  };

  it('hears two messages', () => {
    expect([...served().heard.keys()].sort()).toEqual([shellChannels.connect, shellChannels.language]);
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
      },
      { location: { origin: 'app://caredesk' }, postMessage: (...sent) => void log.push(['posted', ...sent]) },
    );
    const emit = (channel: string, ...values: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({ ports: ['port'] as never }, ...values);
    };
    if (!bridge) throw new Error('nothing was exposed');
    return { bridge, log, emit };
  };

  it('has four functions and no more', () => {
    const { bridge, log } = exposed();
    expect(log).toEqual([['exposed', 'caredesk']]);
    expect(Object.keys(bridge).sort()).toEqual(['connect', 'onAway', 'onCommand', 'setLanguage']);
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
