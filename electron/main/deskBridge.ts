import { type HostTrouble, type ShellLanguage, type ShellPrinter, shellChannels } from '../../db/contract/shell.ts';
import { isFromDesk, isFromPrint, type Sender } from './guards.ts';
import type { PrintJobs } from './printJobs.ts';

type Frame = NonNullable<Sender['senderFrame']>;

/** Electron's event of a message from a page, as much of it as is used. */
export interface DeskMessage<Port> extends Sender {
  readonly sender: { readonly id: number; send(channel: string, ...values: unknown[]): void };
  readonly senderFrame: (Frame & { postMessage(channel: string, message: unknown, ports?: Port[]): void }) | null;
}

/** Electron's `ipcMain`, as much of it as is used. */
export interface Inbox<Port> {
  on(channel: string, listener: (message: DeskMessage<Port>, ...values: unknown[]) => void): unknown;
  /** of what is answered; what is thrown goes back as a failure */
  handle(channel: string, listener: (message: Sender, ...values: unknown[]) => Promise<unknown>): unknown;
}

export interface BridgeOptions<Port> {
  /** ids of the contents of the desk's windows */
  readonly windows: ReadonlySet<number>;
  readonly newChannel: () => { readonly port1: Port; readonly port2: Port };
  readonly host: { connect(desk: number, port: Port): boolean; readonly trouble: HostTrouble | null };
  readonly onLanguage: (language: ShellLanguage) => void;
  readonly printers: () => Promise<readonly ShellPrinter[]>;
  readonly printing: Pick<PrintJobs, 'has' | 'deskOf' | 'prepare' | 'print' | 'cancel' | 'hear'>;
  readonly refused: (what: string) => void;
}

/**
 * The main process's end of the bridge. Each message is heard from the desk's own page alone, two from a page that prints for it as
 * well; all others are nobody's.
 */
export const serveBridge = <Port>(inbox: Inbox<Port>, options: BridgeOptions<Port>): void => {
  const { windows, newChannel, host, onLanguage, printers, printing, refused } = options;

  /** Whose session it has; null for a stranger. */
  const deskOf = (event: DeskMessage<Port>): number | null => {
    if (isFromDesk(event, windows)) return event.sender.id;
    return isFromPrint(event, printing) ? printing.deskOf(event.sender.id) : null;
  };

  inbox.on(shellChannels.connect, (event) => {
    const { sender, senderFrame } = event;
    const desk = deskOf(event);
    if (desk === null || !senderFrame) return refused('message connect');
    const { port1, port2 } = newChannel();
    if (host.connect(desk, port1)) senderFrame.postMessage(shellChannels.port, null, [port2]);
    else sender.send(shellChannels.away, host.trouble);
  });

  inbox.on(shellChannels.language, (event, language) => {
    if (!isFromDesk(event, windows) || (language !== 'zh-CN' && language !== 'en')) return refused('message language');
    onLanguage(language);
  });

  const answerDesk = (
    channel: string,
    name: string,
    answer: (desk: number, value: unknown) => Promise<unknown>,
  ): void => {
    inbox.handle(channel, async (event, value) => {
      if (isFromDesk(event, windows)) return answer(event.sender.id, value);
      refused(`message ${name}`);
      throw new Error('refused');
    });
  };
  answerDesk(shellChannels.printers, 'printers', printers);
  answerDesk(shellChannels.preparePrint, 'preparePrint', (desk, page) => printing.prepare(desk, page));
  answerDesk(shellChannels.print, 'print', (desk, printer) => printing.print(desk, printer));
  inbox.on(shellChannels.cancelPrint, (event) => {
    if (!isFromDesk(event, windows)) return refused('message cancelPrint');
    printing.cancel(event.sender.id);
  });
  inbox.on(shellChannels.printState, (event, state) => {
    if (!isFromPrint(event, printing)) return refused('message printState');
    printing.hear(event.sender.id, state);
  });
};
