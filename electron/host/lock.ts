import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { ownMark, type ProcessMark, stillRuns } from './processStart.ts';

/** What holds a store: a desk that serves it, or a command of the command line that writes to it. */
export type HolderKind = 'desk' | 'command';

export interface Holder extends ProcessMark {
  readonly pid: number;
  readonly kind: HolderKind;
  /** `desk`, `import` … for the message that names it */
  readonly what: string;
  /** where a desk listens, null until it does */
  readonly port: number | null;
  readonly token: string;
}

export interface StoreLock {
  readonly holder: Holder;
  /** Tells others where this desk is found. */
  setPort(port: number): void;
  release(): void;
}

export const lockPath = (dataDir: string): string => join(dataDir, 'host.lock');

const parse = (text: string): Holder | null => {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    if (!Number.isInteger(value.pid) || typeof value.startedAt !== 'number' || typeof value.token !== 'string')
      return null;
    return value as Holder;
  } catch {
    return null;
  }
};

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** Who has the store open, null where nobody has. */
export const lockHolder = (dataDir: string): Holder | null => {
  const text = read(lockPath(dataDir));
  const holder = text === null ? null : parse(text);
  return holder && stillRuns(holder.pid, holder) ? holder : null;
};

export class StoreHeldError extends Error {
  readonly holder: Holder;

  constructor(holder: Holder) {
    super(`the store is open in process ${holder.pid} (${holder.what})`);
    this.name = 'StoreHeldError';
    this.holder = holder;
  }
}

/** Writes the file whole or not at all, and never over another's. */
const create = (path: string, holder: Holder): boolean => {
  const own = `${path}.${holder.token}`;
  writeFileSync(own, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    // a file system without hard links (FAT, some shares): exclusive create, which others may see half written
    return createExclusive(path, holder);
  } finally {
    rmSync(own, { force: true });
  }
};

const createExclusive = (path: string, holder: Holder): boolean => {
  try {
    const file = openSync(path, 'wx', 0o600);
    try {
      writeSync(file, JSON.stringify(holder));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
};

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Takes away a lock whose process is gone. Another process may do the same now: only what was looked at is removed. */
const removeStale = (path: string, seen: string): void => {
  const aside = `${path}.stale.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== seen) {
    // it was a new one already: back with it, unless yet another came
    try {
      linkSync(aside, path);
    } catch {
      // that one holds the store
    }
  }
  rmSync(aside, { force: true });
};

/**
 * One writer for a data folder. The lock is a file with the process's number, taken over where that process is gone.
 * @throws StoreHeldError naming the process that has the store
 */
export const lockStore = (dataDir: string, kind: HolderKind, what: string): StoreLock => {
  mkdirSync(dataDir, { recursive: true });
  const path = lockPath(dataDir);
  let holder: Holder = { pid: process.pid, ...ownMark(), kind, what, port: null, token: randomUUID() };
  for (let attempt = 0; !create(path, holder); attempt++) {
    const seen = read(path);
    const other = seen === null ? null : parse(seen);
    if (other && stillRuns(other.pid, other)) throw new StoreHeldError(other);
    if (attempt >= 5) throw other ? new StoreHeldError(other) : new Error(`cannot take ${path}`);
    // half written, perhaps: its owner gets a moment before it counts as left behind
    if (seen !== null && !other && attempt < 2) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    else if (seen !== null) removeStale(path, seen);
  }
  const isOurs = (): boolean => parse(read(path) ?? '')?.token === holder.token;
  const release = (): void => {
    process.off('exit', release);
    if (isOurs()) rmSync(path, { force: true });
  };
  process.on('exit', release);
  return {
    get holder() {
      return holder;
    },
    setPort: (port) => {
      if (!isOurs()) return;
      holder = { ...holder, port };
      const next = `${path}.${holder.token}`;
      writeFileSync(next, JSON.stringify(holder), { mode: 0o600 });
      renameSync(next, path);
    },
    release,
  };
};
