import { type HostTrouble, type ShellLanguage, shellChannels } from '../../db/contract/shell.ts';
import { isFromDesk, type Sender } from './guards.ts';

type Frame = NonNullable<Sender['senderFrame']>;

/** Electron's event of a message from a page, as much of it as is used. */
export interface DeskMessage<Port> extends Sender {
  readonly sender: { readonly id: number; send(channel: string, ...values: unknown[]): void };
  readonly senderFrame: (Frame & { postMessage(channel: string, message: unknown, ports?: Port[]): void }) | null;
}

/** Electron's `ipcMain`, as much of it as is used. */
export interface Inbox<Port> {
  on(channel: string, listener: (message: DeskMessage<Port>, ...values: unknown[]) => void): unknown;
}

export interface BridgeOptions<Port> {
  /** ids of the contents of the desk's windows */
  readonly windows: ReadonlySet<number>;
  readonly newChannel: () => { readonly port1: Port; readonly port2: Port };
  readonly host: { connect(desk: number, port: Port): boolean; readonly trouble: HostTrouble | null };
  readonly onLanguage: (language: ShellLanguage) => void;
  readonly refused: (what: string) => void;
}

/** The main process's end of the bridge. Two messages are heard, from the desk's own page alone; all others are nobody's. */
export const serveBridge = <Port>(inbox: Inbox<Port>, options: BridgeOptions<Port>): void => {
  const { windows, newChannel, host, onLanguage, refused } = options;

  inbox.on(shellChannels.connect, (event) => {
    const { sender, senderFrame } = event;
    if (!isFromDesk(event, windows) || !senderFrame) return refused('message connect');
    const { port1, port2 } = newChannel();
    if (host.connect(sender.id, port1)) senderFrame.postMessage(shellChannels.port, null, [port2]);
    else sender.send(shellChannels.away, host.trouble);
  });

  inbox.on(shellChannels.language, (event, language) => {
    if (!isFromDesk(event, windows) || (language !== 'zh-CN' && language !== 'en')) return refused('message language');
    onLanguage(language);
  });
};
