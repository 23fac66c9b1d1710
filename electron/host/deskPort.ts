/** A port of Node, of a browser, or of Electron's main process, which wraps its messages in events. */
export interface DeskPort {
  postMessage(message: unknown): void;
  addEventListener?(type: string, listener: (event: never) => void): void;
  on?(type: string, listener: (event: never) => void): unknown;
  start?(): void;
  close?(): void;
}

interface PortMessage {
  readonly data: unknown;
  readonly ports: readonly DeskPort[];
}

/** Hears a port of either kind the same way. */
export const listenOn = (port: DeskPort, type: 'message' | 'close', listener: (message: PortMessage) => void): void => {
  const heard = (event: { data?: unknown; ports?: readonly DeskPort[] } | undefined): void =>
    listener({ data: event?.data, ports: event?.ports ?? [] });
  if (port.addEventListener) port.addEventListener(type, heard as (event: never) => void);
  else port.on?.(type, heard as (event: never) => void);
};
