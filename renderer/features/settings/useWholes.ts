import { useState } from 'react';
import { readWhole } from '../../lib/readWhole.ts';

/** Between which a setting may lie, both included. */
export type Range = readonly [least: number, most: number];

export interface Wholes<Key extends string> {
  readonly text: (key: Key) => string;
  readonly wrong: (key: Key) => boolean;
  readonly type: (key: Key, text: string) => void;
  readonly reset: () => void;
  /** something was typed */
  readonly touched: boolean;
  readonly allFine: boolean;
  /** what was typed and differs from what is kept */
  readonly changes: Partial<Record<Key, number>>;
}

/** Some whole numbers of the settings while they are typed: kept as text, so that nothing is corrected under the hand. */
export const useWholes = <Key extends string>(
  ranges: Readonly<Record<Key, Range>>,
  kept: Readonly<Record<Key, number>> | undefined,
): Wholes<Key> => {
  const [texts, setTexts] = useState<ReadonlyMap<Key, string>>(new Map());
  const read = (key: Key, text: string): number | null => {
    const [least, most] = ranges[key];
    return readWhole(text, least, most);
  };
  const wrong = (key: Key): boolean => {
    const text = texts.get(key);
    return text !== undefined && read(key, text) === null;
  };
  const changes: Partial<Record<Key, number>> = {};
  for (const [key, text] of texts) {
    const value = read(key, text);
    if (value !== null && value !== kept?.[key]) changes[key] = value;
  }
  return {
    text: (key) => texts.get(key) ?? String(kept?.[key] ?? ''),
    wrong,
    type: (key, text) => setTexts((before) => new Map(before).set(key, text)),
    reset: () => setTexts(new Map()),
    touched: texts.size > 0,
    allFine: ![...texts.keys()].some(wrong),
    changes,
  };
};
