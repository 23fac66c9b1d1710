import { ORPCError } from '@orpc/client';
import { type HostTrouble, portMessage, type ShellBridge } from '../../db/contract/shell.ts';
import { shell } from './shell.ts';

/** A port to the host while it lasts. */
export interface OpenPort {
  readonly port: MessagePort;
  /** what its loss means for a call that waits; null while it is open */
  readonly lost: () => Error | null;
  /** Calls back once, at once where it is lost already; gives what takes the listener away again. */
  onLost(listener: () => void): () => void;
}

/** The page's window, as much of it as is used. */
type PortSource = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/** A host that starts answers within this; else the call fails, and is made again by whoever wants its answer. */
const patienceMs = 20_000;

/** A host's port closes as it ends; why it ended is told a moment later. */
const reasonMs = 300;

/** As `fetch` fails where nobody answers. */
const offline = (): TypeError => new TypeError('network: the host is away');

const failureOf = (trouble: HostTrouble | null): Error =>
  trouble ? new ORPCError(trouble.code, { data: trouble.data }) : offline();

/** The one port between this page and the host, opened when first wanted and again when it was lost. */
export class HostPort {
  readonly #bridge: ShellBridge;
  readonly #source: PortSource;
  #open: Promise<OpenPort> | null = null;

  constructor(bridge: ShellBridge, source: PortSource) {
    this.#bridge = bridge;
    this.#source = source;
  }

  /** @throws ORPCError as the host says why it is away, TypeError where it does not say */
  open(): Promise<OpenPort> {
    if (this.#open) return this.#open;
    const open = this.#ask();
    this.#open = open;
    const forget = (): void => {
      if (this.#open === open) this.#open = null;
    };
    open.then((port) => port.onLost(forget), forget);
    return open;
  }

  #ask(): Promise<OpenPort> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(late);
        this.#source.removeEventListener('message', onMessage);
        stopHearing();
      };
      const onMessage = (event: Event): void => {
        const { data, ports, source } = event as MessageEvent<unknown>;
        const [port] = ports;
        // the preload posts to its own window; no frame of another origin can be in here, and if it were, it is not us
        if (data !== portMessage || !port || source !== this.#source) return;
        end();
        resolve(this.#watch(port));
      };
      const late = setTimeout(() => {
        end();
        reject(offline());
      }, patienceMs);
      this.#source.addEventListener('message', onMessage);
      const stopHearing = this.#bridge.onAway((trouble) => {
        end();
        reject(failureOf(trouble));
      });
      this.#bridge.connect();
    });
  }

  #watch(port: MessagePort): OpenPort {
    let failure: Error | null = null;
    const listeners = new Set<() => void>();
    const lose = (error: Error): void => {
      if (failure) return;
      failure = error;
      stopHearing();
      port.close();
      for (const listener of listeners) listener();
    };
    const stopHearing = this.#bridge.onAway((trouble) => lose(failureOf(trouble)));
    port.addEventListener('close', () => setTimeout(() => lose(offline()), reasonMs));
    port.start();
    return {
      port,
      lost: () => failure,
      onLost: (listener) => {
        if (failure) listener();
        else listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  }
}

/** Null in a browser, which asks the host over HTTP. */
export const hostPort: HostPort | null = shell ? new HostPort(shell, window) : null;
