import { openStore } from '../../../db/store/openStore.ts';
import type { Store } from '../../../db/store/types.ts';
import { lockStore } from '../lock.ts';
import { type CliContext, RefusedError } from './command.ts';
import { holdsStore } from './dataFolder.ts';

/** @throws RefusedError where the folder holds no store */
export const needStore = (dataDir: string): void => {
  if (!holdsStore(dataDir)) {
    throw new RefusedError(
      'NOT_FOUND',
      `${dataDir} 里没有店铺数据。请先运行 caredesk init。`,
      `There is no store in ${dataDir}. Run caredesk init first.`,
    );
  }
};

/**
 * Runs a writing command on the store, alone with it.
 * @throws StoreHeldError naming the process where a desk has it open
 */
export const withWriter = async <T>(
  context: CliContext,
  what: string,
  run: (store: Store) => Promise<T>,
): Promise<T> => {
  const lock = lockStore(context.dataDir, 'command', what);
  try {
    const store = await openStore(context.dataDir);
    try {
      return await run(store);
    } finally {
      await store.close();
    }
  } finally {
    lock.release();
  }
};
