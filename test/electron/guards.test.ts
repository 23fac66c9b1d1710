import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeskPage, isOwnBlob, ownAddress } from '../../electron/main/appScheme.ts';
import {
  guardContents,
  guardSession,
  isFromDesk,
  mayPermit,
  mayRequest,
  outsideAddress,
} from '../../electron/main/guards.ts';

/** Addresses that are not ours, some of which try to look so. */
const foreign = [
  'https://example.com/',
  'http://127.0.0.1:5178/',
  'file:///etc/passwd',
  'app://caredesk.evil.test/',
  'app://evil.test/',
  'app://caredesk@evil.test/',
  'app://user:pass@caredesk/',
  'app://caredesk:81/',
  'app:caredesk/',
  'app:///caredesk/',
  'application://caredesk/',
  'http://app//caredesk/',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://example.com/1',
  'about:blank',
  'chrome://settings',
  'view-source:app://caredesk/',
  '',
  'app://',
];

describe('addresses', () => {
  it('ours are ours, with whatever stands behind the #', () => {
    for (const address of [
      'app://caredesk/',
      'app://caredesk',
      'app://caredesk/index.html',
      'app://caredesk/#/customers/5?a=b',
    ])
      expect(isDeskPage(address), address).toBe(true);
    expect(ownAddress('app://caredesk/assets/a.js')?.pathname).toBe('/assets/a.js');
  });

  it.each(foreign)('%j is not', (address) => {
    expect(ownAddress(address)).toBeNull();
    expect(isDeskPage(address)).toBe(false);
  });

  it('a part of the program is no page to go to', () => {
    for (const address of ['app://caredesk/assets/a.js', 'app://caredesk/api/openapi.json', 'app://caredesk/..%2f'])
      expect(isDeskPage(address), address).toBe(false);
  });

  it('whatever the text, at most the desk itself is ours', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `app://${text}`),
        ),
        (address) => {
          const url = ownAddress(address);
          if (url) expect([url.protocol, url.hostname, url.username, url.port]).toEqual(['app:', 'caredesk', '', '']);
        },
      ),
    );
  });
});

describe('a message from a page', () => {
  const frame = { url: 'app://caredesk/#/', origin: 'app://caredesk', parent: null };
  const windows = new Set([7]);
  const heard = (sender: number, senderFrame: Parameters<typeof isFromDesk>[0]['senderFrame']) =>
    isFromDesk({ sender: { id: sender }, senderFrame }, windows);

  it('counts from the top frame of the desk’s window', () => {
    expect(heard(7, frame)).toBe(true);
  });
  it('does not from other contents, a frame that is gone, a frame inside, or another page', () => {
    expect(heard(8, frame)).toBe(false);
    expect(heard(7, null)).toBe(false);
    expect(heard(7, { ...frame, parent: {} })).toBe(false);
    expect(heard(7, { ...frame, origin: 'null' })).toBe(false);
    expect(heard(7, { ...frame, origin: 'https://example.com' })).toBe(false);
    for (const url of foreign) expect(heard(7, { ...frame, url }), url).toBe(false);
  });
});

/** Electron's web contents, as far as they are guarded. */
const fakeContents = () => {
  const listeners = new Map<string, (event: Record<string, unknown>) => void>();
  let opens: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  return {
    contents: {
      on: (name: string, listener: never) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: never) => {
        opens = handler;
      },
    },
    /** whether it was let through */
    emit: (name: string, event: Record<string, unknown>): boolean => {
      let stopped = false;
      listeners.get(name)?.({
        ...event,
        preventDefault: () => {
          stopped = true;
        },
      });
      return !stopped;
    },
    open: (url: string) => opens({ url }),
  };
};

describe('what shows pages', () => {
  const guarded = (httpPort: number | null = 5178) => {
    const fake = fakeContents();
    const outside: string[] = [];
    const refused: string[] = [];
    guardContents(fake.contents as never, {
      httpPort: () => httpPort,
      openOutside: (address) => outside.push(address),
      refused: (what) => refused.push(what),
    });
    return { ...fake, outside, refused };
  };

  it('stays on the desk', () => {
    const { emit, refused } = guarded();
    expect(emit('will-frame-navigate', { url: 'app://caredesk/#/imports', isMainFrame: true })).toBe(true);
    for (const url of foreign) {
      expect(emit('will-frame-navigate', { url, isMainFrame: true }), url).toBe(false);
      expect(emit('will-redirect', { url, isMainFrame: true }), url).toBe(false);
    }
    expect(refused).toHaveLength(foreign.length * 2);
  });

  it('has no frames and no webviews', () => {
    const { emit } = guarded();
    expect(emit('will-frame-navigate', { url: 'app://caredesk/', isMainFrame: false })).toBe(false);
    expect(emit('will-attach-webview', {})).toBe(false);
  });

  it('opens no windows; the API’s description opens outside, from loopback', () => {
    const { open, outside, refused } = guarded(6001);
    for (const url of [...foreign, 'app://caredesk/', 'app://caredesk/api/openapi.json.evil'])
      expect(open(url), url).toEqual({ action: 'deny' });
    expect(outside).toEqual([]);
    expect(refused.every((what) => what === 'window')).toBe(true);
    expect(open('app://caredesk/api/openapi.json')).toEqual({ action: 'deny' });
    expect(outside).toEqual(['http://127.0.0.1:6001/api/openapi.json']);
    expect(outsideAddress('app://caredesk/api/openapi.json', null)).toBeNull();
  });
});

describe('what pages share', () => {
  it('is permitted to copy, and nothing else', () => {
    expect(mayPermit('clipboard-sanitized-write', 'app://caredesk/', true)).toBe(true);
    expect(mayPermit('clipboard-sanitized-write', 'app://caredesk/', false)).toBe(false);
    expect(mayPermit('clipboard-sanitized-write', 'https://example.com/', true)).toBe(false);
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'usb',
      'hid',
      'serial',
      'openExternal',
      'fileSystem',
    ])
      expect(mayPermit(permission, 'app://caredesk/', true), permission).toBe(false);
  });

  it('reaches no network', () => {
    for (const address of ['app://caredesk/assets/a.js', 'blob:app://caredesk/1', 'data:image/png;base64,AA'])
      expect(mayRequest(address, false), address).toBe(true);
    for (const address of [
      'https://example.com/',
      'http://127.0.0.1:5178/',
      'ws://x/',
      'file:///etc/passwd',
      'devtools://devtools/a',
      'blob:https://x/1',
    ])
      expect(mayRequest(address, false), address).toBe(false);
    expect(mayRequest('devtools://devtools/a', true)).toBe(true);
    expect(isOwnBlob('blob:app://caredesk.evil.test/1')).toBe(false);
  });

  it('has every guard put up', () => {
    const set: Record<string, (...values: never[]) => unknown> = {};
    const setter = (name: string) => (handler: never) => {
      set[name] = handler;
    };
    const refused: string[] = [];
    guardSession(
      {
        setPermissionRequestHandler: setter('request'),
        setPermissionCheckHandler: setter('check'),
        setDevicePermissionHandler: setter('device'),
        setSpellCheckerEnabled: setter('spelling'),
        webRequest: { onBeforeRequest: setter('network') },
      } as never,
      false,
      (what) => refused.push(what),
    );
    const answers: unknown[] = [];
    const call = (name: string, ...values: unknown[]) => set[name]?.(...(values as never[]));
    call('request', null, 'media', (may: boolean) => answers.push(may), {
      requestingUrl: 'app://caredesk/',
      isMainFrame: true,
    });
    call('network', { url: 'https://example.com/' }, (answer: object) => answers.push(answer));
    call('network', { url: 'app://caredesk/' }, (answer: object) => answers.push(answer));
    expect(answers).toEqual([false, { cancel: true }, { cancel: false }]);
    expect(call('check', null, 'geolocation', 'app://caredesk/', { isMainFrame: true })).toBe(false);
    expect(call('check', null, 'clipboard-sanitized-write', 'app://caredesk/', { isMainFrame: true })).toBe(true);
    expect(call('device', { deviceType: 'usb' })).toBe(false);
    expect(set['spelling']).toBe(false);
    expect(refused).toEqual(['permission media', 'request']);
  });
});
