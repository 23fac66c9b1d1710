import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoPassword } from '../../db/store/demo/accounts.ts';
import { ensureBuilt } from '../scripts/ensureBuilt.mjs';
import { root } from '../scripts/root.mjs';

/** A desk of its own process, as `npm start` runs it, asked over REST. */
export interface DeskProcess {
  readonly url: string;
  /** from the start of the process to its ready line */
  readonly readyMs: number;
  login(name: string): Promise<void>;
  get(path: string, query?: Readonly<Record<string, string>>): Promise<unknown>;
  post(path: string, input: unknown): Promise<unknown>;
  upload(file: string): Promise<string>;
  /** the most memory that the process, its threads included, has held, in MB; null where the system does not say */
  peakMb(): number | null;
  stop(): Promise<void>;
}

const starter = join(root, 'build', 'scripts', 'caredesk.mjs');
const readyLine = /CareDesk ready at (http:\S+)/;
const slowestStartMs = 60_000;

/** The desk is measured as it is shipped: built. */
export const buildDesk = async (): Promise<void> => {
  if (!(await ensureBuilt(process.execPath))) throw new Error('the desk could not be built');
};

const untilReady = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no ready line: ${said}`)), slowestStartMs);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const url = readyLine.exec(said)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the desk ended with ${code}: ${said}`)));
  });

const answerOf = async (response: Response): Promise<unknown> => {
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${JSON.stringify(body).slice(0, 400)}`);
  return body;
};

export const startDesk = async (dataDir: string): Promise<DeskProcess> => {
  const from = performance.now();
  const child = spawn(process.execPath, [starter, 'desk', '--data', dataDir, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let url: string;
  try {
    url = await untilReady(child);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  const readyMs = performance.now() - from;
  let cookie = '';
  const post = async (path: string, body: unknown, headers: Record<string, string>): Promise<Response> =>
    fetch(`${url}/api/${path}`, { method: 'POST', body: body as string, headers: { cookie, ...headers } });
  return {
    url,
    readyMs,
    login: async (name) => {
      const input = JSON.stringify({ name, password: demoPassword });
      const response = await post('session/login', input, { 'content-type': 'application/json' });
      await answerOf(response);
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    },
    get: async (path, query = {}) =>
      answerOf(await fetch(`${url}/api/${path}?${new URLSearchParams(query)}`, { headers: { cookie } })),
    post: async (path, input) =>
      answerOf(await post(path, JSON.stringify(input), { 'content-type': 'application/json' })),
    upload: async (file) => {
      const response = await fetch(`${url}/api/files`, {
        method: 'POST',
        body: readFileSync(file),
        headers: { cookie, 'content-type': 'application/octet-stream' },
      });
      return ((await answerOf(response)) as { uploadId: string }).uploadId;
    },
    peakMb: () => {
      if (process.platform !== 'linux') return null;
      const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      return peak ? Number(peak) / 1024 : null;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(timer);
    },
  };
};
