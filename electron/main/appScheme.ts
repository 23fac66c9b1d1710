import type { CustomScheme } from 'electron';

const scheme = 'app';
const host = 'caredesk';

/** Where the desk's pages live in the shell: nothing of the network, nothing of the disk. */
export const appOrigin = `${scheme}://${host}`;
export const deskAddress = `${appOrigin}/`;

/** Told to Electron before it is ready: a page of ours counts as a secure one with an origin, and its scripts are cached compiled. */
export const appScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};
export const schemeName = scheme;

/** An address of ours, read as browsers read it; null for any other, however much it looks like one. */
export const ownAddress = (address: string): URL | null => {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const { protocol, hostname, port, username, password } = url;
  if (protocol !== `${scheme}:` || hostname !== host) return null;
  return port === '' && username === '' && password === '' ? url : null;
};

/** What is printed has a page of its own, with what to print behind its #. */
export const printAddress = `${appOrigin}/print.html`;

/** The desk is one page; where one is in it stands behind the #. */
export const isDeskPage = (address: string): boolean => {
  const path = ownAddress(address)?.pathname;
  return path === '/' || path === '/index.html' || path === '';
};

export const isPrintPage = (address: string): boolean => ownAddress(address)?.pathname === '/print.html';

/** Something that a page of ours made in memory: a file to be saved. */
export const isOwnBlob = (address: string): boolean => address.startsWith(`blob:${appOrigin}/`);
