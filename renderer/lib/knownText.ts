import i18next, { type TFunction } from 'i18next';

/**
 * The text of a key that is known only at run time (a reason that the store names, a field of an import), null where the texts
 * have none. Such a key is outside the types of `t`, so this is the one place that looks one up unchecked.
 */
export const knownText = (key: string, t: TFunction, values?: object): string | null =>
  i18next.exists(key) ? (t as unknown as (key: string, values?: object) => string)(key, values) : null;
