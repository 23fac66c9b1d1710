import type { Connection } from './connection.ts';

/** Pieces are merged once there are so many more of them: a search looks into each. */
const piecesKept = 32;
/** So many are not left lying, however busy the desks are. */
const mostPieces = 256;
/** A step writes at most about so many pages of 4 KB: 1 to 5 ms. */
const stepPages = 16;

export interface SearchMerge {
  /** A commit has left a piece of the index. */
  added(): void;
  /** Whether there are enough of them to begin. */
  due(): boolean;
  /** Whether they cannot wait for a quiet moment. */
  pressing(): boolean;
  /** One short transaction. True while there is more to merge. */
  step(): boolean;
}

/** Merges the pieces that commits leave of the one box's index, which FTS5 is told not to do within a commit (see migration 0185). */
export const searchMerge = (connection: Connection): SearchMerge => {
  const changes = connection.prepare<[], number>('SELECT total_changes()').pluck(true);
  const merge = connection.prepare(`INSERT INTO searchIndex (searchIndex, rank) VALUES ('merge', ${stepPages})`);
  // a desk that was closed before it merged has some left
  let pieces = piecesKept;
  return {
    added: () => void pieces++,
    due: () => pieces >= piecesKept,
    pressing: () => pieces >= mostPieces,
    step: () => {
      // the desk may have been closed between two steps
      if (!connection.open) return false;
      const before = changes.get() ?? 0;
      merge.run();
      // FTS5's own sign that nothing was left to do: the command itself counts as one change
      const more = (changes.get() ?? 0) - before >= 2;
      if (!more) pieces = 0;
      return more;
    },
  };
};
