import { everyone, managers, type Role } from '../../db/contract/entry.ts';
import { CareError } from '../../db/contract/errors.ts';
import type { Actor } from '../../db/store/types.ts';
import type { DeskProof } from './callContext.ts';
import type { HostServices } from './hostEntries.ts';

/** A file that goes down to a desk: over HTTP as an answer, over a port piece by piece. */
export interface Download {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: string | AsyncIterable<Uint8Array>;
  /** how long the body is, where that is known */
  readonly bytes?: number;
  /** a page may show or play it in its place; all else is saved */
  readonly inline?: boolean;
}

interface Asked {
  readonly services: HostServices;
  readonly actor: Actor;
  /** what the address's groups say, decoded */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

interface Route {
  /** the address below `/api` */
  readonly address: RegExp;
  readonly roles: readonly Role[];
  readonly open: (asked: Asked) => Promise<Download>;
}

const routes: readonly Route[] = [
  {
    address: /^\/imports\/([^/]+)\/errors\.csv$/,
    roles: managers,
    open: async ({ services, parts: [importId = ''] }) => {
      const { fileName, csv } = await services.imports.errorFile(importId);
      return { fileName, contentType: 'text/csv; charset=utf-8', body: csv };
    },
  },
  {
    address: /^\/exports\/([^/]+)\/file$/,
    roles: managers,
    open: async ({ services, actor, parts: [exportId = ''] }) => services.exports.open(exportId, actor),
  },
  {
    address: /^\/attachments\/([^/]+)\/file$/,
    roles: everyone,
    open: async ({ services, parts: [id = ''] }) => services.attachments.open(id),
  },
];

const routeOf = (path: string): { readonly route: Route; readonly parts: readonly string[] } | null => {
  for (const route of routes) {
    const match = route.address.exec(path);
    if (match) return { route, parts: match.slice(1).map(decoded) };
  }
  return null;
};

/** What cannot be decoded names nothing that is there. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
};

/** Whether a path below `/api` is a file. */
export const isDownload = (path: string): boolean => routeOf(path) !== null;

/**
 * Opens a file for whoever is at a desk; `address` is what stands below `/api`: `/imports/ID/errors.csv`.
 * @throws CareError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, and what opening throws
 */
export const openDownload = async (services: HostServices, proof: DeskProof, address: string): Promise<Download> => {
  const { pathname, searchParams } = new URL(address, 'http://desk');
  const found = routeOf(pathname);
  if (!found) throw new CareError('NOT_FOUND', { reason: 'entry-not-found' });
  const caller = await services.auth.who(proof);
  if (!caller) throw new CareError('UNAUTHENTICATED', { reason: 'not-logged-in' });
  if (!found.route.roles.includes(caller.actor.role)) throw new CareError('FORBIDDEN', { reason: 'role-not-allowed' });
  return found.route.open({ services, actor: caller.actor, parts: found.parts, query: searchParams });
};
