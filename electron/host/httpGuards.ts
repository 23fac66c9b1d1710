import { CareError } from '../../db/contract/errors.ts';

/** Everything a page of ours loads comes from us; antd writes its styles into the page. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-src 'self' blob:",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** The one page that a page of ours loads into a frame of its own: what is printed from it. */
export const printPage = '/print.html';

/** The same for that page, which strangers may not frame either. */
export const printPageHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-security-policy': policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  'x-frame-options': 'SAMEORIGIN',
};

/** A file that somebody sent: whatever is in it, nothing of it runs, and it reaches nothing. */
export const fileHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
};

/** Names under which this host may be asked: a page that points its own name at 127.0.0.1 is refused. */
const hostNames = ['127.0.0.1', 'localhost'];

/** @throws CareError FORBIDDEN */
export const checkHost = (host: string | null, port: number): void => {
  if (!hostNames.some((name) => host === `${name}:${port}`))
    throw new CareError('FORBIDDEN', { reason: 'host-not-allowed' });
};

/**
 * Refuses what a page of another site, or of another port of this machine, sends with our cookie. Other software and
 * browsers that send neither header are let through: they carry no cookie that they did not get from us.
 * @throws CareError FORBIDDEN
 */
export const checkOrigin = (headers: Headers, port: number): void => {
  const origin = headers.get('origin');
  if (origin !== null && !hostNames.some((name) => origin === `http://${name}:${port}`)) {
    throw new CareError('FORBIDDEN', { reason: 'origin-not-allowed' });
  }
  const site = headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') throw new CareError('FORBIDDEN', { reason: 'origin-not-allowed' });
};
