import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../db/contract/index.ts';
import type { PieceToDesk } from '../../electron/host/portDownload.ts';
import type { ToDesk } from '../../electron/host/portUpload.ts';
import type { Outcome, Served } from './desk.ts';

export interface Fetched {
  readonly status: number;
  readonly contentType: string;
  readonly fileName: string;
  readonly body: Buffer;
}

/** One transport with somebody at its end: files go up and down, and what becomes of them is asked. */
export interface Way {
  readonly label: string;
  upload(bytes: Uint8Array): Promise<string>;
  call(verb: keyof Contract['attachments'], input: object): Promise<Outcome>;
  fetch(id: string): Promise<Fetched>;
  close(): void;
}

/** The cookie of a browser that logged in. */
export const cookieOf = async ({ base }: Served, name: string, password: string): Promise<string> => {
  const response = await fetch(`${base}/api/session/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
};

export const httpWay = async (served: Served, [name, password]: [string, string]): Promise<Way> => {
  const cookie = await cookieOf(served, name, password);
  return {
    label: 'HTTP',
    upload: async (bytes) => {
      const answer = await fetch(`${served.base}/api/files`, {
        method: 'POST',
        headers: { cookie },
        body: bytes as never,
      });
      return (await answer.json()).uploadId;
    },
    call: async (verb, input) => {
      const answer = await fetch(`${served.base}/api/attachments/${verb}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      const body = await answer.json();
      return answer.ok ? { output: body } : { error: body };
    },
    fetch: async (id) => {
      const answer = await fetch(`${served.base}/api/attachments/${id}/file`, { headers: { cookie } });
      const disposition = answer.headers.get('content-disposition') ?? '';
      return {
        status: answer.status,
        contentType: answer.headers.get('content-type') ?? '',
        fileName: decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(disposition)?.[1] ?? ''),
        body: Buffer.from(await answer.arrayBuffer()),
      };
    },
    close: () => {},
  };
};

const over = <T>(port: MessagePort, ask: object, hear: (message: T, own: MessagePort) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', (message: T) => {
      if (!hear(message, port1)) return;
      port1.close();
      resolve();
    });
    port.postMessage(ask, [port2 as never]);
  });

export const portWay = async (served: Served, [name, password]: [string, string]): Promise<Way> => {
  const { port1: port, port2 } = new MessageChannel();
  served.host.serve(port2 as never);
  port.start();
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port as never }));
  await client.session.login({ name, password });
  return {
    label: 'MessagePort',
    upload: async (bytes) => {
      let left: Uint8Array | null = bytes;
      let uploadId = '';
      await over<ToDesk>(port, { upload: { bytes: bytes.length } }, (message, own) => {
        if (message.type === 'more') {
          own.postMessage(left ? { type: 'chunk', data: new Uint8Array(left) } : { type: 'end' });
          left = null;
          return false;
        }
        if (message.type === 'done') uploadId = message.uploadId;
        return true;
      });
      return uploadId;
    },
    call: async (verb, input) => {
      try {
        return { output: await client.attachments[verb](input as never) };
      } catch (error) {
        if (!(error instanceof ORPCError)) throw error;
        return { error: { code: error.code, data: (error.data ?? {}) as Record<string, unknown> } };
      }
    },
    fetch: async (id) => {
      const pieces: Uint8Array[] = [];
      let status = 200;
      let named = { contentType: '', fileName: '' };
      await over<PieceToDesk>(port, { download: { path: `/attachments/${id}/file` } }, (message, own) => {
        switch (message.type) {
          case 'file':
            named = message;
            break;
          case 'chunk':
            pieces.push(message.data);
            break;
          case 'failed':
            status = message.code === 'NOT_FOUND' ? 404 : 500;
            return true;
          case 'done':
            return true;
        }
        own.postMessage({ type: 'more' });
        return false;
      });
      return { status, contentType: named.contentType, fileName: named.fileName, body: Buffer.concat(pieces) };
    },
    close: () => port.close(),
  };
};
