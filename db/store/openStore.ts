import { openInlineStore } from './inlineStore.ts';
import { openThreadedStore } from './threadedStore.ts';
import type { OpenOptions, Store } from './types.ts';

/** Opens the store in a folder, making it where there is none: in threads for a desk, inline for everything else. */
export const openStore = (dataDir: string, options: OpenOptions = {}): Promise<Store> =>
  options.threads ? openThreadedStore(dataDir, options) : openInlineStore(dataDir, options);
