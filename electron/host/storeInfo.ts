import type { Store } from '../../db/store/types.ts';
import { hostActor } from './callContext.ts';

export interface StoreInfo {
  readonly storeId: string;
  readonly name: string;
  readonly city: string;
  readonly demo: boolean;
  readonly ready: boolean;
}

const readStoreInfo = async (store: Store): Promise<StoreInfo> =>
  (await store.call('store.info', {}, hostActor('host'))) as StoreInfo;

/** The store's own facts as the first page and health need them, read again when settings or staff changed. */
export class StoreFacts {
  readonly #store: Store;
  readonly #unsubscribe: () => void;
  #info: Promise<StoreInfo> | null = null;

  constructor(store: Store) {
    this.#store = store;
    this.#unsubscribe = store.onEvent((event) => {
      if (event.type === 'changed' && event.topics.some((topic) => topic === 'settings' || topic === 'staff'))
        this.#info = null;
    });
  }

  read(): Promise<StoreInfo> {
    this.#info ??= readStoreInfo(this.#store).catch((error: unknown) => {
      this.#info = null;
      throw error;
    });
    return this.#info;
  }

  close(): void {
    this.#unsubscribe();
  }
}
