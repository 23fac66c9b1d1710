import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../db/contract/entry.ts';
import { badField, CareError } from '../../db/contract/errors.ts';
import type { Me } from '../../db/contract/session.ts';
import { hashPassword, noPasswordHash, passwordWeakness, verifyPassword } from '../../db/store/passwords.ts';
import type { Store } from '../../db/store/types.ts';
import { type Caller, type DeskProof, hostActor } from './callContext.ts';
import { LoginPace } from './loginPace.ts';

/** how long a session found in the store is believed without asking again */
const believedMs = 30_000;
const mostCached = 500;

interface FoundSession {
  readonly me: Me;
  readonly expiresAt: number;
}
interface FoundToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}
interface Credentials {
  readonly me: Me;
  readonly passwordHash: string;
}
interface Cached {
  readonly readAt: number;
  readonly found: Promise<(Caller & { readonly until: number }) | null>;
}

/** The store's entries of internal.ts, which give what their schemas say. */
const ask = async <T>(store: Store, name: string, input: unknown, desk: string): Promise<T> =>
  (await store.call(name, input, hostActor(desk))) as T;

const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex');
/** what a token of ours can look like; anything else never reaches the store */
const tokenForm = /^[\w.-]{20,200}$/;

/**
 * Who is at a desk. The store holds the sha256 of each session's token; the token itself is with the desk alone.
 */
export class Auth {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #pace: LoginPace;
  readonly #cache = new Map<string, Cached>();
  readonly #unsubscribe: () => void;
  #verifying = 0;

  constructor(store: Store, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
    this.#pace = new LoginPace(now);
    this.#unsubscribe = store.onEvent((event) => {
      if (event.type === 'changed' && event.topics.some((topic) => topic === 'staff' || topic === 'tokens'))
        this.#cache.clear();
    });
  }

  close(): void {
    this.#unsubscribe();
    this.#cache.clear();
  }

  /** Null where nobody is logged in, or no longer. */
  async who(proof: DeskProof): Promise<Caller | null> {
    const token = proof.bearerToken ?? proof.sessionToken;
    if (token === null || !tokenForm.test(token)) return null;
    const kind = proof.bearerToken === null ? 'session' : 'token';
    const tokenHash = sha256(token);
    const key = `${kind}:${tokenHash}:${proof.desk}`;
    const now = this.#now();
    let cached = this.#cache.get(key);
    if (!cached || cached.readAt <= now - believedMs) {
      cached = {
        readAt: now,
        found: kind === 'session' ? this.#session(tokenHash, proof.desk) : this.#token(tokenHash, proof.desk),
      };
      this.#remember(key, cached);
    }
    const found = await cached.found.catch((error: unknown) => {
      this.#cache.delete(key);
      throw error;
    });
    if (!found || found.until <= now) {
      this.#cache.delete(key);
      return null;
    }
    return found;
  }

  /**
   * @throws CareError UNAUTHENTICATED for a wrong name or password alike, TOO_MANY while attempts are slowed
   */
  async login(name: string, password: string, proof: DeskProof): Promise<Me> {
    this.#pace.begin(name);
    if (this.#verifying >= 8) throw new CareError('TOO_MANY', { reason: 'too-many-attempts', values: { seconds: 2 } });
    this.#verifying++;
    try {
      const known = await ask<Credentials | null>(this.#store, 'sessions.credentials', { name }, proof.desk);
      const right = await verifyPassword(password, known?.passwordHash ?? noPasswordHash);
      if (!known || !right) {
        await ask(this.#store, 'sessions.refused', { name, desk: proof.desk }, proof.desk);
        throw new CareError('UNAUTHENTICATED', { reason: 'login-failed' });
      }
      this.#pace.succeeded(name);
      await this.#open(known.me, proof);
      return known.me;
    } finally {
      this.#verifying--;
    }
  }

  async logout(proof: DeskProof): Promise<void> {
    const token = proof.sessionToken;
    proof.drop();
    if (token === null || !tokenForm.test(token)) return;
    const tokenHash = sha256(token);
    this.#forget(tokenHash);
    await ask(this.#store, 'sessions.end', { tokenHash }, proof.desk);
    this.#forget(tokenHash);
  }

  /**
   * The first run: names the store and its administrator, and logs in.
   * @throws CareError VALIDATION for a weak password, CONFLICT once there is an administrator
   */
  async setup(
    input: { storeName: string; city: string; admin: string; password: string },
    proof: DeskProof,
  ): Promise<Me> {
    await setUpStore(this.#store, input, proof.desk);
    const made = await ask<Credentials | null>(this.#store, 'sessions.credentials', { name: input.admin }, proof.desk);
    if (!made) throw new CareError('INTERNAL', { reason: 'setup-lost' });
    await this.#open(made.me, proof);
    return made.me;
  }

  async #open(me: Me, proof: DeskProof): Promise<void> {
    const token = randomBytes(32).toString('base64url');
    const input = { staffId: me.staffId, tokenHash: sha256(token), desk: proof.desk };
    const { expiresAt } = await ask<{ expiresAt: number }>(this.#store, 'sessions.open', input, proof.desk);
    proof.keep(token, expiresAt);
  }

  async #session(tokenHash: string, desk: string): Promise<(Caller & { until: number }) | null> {
    const found = await ask<FoundSession | null>(this.#store, 'sessions.find', { tokenHash }, desk);
    if (!found) return null;
    const { me, expiresAt } = found;
    return {
      me,
      until: expiresAt,
      actor: { kind: 'staff', id: me.staffId, name: me.displayName, role: me.role, desk },
    };
  }

  async #token(tokenHash: string, desk: string): Promise<(Caller & { until: number }) | null> {
    const found = await ask<FoundToken | null>(this.#store, 'sessions.token', { tokenHash }, desk);
    if (!found) return null;
    const { id, name, role } = found;
    return {
      me: { staffId: id, name, displayName: name, role },
      until: Number.POSITIVE_INFINITY,
      actor: { kind: 'token', id, name, role, desk },
    };
  }

  #remember(key: string, cached: Cached): void {
    this.#cache.delete(key);
    this.#cache.set(key, cached);
    const oldest = this.#cache.size > mostCached ? this.#cache.keys().next().value : undefined;
    if (oldest !== undefined) this.#cache.delete(oldest);
  }

  #forget(tokenHash: string): void {
    for (const key of this.#cache.keys()) if (key.includes(tokenHash)) this.#cache.delete(key);
  }
}

/**
 * Names the store and makes its first administrator; for the first page and for `caredesk init`.
 * @throws CareError VALIDATION for a weak password, CONFLICT once there is an administrator
 */
export const setUpStore = async (
  store: Store,
  input: { storeName: string; city: string; admin: string; password: string },
  desk: string,
): Promise<void> => {
  const weakness = passwordWeakness(input.password, input.admin);
  if (weakness) throw badField('password', weakness);
  const { storeName, city, admin } = input;
  const info = await ask<{ ready: boolean }>(store, 'store.info', {}, desk);
  if (info.ready) throw new CareError('CONFLICT', { reason: 'already-set-up' });
  const passwordHash = await hashPassword(input.password);
  await ask(store, 'store.setup', { storeName, city, admin, passwordHash }, desk);
};
