/**
 * What somebody typed and did not save, kept in this desk's browser so that neither Esc nor a crash loses it. Keys name the
 * form and the person, so that a colleague never finds another's half-typed customer.
 */
interface Kept<T> {
  /** UTC ms */
  readonly at: number;
  readonly value: T;
}

const prefix = 'caredesk.draft.';
/** Drafts hold people's data: after this they are forgotten. 7 days in ms. */
const longest = 7 * 86_400_000;

const storageOf = (): Storage | null => {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
};

const isKept = (value: unknown): value is Kept<unknown> =>
  typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number' && 'value' in value;

const read = (storage: Storage, name: string): Kept<unknown> | null => {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(name) ?? 'null');
    return isKept(parsed) ? parsed : null;
  } catch {
    return null;
  }
};

/** Null where none is kept, it is too old, or `fits` does not know its shape (an older version wrote it). */
export const keptDraft = <T>(
  key: string,
  now: number,
  fits: (value: unknown) => value is T,
): { readonly at: number; readonly value: T } | null => {
  const storage = storageOf();
  if (!storage) return null;
  const kept = read(storage, prefix + key);
  if (!kept || now - kept.at > longest || !fits(kept.value)) return null;
  return { at: kept.at, value: kept.value };
};

/** A full or forbidden storage loses nothing that is on screen: the form goes on without a net. */
export const keepDraft = (key: string, value: unknown, now: number): void => {
  const storage = storageOf();
  if (!storage) return;
  try {
    storage.setItem(prefix + key, JSON.stringify({ at: now, value }));
  } catch {
    dropDraft(key);
  }
};

export const dropDraft = (key: string): void => {
  storageOf()?.removeItem(prefix + key);
};

/** Forgets what is too old, of every form. */
export const sweepDrafts = (now: number): void => {
  const storage = storageOf();
  if (!storage) return;
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const name of names) {
    if (!name?.startsWith(prefix)) continue;
    const kept = read(storage, name);
    if (!kept || now - kept.at > longest) storage.removeItem(name);
  }
};

/** True where `value` has every key of `like`, each of the same kind, all the way down: a draft of this version. */
export const hasShape = <T extends object>(value: unknown, like: T): value is T => {
  if (typeof value !== 'object' || value === null) return false;
  const found = value as Readonly<Record<string, unknown>>;
  return Object.entries(like).every(([key, sample]) => {
    if (!(key in found)) return false;
    const actual = found[key];
    if (sample === null || actual === null) return true;
    if (Array.isArray(sample)) return Array.isArray(actual);
    return typeof sample === 'object' ? hasShape(actual, sample) : typeof actual === typeof sample;
  });
};
