import { type ClientContext, type ClientLink, type ClientOptions, ORPCError, onError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { HostPort, OpenPort } from './hostPort.ts';

/** oRPC over the port to the host; a new link for each new port. Calls that waited on a lost one fail as offline. */
export class PortLink implements ClientLink<ClientContext> {
  readonly #host: HostPort;
  readonly #onFailure: (error: unknown) => void;
  readonly #links = new WeakMap<OpenPort, RPCLink<ClientContext>>();

  constructor(host: HostPort, onFailure: (error: unknown) => void) {
    this.#host = host;
    this.#onFailure = onFailure;
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
    const open = await this.#host.open();
    try {
      return await this.#linkOf(open).call(path, input, options);
    } catch (error) {
      if (error instanceof ORPCError || options.signal?.aborted) throw error;
      throw open.lost() ?? error;
    }
  }

  #linkOf(open: OpenPort): RPCLink<ClientContext> {
    const known = this.#links.get(open);
    if (known) return known;
    const { port } = open;
    const link = new RPCLink<ClientContext>({
      port: {
        postMessage: (message: unknown) => port.postMessage(message),
        addEventListener: (type: string, listener: EventListenerOrEventListenerObject) => {
          const hear = (event: Event): void =>
            typeof listener === 'function' ? listener(event) : listener.handleEvent(event);
          // a host that crashed closes no port; the shell says so instead
          if (type === 'close') open.onLost(() => hear(new Event('close')));
          else port.addEventListener(type, hear);
        },
      } as Pick<MessagePort, 'addEventListener' | 'postMessage'>,
      interceptors: [onError(this.#onFailure)],
    });
    this.#links.set(open, link);
    return link;
  }
}
