import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** vite writes the content's hash into the name: such a file never changes */
const hashed = /-[\w-]{8,}\.\w+$/;

export interface Known {
  readonly file: string;
  readonly type: string;
  readonly etag: string;
  readonly immutable: boolean;
}

/** `build/out/renderer`, seen from the source tree or from the bundle in `build/out/host`. */
export const builtRenderer = (): string => {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, '..', 'renderer');
  return existsSync(join(beside, 'index.html')) && !existsSync(join(beside, 'index.tsx'))
    ? beside
    : join(here, '..', '..', 'build', 'out', 'renderer');
};

const notBuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>CareDesk 关怀台</title>
<body style="font:16px/1.7 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem;color:#222;background:#fff">
<h1 style="font-size:1.4rem">界面还没有构建</h1>
<p>服务已经在运行，但界面文件不在。请在程序文件夹里运行 <code>npm start</code>（会自动构建），或先运行 <code>npm run build</code>，再刷新本页。</p>
<p lang="en">The service runs, but its pages are not built yet. Run <code>npm start</code> (it builds them) or
<code>npm run build</code> in the program's folder, then reload this page.</p></body></html>`;

/**
 * The built renderer. The folder is listed once and looked up by name, so that no path from a client is ever opened; a
 * new build (another index.html) is listed again.
 */
export class StaticFiles {
  readonly #folder: string;
  #known: ReadonlyMap<string, Known> = new Map();
  #builtAt = -1;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Any path that is no file of ours gives index.html, which routes by itself; a missing asset gives null. */
  async serve(path: string, ifNoneMatch: string | null): Promise<Response | null> {
    const isPage = path === '/' || path === '/index.html' || !this.#known.has(path);
    if (isPage) await this.#list();
    const found = this.#known.get(path) ?? (path.startsWith('/assets/') ? undefined : this.#known.get('/index.html'));
    if (!found) {
      if (path.startsWith('/assets/')) return null;
      return new Response(notBuilt, {
        status: 503,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      });
    }
    const headers = {
      'content-type': found.type,
      etag: found.etag,
      'cache-control': found.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (ifNoneMatch === found.etag) return new Response(null, { status: 304, headers });
    return new Response(await readFile(found.file), { headers });
  }

  async #list(): Promise<void> {
    const index = await stat(join(this.#folder, 'index.html')).catch(() => null);
    const builtAt = index?.mtimeMs ?? 0;
    if (builtAt === this.#builtAt) return;
    this.#known = index ? await listFiles(this.#folder) : new Map();
    this.#builtAt = builtAt;
  }
}

/** The files of a folder by their path in an address: `/assets/x-1234abcd.js`. What is of no known type is left out. */
export const listFiles = async (folder: string): Promise<ReadonlyMap<string, Known>> => {
  const known = new Map<string, Known>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name).toLowerCase()];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const { mtimeMs, size } = await stat(file);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    known.set(path, { file, type, etag, immutable: hashed.test(entry.name) });
  }
  return known;
};
