import type { CareError } from '../../db/contract/errors.ts';
import type { Store } from '../../db/store/types.ts';

/**
 * Stands for a store that cannot be opened (corrupt, read-only, from a newer version, disk full): every call says why,
 * so the desk opens its recovery screen instead of a blank page.
 */
export const brokenStore = (dataDir: string, error: CareError): Store => ({
  dataDir,
  call: () => Promise.reject(error),
  onEvent: () => () => {},
  close: () => Promise.resolve(),
});
