import { readFile } from 'node:fs/promises';
import { listFiles } from '../host/staticFiles.ts';
import { ownAddress } from './appScheme.ts';
import { pageHeaders } from './contentPolicy.ts';

type Pages = (request: Request) => Promise<Response>;

const refuse = (status: number): Response => new Response(null, { status, headers: pageHeaders });

/**
 * Answers `app://caredesk/…` from a folder that is listed once: an address is looked up in the list and never made into a path, so
 * nothing beside the list can be asked for.
 * @throws Error where the folder holds no index.html
 */
export const openPages = async (folder: string): Promise<Pages> => {
  const files = await listFiles(folder).catch(() => new Map<string, never>());
  if (!files.has('/index.html')) throw new Error(`no index.html in ${folder}`);
  return async ({ url, method }) => {
    if (method !== 'GET' && method !== 'HEAD') return refuse(405);
    const path = ownAddress(url)?.pathname;
    const found = files.get(path === '/' || path === '' ? '/index.html' : (path ?? ''));
    if (!found) return refuse(404);
    const headers = {
      ...pageHeaders,
      'content-type': found.type,
      'cache-control': found.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    return new Response(method === 'HEAD' ? null : await readFile(found.file), { headers });
  };
};
