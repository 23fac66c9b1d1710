import type { PreparedCommand } from '../store/handler.ts';

/** Ties what `prepare` gives to what `run` takes, then forgets it: the store only hands it on. */
export const prepared = <E, P>(command: PreparedCommand<E, P>): PreparedCommand<E, unknown> =>
  command as unknown as PreparedCommand<E, unknown>;
