import type { HostTrouble } from '../../db/contract/shell.ts';
import type { Log } from '../host/log.ts';
import type { FromHost, ToHost } from '../host/shellProtocol.ts';

/** Electron's utility process, as much of it as is used; `Port` is what it takes along with a message. */
export interface HostChild<Port> {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  postMessage(message: ToHost, ports?: Port[]): void;
  kill(): boolean;
}

export interface HostOptions<Port> {
  readonly fork: () => HostChild<Port>;
  readonly start: Omit<Extract<ToHost, { type: 'start' }>, 'type'>;
  /** the host has ended: every desk's port is dead */
  readonly onAway: (trouble: HostTrouble | null) => void;
  readonly log: Log;
  /** how long until it is started again, ms, by how often it has ended; the last goes on */
  readonly waits?: readonly number[];
  readonly closingMs?: number;
  readonly now?: () => number;
}

const usualWaits = [200, 1_000, 2_000, 5_000, 10_000] as const;
/** A host that ran so long before it ended begins the waits anew. */
const steadyMs = 60_000;
/** The store closes within this, or is ended: what was committed is on the disk already. */
const usualClosingMs = 10_000;

type Running<Port> = { readonly child: HostChild<Port>; readonly startedAt: number };

/** Keeps the host running: starts it, starts it again where it ended, hands it each desk's port and the session that desk had. */
export class HostProcess<Port> {
  readonly #options: HostOptions<Port>;
  readonly #sessions = new Map<number, string>();
  #running: Running<Port> | null = null;
  #trouble: HostTrouble | null = null;
  #httpPort: number | null = null;
  #ends = 0;
  #again: NodeJS.Timeout | null = null;
  #stopping: Promise<void> | null = null;
  #ended: (() => void) | null = null;

  constructor(options: HostOptions<Port>) {
    this.#options = options;
  }

  /** Where the API listens for other software; null while it does not. */
  get httpPort(): number | null {
    return this.#httpPort;
  }

  /** Why the host is away, where it said so. */
  get trouble(): HostTrouble | null {
    return this.#trouble;
  }

  start(): void {
    if (this.#running || this.#stopping) return;
    this.#again = null;
    const child = this.#options.fork();
    this.#running = { child, startedAt: this.#now() };
    child.on('message', (message) => this.#hear(message as FromHost));
    child.on('exit', (code) => this.#end(code));
    child.postMessage({ type: 'start', ...this.#options.start });
  }

  /** Hands a desk's port to the host. False while there is none: the desk asks again. */
  connect(desk: number, port: Port): boolean {
    if (!this.#running || this.#stopping) return false;
    this.#running.child.postMessage({ type: 'desk', desk, session: this.#sessions.get(desk) ?? null }, [port]);
    return true;
  }

  /** A desk's window is gone, and with it its session. */
  forget(desk: number): void {
    this.#sessions.delete(desk);
  }

  /** Lets the host close its store. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    if (this.#again) clearTimeout(this.#again);
    const running = this.#running;
    if (!running) return;
    const { log, closingMs = usualClosingMs } = this.#options;
    const ended = new Promise<void>((resolve) => {
      this.#ended = resolve;
    });
    running.child.postMessage({ type: 'close' });
    const late = setTimeout(() => {
      log.warn('the host did not close in time');
      running.child.kill();
    }, closingMs);
    await ended;
    clearTimeout(late);
  }

  #hear(message: FromHost): void {
    switch (message.type) {
      case 'ready':
        this.#httpPort = message.httpPort;
        this.#trouble = null;
        return;
      case 'session':
        if (message.token === null) this.#sessions.delete(message.desk);
        else this.#sessions.set(message.desk, message.token);
        return;
      case 'failed':
        this.#trouble = { code: message.code, data: message.data };
        return;
    }
  }

  #end(code: number): void {
    const ranFor = this.#now() - (this.#running?.startedAt ?? 0);
    this.#running = null;
    this.#httpPort = null;
    if (this.#stopping) {
      this.#ended?.();
      return;
    }
    if (ranFor >= steadyMs) this.#ends = 0;
    const waits = this.#options.waits ?? usualWaits;
    const wait = waits[Math.min(this.#ends, waits.length - 1)] ?? 0;
    this.#ends++;
    this.#options.log.error('the host has ended', { code, reason: this.#trouble?.data.reason ?? '', againIn: wait });
    this.#options.onAway(this.#trouble);
    this.#again = setTimeout(() => this.start(), wait);
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}
