import { CareError } from '../../db/contract/errors.ts';

/** failures of one name that cost nothing but the work itself */
const freeFailures = 3;
const longestWaitMs = 60_000;
/** a name's failures are forgotten so long after the last */
const forgetMs = 15 * 60_000;
/** failures of all names together within a minute; past that one attempt a second is looked at */
const freePerMinute = 30;
const mostNames = 1_000;

interface Failures {
  count: number;
  at: number;
}

/**
 * Slows guessing. From the third failure of a name on, the next attempt is looked at after 1, 2, 4 … 60 seconds only,
 * right or wrong; past thirty failures a minute over all names, one attempt a second. Unknown names count like known ones.
 */
export class LoginPace {
  readonly #now: () => number;
  readonly #names = new Map<string, Failures>();
  #recent: number[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Takes an attempt as failed until `succeeded` says otherwise, so that attempts side by side gain nothing.
   * @throws CareError TOO_MANY with the seconds to wait
   */
  begin(name: string): void {
    const now = this.#now();
    const key = keyOf(name);
    this.#recent = this.#recent.filter((at) => at > now - 60_000);
    const wait = Math.max(this.#waitOfName(key, now), this.#waitOfAll(now));
    if (wait > 0) {
      throw new CareError('TOO_MANY', { reason: 'too-many-attempts', values: { seconds: Math.ceil(wait / 1000) } });
    }
    const before = this.#names.get(key);
    const count = before && before.at > now - forgetMs ? before.count : 0;
    this.#names.delete(key);
    this.#names.set(key, { count: count + 1, at: now });
    this.#recent.push(now);
    const oldest = this.#names.size > mostNames ? this.#names.keys().next().value : undefined;
    if (oldest !== undefined) this.#names.delete(oldest);
  }

  succeeded(name: string): void {
    this.#names.delete(keyOf(name));
    this.#recent.pop();
  }

  #waitOfName(key: string, now: number): number {
    const failures = this.#names.get(key);
    if (!failures || failures.count < freeFailures || failures.at <= now - forgetMs) return 0;
    const pause = Math.min(longestWaitMs, 1000 * 2 ** (failures.count - freeFailures));
    return failures.at + pause - now;
  }

  #waitOfAll(now: number): number {
    const last = this.#recent.at(-1);
    return this.#recent.length < freePerMinute || last === undefined ? 0 : last + 1000 - now;
  }
}

const keyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase().slice(0, 60);
