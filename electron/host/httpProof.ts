import type { DeskProof } from './callContext.ts';

/** A browser's proof, and the cookie that its answer should set. */
export interface HttpProof extends DeskProof {
  setCookie(): string | null;
}

const cookieOf = (header: string | null, name: string): string | null => {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
};

/**
 * The cookie carries the store's id in its name, because browsers send one port's cookies to another's server. No
 * `Secure`: loopback has no TLS.
 */
export const cookieName = (storeId: string): string => `caredesk_${storeId.replace(/[^\w-]/g, '')}`;

export const httpProof = (headers: Headers, cookie: string): HttpProof => {
  const authorization = headers.get('authorization');
  const bearer = authorization === null ? null : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
  let set: string | null = null;
  return {
    desk: bearer === null ? 'browser' : 'api',
    sessionToken: cookieOf(headers.get('cookie'), cookie),
    bearerToken: bearer,
    keep: (token, expiresAt) => {
      const seconds = Math.max(0, Math.floor((expiresAt - Date.now()) / 1000));
      set = `${cookie}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
    },
    drop: () => {
      set = `${cookie}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;
    },
    setCookie: () => set,
  };
};
