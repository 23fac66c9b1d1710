import { sql } from 'kysely';
import { nearSounds } from '../../domain/nameSound.ts';

/**
 * `soundKey` of a column as SQL. Written as the index `customerSound` is, or SQLite would not use it: that is why the sounds are
 * part of the text.
 */
export const soundOf = (column: string) =>
  sql.raw<string>(
    nearSounds.reduce((text, [sound, taken]) => `replace(${text}, '${sound}', '${taken}')`, `' ' || ${column} || ' '`),
  );
