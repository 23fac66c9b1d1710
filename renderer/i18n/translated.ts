/**
 * The shape that a translation must have: every key of the source, and, beside any text, an optional `key_one` for
 * languages that tell one from many.
 */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
} & {
  readonly [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string;
};
