import type { Me } from '../../db/contract/session.ts';
import type { Actor } from '../../db/store/types.ts';

/** How one desk proves who is at it: a cookie of the browser, a Bearer header, or what a port was told at log-in. */
export interface DeskProof {
  /** as the audit names it: `browser`, `shell`, `api` */
  readonly desk: string;
  /** the session's token */
  readonly sessionToken: string | null;
  /** the token of other software; wins over a session */
  readonly bearerToken: string | null;
  /** Keeps the token of a log-in, `expiresAt` in UTC ms. */
  keep(token: string, expiresAt: number): void;
  drop(): void;
}

/** Who calls. */
export interface Caller {
  readonly actor: Actor;
  readonly me: Me;
}

/** What every call brings along, whatever transport it came by. */
export type CallContext = {
  readonly proof: DeskProof;
  readonly traceId: string;
  /** Set once the input was decoded and a procedure took over: what fails before is the input's fault. */
  readonly progress: { started: boolean };
};

export const newCallContext = (proof: DeskProof, traceId: string): CallContext => ({
  proof,
  traceId,
  progress: { started: false },
});

/** The host itself, for the internal entries. */
export const hostActor = (desk: string): Actor => ({
  kind: 'system',
  id: 'system',
  name: 'CareDesk',
  role: 'admin',
  desk,
});
