import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contract } from '../../db/contract/index.ts';
import type { ToDesk } from '../../electron/host/portUpload.ts';
import { adminPassword, httpDesk, loginNameOf, type Served, serve, setUp } from './desk.ts';

let served: Served;
let port: MessagePort;
let client: ContractRouterClient<Contract>;

beforeAll(async () => {
  served = await serve();
  await setUp(httpDesk(served));
  const channel = new MessageChannel();
  served.host.serve(channel.port2 as never);
  port = channel.port1;
  port.start();
  client = createORPCClient(new RPCLink({ port: port as never }));
});
afterAll(async () => {
  port.close();
  await served.close();
});

/** A desk's side of an upload: sends the next piece whenever it is asked for one. */
const send = (pieces: readonly unknown[], bytes: number): Promise<ToDesk> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const left = [...pieces];
    port1.on('message', (message: ToDesk) => {
      if (message.type !== 'more') {
        port1.close();
        resolve(message);
        return;
      }
      const piece = left.shift();
      port1.postMessage(
        piece instanceof Uint8Array ? { type: 'chunk', data: piece.slice().buffer } : (piece ?? { type: 'end' }),
      );
    });
    port.postMessage({ upload: { bytes } }, [port2 as never]);
  });

const incoming = () =>
  existsSync(join(served.dataDir, 'incoming')) ? readdirSync(join(served.dataDir, 'incoming')) : [];

describe('a file over a port', () => {
  it('is for who is logged in', async () => {
    expect(await send([new Uint8Array(3)], 3)).toMatchObject({ type: 'failed', code: 'UNAUTHENTICATED' });
    const [name, password] = loginNameOf('reception');
    await client.session.login({ name, password });
    expect(incoming()).toEqual([]);
    expect(await send([new Uint8Array(3)], 3)).toMatchObject({ type: 'done', bytes: 3 });
    await client.session.login({ name: 'boss', password: adminPassword });
    expect(incoming()).toHaveLength(1);
  });

  it('arrives whole', async () => {
    const pieces = [randomBytes(100_000), randomBytes(1), randomBytes(2_000_000)];
    const done = await send(pieces, 2_100_001);
    expect(done).toMatchObject({ type: 'done', bytes: 2_100_001 });
    const { uploadId } = done as { uploadId: string };
    expect(readFileSync(join(served.dataDir, 'incoming', uploadId)).equals(Buffer.concat(pieces))).toBe(true);
  });

  it('over the cap is refused before it is sent, junk and breaks leave nothing', async () => {
    const before = incoming();
    expect(await send([], 200 * 1024 * 1024)).toMatchObject({
      type: 'failed',
      code: 'TOO_LARGE',
      data: { reason: 'file-too-large' },
    });
    expect(await send([new Uint8Array(5 * 1024 * 1024)], 1)).toMatchObject({ type: 'failed', code: 'TOO_LARGE' });
    for (const junk of [{ type: 'chunk', data: 'text' }, { type: 'other' }, 5, { type: 'chunk' }]) {
      expect(await send([junk], 1)).toMatchObject({ type: 'failed', code: 'VALIDATION' });
    }
    expect(await send([new Uint8Array(5), { type: 'stop' }], 10)).toMatchObject({ type: 'failed', code: 'CANCELLED' });
    expect(await send([], 0)).toMatchObject({ type: 'failed', code: 'VALIDATION', data: { reason: 'file-empty' } });
    expect(incoming()).toEqual(before);
  });
});

describe('junk on a port', () => {
  it('stops nothing', async () => {
    const junk: unknown[] = [
      null,
      5,
      'no json',
      '{}',
      '[]',
      '{"i":1}',
      '{"i":"1","p":{"u":"http://evil.test/x"}}',
      '{"i":"2","p":{"u":"/../x"}}',
      '{"i":"3","t":9}',
      '{"i":"4","t":3,"p":null}',
      '{"i":"5","t":4}',
      '{"i":{},"p":{"u":"/session/state"}}',
      { i: '6', p: { u: '/session/state' } },
      new Uint8Array([255, 1, 2]),
      new ArrayBuffer(8),
      'x'.repeat(2_000_000),
      { upload: { bytes: 5 } },
      { upload: null },
    ];
    for (const message of junk) port.postMessage(message);
    expect(await client.session.me({})).toMatchObject({ name: 'boss' });
  });

  it.each([
    ['an envelope that is none', null],
    ['too deep', JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`)],
    ['a prototype', JSON.parse('{"json":{"q":"a"},"__proto__":{"x":1}}')],
    ['no envelope', 'text'],
  ])('%s is VALIDATION', async (_label, body) => {
    const answered = new Promise<unknown>((resolve) => {
      const hear = (data: unknown) => {
        const message = JSON.parse(String(data));
        if (message.i !== 'own') return;
        port.off('message', hear);
        resolve(message.p);
      };
      port.on('message', hear);
    });
    port.postMessage(
      JSON.stringify({ i: 'own', p: { u: '/customers/search', b: body } }).replace('"own","p"', '"own","p"'),
    );
    expect(await answered).toMatchObject({ s: 400, b: { json: { code: 'VALIDATION' } } });
  });
});
