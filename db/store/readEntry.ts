import { CareError } from '../contract/errors.ts';
import { newestSchema } from '../schema/migrations.ts';
import { kyselyOf, openConnection } from './connection.ts';
import { entries, parseInput } from './entries.ts';
import { queryRunner } from './reader.ts';
import { storeFileOf } from './storeFile.ts';
import type { Actor } from './types.ts';

/**
 * Asks one query of a store without opening it for writing: also while a desk has it.
 *
 * @throws CareError CONFLICT `schema-older` where the file is of an earlier version that only a writer may bring up to date
 */
export const readEntry = async (
  dataDir: string,
  name: string,
  input: unknown,
  actor: Actor,
  now: () => number,
): Promise<unknown> => {
  const entry = entries.get(name);
  if (!entry) throw new Error(`${name} is no entry`);
  const connection = openConnection(storeFileOf(dataDir), { readonly: true });
  try {
    if (Number(connection.pragma('user_version', { simple: true })) < newestSchema) {
      throw new CareError('CONFLICT', { reason: 'schema-older' });
    }
    return await queryRunner(connection, kyselyOf(connection), now)(entry, parseInput(entry, input), actor);
  } finally {
    connection.close();
  }
};
