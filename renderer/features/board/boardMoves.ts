import { isWaiting, moved, movesOf } from '../../../db/domain/visitSteps.ts';
import type { Answer, api } from '../../lib/api.ts';

export type Board = Answer<typeof api.board.day>;
export type Columns = Board['columns'];
export type BoardStep = keyof Columns;
export type BookingCard = Columns['booked'][number];
export type VisitCard = Columns['arrived'][number];
export type VisitStep = VisitCard['step'];
/** A card as keys and pointers know it. */
export type BoardCard =
  | { readonly kind: 'booking'; readonly booking: BookingCard }
  | { readonly kind: 'visit'; readonly visit: VisitCard };

export const boardSteps: readonly BoardStep[] = ['booked', 'arrived', 'inWork', 'ready', 'left'];

const place = (step: BoardStep): number => boardSteps.indexOf(step);

export const stepOf = (card: BoardCard): BoardStep => (card.kind === 'booking' ? 'booked' : card.visit.step);

export const findCard = (columns: Columns, id: string): BoardCard | null => {
  const booking = columns.booked.find((one) => one.id === id);
  if (booking) return { kind: 'booking', booking };
  const visit = [...columns.arrived, ...columns.inWork, ...columns.ready, ...columns.left].find((one) => one.id === id);
  return visit ? { kind: 'visit', visit } : null;
};

/** The step that one key moves on to; null at the end of the way. */
export const nextStep: Readonly<Record<BoardStep, VisitStep | null>> = {
  booked: 'arrived',
  arrived: 'inWork',
  inWork: 'ready',
  ready: 'left',
  left: null,
};

/** Where one key takes a card back to: the step it really was in before, as the store allows it; null where there is none. */
export const stepBack = (card: BoardCard): BoardStep | null => {
  if (card.kind === 'booking') return null;
  const back = card.visit.moves.filter((step) => place(step) < place(card.visit.step));
  return back.sort((a, b) => place(b) - place(a))[0] ?? null;
};

/** Why a card cannot be put somewhere: a key of `board.whyNot`. */
export type WhyNot = 'bookedFirst' | 'walkIn' | 'hasLines' | 'oneBack';

/** Null where the move makes sense, or changes nothing. */
export const whyNot = (card: BoardCard, to: BoardStep): WhyNot | null => {
  if (stepOf(card) === to) return null;
  if (card.kind === 'booking') return to === 'arrived' ? null : 'bookedFirst';
  if (card.visit.moves.includes(to)) return null;
  if (to !== 'booked') return 'oneBack';
  if (card.visit.appointmentId === null) return 'walkIn';
  return card.visit.lineCount > 0 ? 'hasLines' : 'oneBack';
};

const without = (columns: Columns, ids: readonly string[]): Columns => {
  const rest = <T extends { readonly id: string }>(cards: T[]): T[] =>
    cards.some((one) => ids.includes(one.id)) ? cards.filter((one) => !ids.includes(one.id)) : cards;
  return {
    booked: rest(columns.booked),
    arrived: rest(columns.arrived),
    inWork: rest(columns.inWork),
    ready: rest(columns.ready),
    left: rest(columns.left),
  };
};

const counted = (board: Board, columns: Columns): Board => ({
  ...board,
  columns,
  counts: {
    ...board.counts,
    booked: columns.booked.length,
    arrived: columns.arrived.length,
    inWork: columns.inWork.length,
    ready: columns.ready.length,
    left: columns.left.length,
    longWaits: [...columns.arrived, ...columns.inWork].filter((card) => card.longWait).length,
  },
});

/** The board with a visit's card where its step says; columns that it does not touch stay the same objects. */
export const withVisit = (board: Board, card: VisitCard): Board => {
  const here = board.columns[card.step];
  const at = here.findIndex((one) => one.id === card.id);
  if (at >= 0) {
    return counted(board, { ...board.columns, [card.step]: here.map((one, index) => (index === at ? card : one)) });
  }
  const rest = without(board.columns, [card.id, ...(card.appointmentId === null ? [] : [card.appointmentId])]);
  const cards = [...rest[card.step], card].sort(
    card.step === 'left' ? (a, b) => (b.leftAt ?? 0) - (a.leftAt ?? 0) : (a, b) => a.arrivedAt - b.arrivedAt,
  );
  return counted(board, { ...rest, [card.step]: cards });
};

/** A visit withdrawn: its booking stands again. */
export const withBooking = (board: Board, booking: BookingCard): Board => {
  const rest = without(board.columns, [booking.id, ...(booking.visitId === null ? [] : [booking.visitId])]);
  const booked = [...rest.booked, booking].sort((a, b) => a.startsAt - b.startsAt);
  return counted(board, { ...rest, booked });
};

export const withoutCard = (board: Board, id: string): Board => counted(board, without(board.columns, [id]));

/** The card as it will stand once the store has said yes: moved at `now`. */
export const movedAhead = (card: VisitCard, to: VisitStep, now: number): VisitCard => {
  const times = moved(card, to, now);
  return {
    ...card,
    ...times,
    moves: [...movesOf(times, card.appointmentId !== null && card.lineCount === 0)],
    waiting: isWaiting(times),
  };
};

export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

export const isArrowKey = (key: string): key is ArrowKey =>
  ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key);

/**
 * The card that an arrow leads to: up and down within its column, left and right at the same height of the nearest column
 * that has cards. The first card of the board where none is chosen yet; null where there is nowhere to go.
 */
export const neighbour = (
  columns: readonly (readonly string[])[],
  chosen: string | null,
  key: ArrowKey,
): string | null => {
  const x = columns.findIndex((ids) => chosen !== null && ids.includes(chosen));
  const column = columns[x];
  if (!column || chosen === null) return columns.find((ids) => ids.length > 0)?.[0] ?? null;
  const y = column.indexOf(chosen);
  const beside = (found: readonly (readonly string[])[]): string | null => {
    const next = found.find((ids) => ids.length > 0);
    return next ? (next[Math.min(y, next.length - 1)] ?? null) : null;
  };
  switch (key) {
    case 'ArrowUp':
      return column[y - 1] ?? null;
    case 'ArrowDown':
      return column[y + 1] ?? null;
    case 'Home':
      return column[0] ?? null;
    case 'End':
      return column[column.length - 1] ?? null;
    case 'ArrowLeft':
      return beside(columns.slice(0, x).reverse());
    case 'ArrowRight':
      return beside(columns.slice(x + 1));
  }
};

/** How loud a wait is: red at or over the store's limit, amber from three quarters of it. */
export const waitTone = (minutes: number, limit: number): 'red' | 'amber' | 'plain' => {
  if (minutes >= limit) return 'red';
  return minutes >= limit * 0.75 ? 'amber' : 'plain';
};
