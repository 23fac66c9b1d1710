import type { Connection } from './connection.ts';
import type { SearchDocuments } from './searchDocuments.ts';

/** Other commands wait for a batch at most so long. */
const batchMs = 20;
/** The clock is asked after so many documents. */
const stepDocuments = 20;

export interface SearchQueue {
  /** Inside the transaction of an import: in the order in which they shall come to the front. */
  add(customerIds: readonly string[]): void;
  /** how many are waiting */
  readonly size: () => number;
  /** One short transaction. True while more are waiting. */
  batch(): boolean;
}

/** Customers whose documents are still to be written; what is left when the desk closes goes on when it opens. */
export const searchQueue = (connection: Connection, documents: SearchDocuments): SearchQueue => {
  const insert = connection.prepare('INSERT INTO searchQueue (customerId) VALUES (?)');
  const next = connection.prepare<[], { position: number; customerId: string }>(
    `SELECT position, customerId FROM searchQueue ORDER BY position LIMIT ${stepDocuments}`,
  );
  const done = connection.prepare('DELETE FROM searchQueue WHERE position <= ?');
  const size = connection
    .prepare<[], number>('SELECT coalesce(max(position) - min(position) + 1, 0) FROM searchQueue')
    .pluck(true);
  const batch = connection.transaction((): boolean => {
    const until = performance.now() + batchMs;
    do {
      const waiting = next.all();
      const last = waiting.at(-1);
      if (!last) return false;
      for (const { customerId } of waiting) documents.refresh(customerId);
      done.run(last.position);
    } while (performance.now() < until);
    return true;
  });
  return {
    add: (customerIds) => {
      for (const customerId of customerIds) insert.run(customerId);
    },
    size: () => size.get() ?? 0,
    batch: () => batch.immediate(),
  };
};
