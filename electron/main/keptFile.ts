import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A small text between two runs; null where there is none. */
export const readKept = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** Written whole or not at all. What cannot be kept is no reason to stop anything. */
export const writeKept = (file: string, text: string): void => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.partial`, text);
    renameSync(`${file}.partial`, file);
  } catch {
    // a full or read-only disk is told by the store, in words
  }
};
