import { replaceEqualDeep } from '@tanstack/react-query';
import type { Board, Columns } from './boardMoves.ts';

/**
 * A board that comes after another, with every card that says the same kept as the same object: only the others are drawn again.
 * Cards are found by their ids, for one that moves shifts the places of all below it.
 */
export const sharedBoard = (before: Board | undefined, now: Board): Board => {
  if (!before) return now;
  const { columns, ...rest } = now;
  const { columns: old, ...oldRest } = before;
  return {
    ...replaceEqualDeep(oldRest, rest),
    columns: same(old, {
      booked: sharedCards(old.booked, columns.booked),
      arrived: sharedCards(old.arrived, columns.arrived),
      inWork: sharedCards(old.inWork, columns.inWork),
      ready: sharedCards(old.ready, columns.ready),
      left: sharedCards(old.left, columns.left),
    }),
  };
};

const sharedCards = <T extends { readonly id: string }>(before: T[], now: T[]): T[] => {
  if (before === now) return before;
  const known = new Map(before.map((card) => [card.id, card]));
  const cards = now.map((card) => replaceEqualDeep(known.get(card.id), card));
  return cards.length === before.length && cards.every((card, at) => card === before[at]) ? before : cards;
};

const same = (before: Columns, now: Columns): Columns =>
  before.booked === now.booked &&
  before.arrived === now.arrived &&
  before.inWork === now.inWork &&
  before.ready === now.ready &&
  before.left === now.left
    ? before
    : now;
