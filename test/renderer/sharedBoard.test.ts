import { describe, expect, test } from 'vitest';
import type { Board, VisitCard } from '../../renderer/features/board/boardMoves.ts';
import { sharedBoard } from '../../renderer/features/board/sharedBoard.ts';

const card = (id: string, change: Partial<VisitCard> = {}): VisitCard =>
  ({ id, version: 1, step: 'arrived', moves: ['inWork', 'ready', 'left'], waitingMinutes: 3, ...change }) as VisitCard;

const boardOf = (columns: Partial<Board['columns']>): Board => ({
  day: '2026-11-22',
  columns: { booked: [], arrived: [], inWork: [], ready: [], left: [], ...columns },
  counts: { booked: 0, arrived: 0, inWork: 0, ready: 0, left: 0, cancelled: 0, noShow: 0, longWaits: 0 },
  averageWaitMinutes: null,
  longWaitMinutes: 120,
  load: [],
  undecided: [],
});

describe('a board that comes after another', () => {
  const before = boardOf({ arrived: [card('a'), card('b'), card('c')], ready: [card('d', { step: 'ready' })] });
  /** as it comes from the store: nothing of it is the same object */
  const again = (board: Board): Board => structuredClone(board);

  test('that says the same keeps every column', () => {
    expect(sharedBoard(before, again(before)).columns).toBe(before.columns);
  });

  test('where a card has gone, those below it stay the same objects', () => {
    const moved = boardOf({
      arrived: [card('b'), card('c')],
      inWork: [card('a', { step: 'inWork' })],
      ready: [card('d', { step: 'ready' })],
    });
    const { columns } = sharedBoard(before, again(moved));
    expect(columns.arrived).toEqual(moved.columns.arrived);
    expect(columns.arrived[0]).toBe(before.columns.arrived[1]);
    expect(columns.arrived[1]).toBe(before.columns.arrived[2]);
    expect(columns.ready).toBe(before.columns.ready);
    expect(columns.inWork[0]?.step).toBe('inWork');
  });

  test('a card that says something else is another one', () => {
    const later = boardOf({ ...before.columns, arrived: [card('a'), card('b', { waitingMinutes: 4 }), card('c')] });
    const { columns } = sharedBoard(before, again(later));
    expect(columns.arrived).toEqual(later.columns.arrived);
    expect(columns.arrived[1]).not.toBe(before.columns.arrived[1]);
    expect(columns.arrived[2]).toBe(before.columns.arrived[2]);
  });

  test('the first one is taken as it is', () => {
    expect(sharedBoard(undefined, before)).toBe(before);
  });
});
