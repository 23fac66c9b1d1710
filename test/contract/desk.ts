import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Role } from '../../db/contract/entry.ts';
import type { Contract } from '../../db/contract/index.ts';
import { type Host, type HostOptions, startHost } from '../../electron/host/host.ts';
import { noLog } from '../../electron/host/log.ts';
import { layMigratedFile } from '../store/migratedFile.ts';

export const adminPassword = 'Lv3-quiet-otter';
export const staffPassword = 'Warm-lake-7781';

/** A folder of its own for one test file; removed at its end. */
export const tempFolder = (name: string): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), `caredesk-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
};

export interface Served {
  readonly host: Host;
  readonly base: string;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** A host on a free port with an empty store. */
export const serve = async (options: Partial<HostOptions> = {}): Promise<Served> => {
  const folder = tempFolder('host');
  if (options.dataDir === undefined) await layMigratedFile(folder.path);
  const host = await startHost({ dataDir: folder.path, threads: false, log: noLog, ...options });
  const port = await host.listen(0);
  return {
    host,
    base: `http://127.0.0.1:${port}`,
    dataDir: folder.path,
    close: async () => {
      await host.close();
      folder.remove();
    },
  };
};

/** What a call gave: its output, or its error as `{code, data}`. */
export type Outcome =
  | { readonly output: unknown }
  | { readonly error: { code: string; data: Readonly<Record<string, unknown>> } };

/** One way to reach the contract, logged in or not. */
export interface Desk {
  readonly label: string;
  call(name: string, input: unknown): Promise<Outcome>;
  login(name: string, password: string): Promise<Outcome>;
  close(): void;
}

type Client = ContractRouterClient<Contract>;

const outcomeOf = async (run: () => Promise<unknown>): Promise<Outcome> => {
  try {
    return { output: await run() };
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    return { error: { code: error.code, data: (error.data ?? {}) as Record<string, unknown> } };
  }
};

const viaClient = (label: string, client: Client, close: () => void): Desk => {
  const call = (name: string, input: unknown): Promise<Outcome> => {
    const [feature = '', verb = ''] = name.split('.');
    const verbs = (client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[feature];
    return outcomeOf(async () => verbs?.[verb]?.(input));
  };
  return { label, call, close, login: (name, password) => call('session.login', { name, password }) };
};

/** Remembers a cookie, as a browser does. */
const cookieJar = () => {
  let cookie = '';
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (cookie) request.headers.set('cookie', cookie);
    const response = await fetch(request);
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return response;
  };
};

export const httpDesk = ({ base }: Served): Desk => {
  const jar = cookieJar();
  return viaClient(
    'HTTP',
    createORPCClient(new RPCLink({ url: `${base}/rpc`, fetch: (request, init) => jar(request, init as RequestInit) })),
    () => {},
  );
};

export const portDesk = ({ host }: Served): Desk => {
  const { port1, port2 } = new MessageChannel();
  host.serve(port2 as never);
  port1.start();
  return viaClient('MessagePort', createORPCClient(new PortLink({ port: port1 as never })), () => port1.close());
};

/** The plain REST side, as other software of the store uses it. */
export const restDesk = ({ base }: Served, queries: ReadonlySet<string>, bearer?: string): Desk => {
  const jar = cookieJar();
  const call = async (name: string, input: unknown): Promise<Outcome> => {
    const path = `${base}/api/${name.replace('.', '/')}`;
    const headers: Record<string, string> = bearer ? { authorization: `Bearer ${bearer}` } : {};
    const response = queries.has(name)
      ? await jar(`${path}?${bracketed(input)}`, { headers })
      : await jar(path, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
    const body: unknown = await response.json();
    return response.ok ? { output: body } : { error: body as { code: string; data: Record<string, unknown> } };
  };
  return { label: 'REST', call, close: () => {}, login: (name, password) => call('session.login', { name, password }) };
};

/** `{filter: {kind: 'person'}}` as `filter[kind]=person`. */
const bracketed = (input: unknown, path = ''): string => {
  if (typeof input !== 'object' || input === null)
    return `${encodeURIComponent(path)}=${encodeURIComponent(String(input))}`;
  return Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => bracketed(value, path ? `${path}[${key}]` : key))
    .filter((part) => part !== '')
    .join('&');
};

/** The store set up, with one person of each role, each with a desk of the given kind. */
export const setUp = async (desk: Desk): Promise<void> => {
  const made = await desk.call('session.setup', {
    storeName: '试验店',
    city: '杭州',
    admin: 'boss',
    password: adminPassword,
  });
  if ('error' in made) throw new Error(`setup: ${JSON.stringify(made.error)}`);
  for (const role of ['reception', 'service', 'manager'] satisfies Role[]) {
    const added = await desk.call('staff.add', { name: role, displayName: role, role, password: staffPassword });
    if ('error' in added) throw new Error(`staff.add ${role}: ${JSON.stringify(added.error)}`);
  }
};

export const loginNameOf = (role: Role): [name: string, password: string] =>
  role === 'admin' ? ['boss', adminPassword] : [role, staffPassword];
