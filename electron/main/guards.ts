import type { Session, WebContents } from 'electron';
import { appOrigin, isDeskPage, isOwnBlob, isPrintPage, ownAddress } from './appScheme.ts';

/** The one address that opens outside: the interface's description, for whoever writes other software of the store. */
const apiDescription = '/api/openapi.json';
/** What a page of ours may do beyond drawing: put text on the clipboard when a button says so. */
const permitted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Who sent a message: Electron's event, as much of it as is looked at. */
export interface Sender {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly origin: string; readonly parent: unknown } | null;
}

type Windows = Pick<ReadonlySet<number>, 'has'>;

const isFromPage = ({ sender, senderFrame }: Sender, windows: Windows, isPage: (address: string) => boolean): boolean =>
  windows.has(sender.id) &&
  senderFrame !== null &&
  senderFrame.parent === null &&
  senderFrame.origin === appOrigin &&
  isPage(senderFrame.url);

/** A message counts only from the top frame of a window of ours that shows a page of ours. */
export const isFromDesk = (sender: Sender, windows: Windows): boolean => isFromPage(sender, windows, isDeskPage);

/** The same of a window that prints. */
export const isFromPrint = (sender: Sender, windows: Windows): boolean => isFromPage(sender, windows, isPrintPage);

export const mayPermit = (permission: string, address: string, isMainFrame: boolean): boolean =>
  isMainFrame && permitted.has(permission) && ownAddress(address) !== null;

/** What a page of ours may ask of Electron's network layer. The desk works without a network, so it gets none. */
export const mayRequest = (address: string, withDevTools: boolean): boolean =>
  ownAddress(address) !== null ||
  isOwnBlob(address) ||
  address.startsWith('data:') ||
  (withDevTools && (address.startsWith('devtools:') || address.startsWith('chrome-extension:')));

/** Where a link that wants a window of its own leads: to the system's browser, or null for nowhere. */
export const outsideAddress = (address: string, httpPort: number | null): string | null =>
  httpPort !== null && ownAddress(address)?.pathname === apiDescription
    ? `http://127.0.0.1:${httpPort}${apiDescription}`
    : null;

export interface ContentsGuards {
  readonly httpPort: () => number | null;
  readonly openOutside: (address: string) => void;
  readonly refused: (what: string) => void;
}

/** Keeps whatever shows pages (windows, and what a page might try to make) on the desk's own page. */
export const guardContents = (
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  { httpPort, openOutside, refused }: ContentsGuards,
): void => {
  contents.on('will-frame-navigate', (details) => {
    if (details.isMainFrame && isDeskPage(details.url)) return;
    details.preventDefault();
    refused('navigation');
  });
  contents.on('will-redirect', (details) => {
    if (isDeskPage(details.url)) return;
    details.preventDefault();
    refused('redirect');
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    refused('webview');
  });
  contents.setWindowOpenHandler(({ url }) => {
    const outside = outsideAddress(url, httpPort());
    if (outside === null) refused('window');
    else openOutside(outside);
    return { action: 'deny' };
  });
};

type GuardedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'webRequest'
>;

/** The same for what pages share: permissions, devices, network. */
export const guardSession = (session: GuardedSession, withDevTools: boolean, refused: (what: string) => void): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    const may = mayPermit(permission, requestingUrl, isMainFrame);
    if (!may) refused(`permission ${permission}`);
    answer(may);
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    mayPermit(permission, origin, isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  // it would fetch its dictionaries from the network
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const may = mayRequest(url, withDevTools);
    if (!may) refused('request');
    answer({ cancel: !may });
  });
};
