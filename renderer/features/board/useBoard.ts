import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { afterPaint } from '../../lib/afterPaint.ts';
import { type Answer, type Asked, api, orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { careError, errorText } from '../../lib/errors.ts';
import { plate } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { underWay } from '../../lib/underWay.ts';
import {
  type Board,
  type BoardStep,
  type BookingCard,
  type Columns,
  findCard,
  movedAhead,
  type VisitCard,
  withBooking,
  withoutCard,
  withVisit,
} from './boardMoves.ts';
import { meanwhileText } from './meanwhileText.ts';
import { sharedBoard } from './sharedBoard.ts';

/** ms after which the minutes on the cards are counted anew */
const refreshEvery = 60_000;

interface CardAhead {
  readonly card: VisitCard;
  /** the store said yes: a board that knows this version of the card, or a later one, is as new */
  readonly answered: boolean;
}

/** Cards that were moved here and that no fetched board has shown there yet. */
const ahead = new Map<string, CardAhead>();

/** A board that was asked for before a card moved may come after it: the card stays where it was put. */
const notBehind = (fetched: Board): Board => {
  let board = fetched;
  for (const [id, { card, answered }] of ahead) {
    const found = findCard(fetched.columns, id);
    if (found?.kind !== 'visit') continue;
    if (answered && found.visit.version >= card.version) ahead.delete(id);
    else board = withVisit(board, card);
  }
  return board;
};

const boardQuery = () =>
  queryOptions({
    queryKey: orpc.board.day.queryKey({ input: {} }),
    queryFn: async ({ signal }) => notBehind(await api.board.day({}, { signal })),
    structuralSharing: (before, now) => sharedBoard(before as Board | undefined, now as Board),
  });

export const useBoard = () => useQuery({ ...boardQuery(), refetchInterval: refreshEvery });

/** A board card out of a refusal's `current`, where it is one. */
const visitIn = (current: unknown): VisitCard | null =>
  typeof current === 'object' && current !== null && 'step' in current && 'moves' in current
    ? (current as VisitCard)
    : null;

export const visitName = (card: VisitCard): string => (card.plate === null ? card.customerName : plate(card.plate));

/** Who came, where the booking does not know it. */
export type Comes = Omit<Asked<typeof api.board.walkIn>, 'requestId'>;
export type Warnings = Answer<typeof api.board.walkIn>['warnings'];

export interface BoardActions {
  /** on the board before the store has answered; taken back with a sentence where it says no */
  readonly move: (card: VisitCard, to: BoardStep) => void;
  /** @throws what the store says where the booking alone does not tell which car came */
  readonly arrive: (
    booking: BookingCard,
    comes?: Comes,
  ) => Promise<{ readonly card: VisitCard; readonly warnings: Warnings }>;
  readonly put: (card: VisitCard) => void;
  readonly drop: (id: string) => void;
  readonly refresh: () => void;
  /** as they stand after the last key, drawn already or not: a second key may come before that */
  readonly columns: () => Columns;
}

const noColumns: Columns = { booked: [], arrived: [], inWork: [], ready: [], left: [] };

/** What moves cards. A second move of a card that is still on its way waits for the first one's answer. */
export const useBoardActions = (): BoardActions => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const onTheWay = useRef(new Map<string, Promise<number | null>>());

  const patch = useCallback(
    (change: (board: Board) => Board) => {
      client.setQueryData<Board>(boardQuery().queryKey, (board) => (board ? change(board) : board));
    },
    [client],
  );
  const put = useCallback((card: VisitCard) => patch((board) => withVisit(board, card)), [patch]);
  const drop = useCallback((id: string) => patch((board) => withoutCard(board, id)), [patch]);

  const refused = useCallback(
    (error: unknown, wanted: VisitCard) => {
      const failure = careError(error);
      const current = visitIn(failure?.data.current);
      if (failure?.data.reason === 'changed-meanwhile') {
        if (current) put(current);
        else {
          drop(wanted.id);
          void client.invalidateQueries({ queryKey: orpc.board.key() });
        }
        notify(meanwhileText(visitName(current ?? wanted), failure.data.values, t), { tone: 'amber' });
        return;
      }
      put(wanted);
      void client.invalidateQueries({ queryKey: orpc.board.key() });
      notify(errorText(error, t), { tone: failure?.code === 'CONFLICT' ? 'amber' : 'red' });
    },
    [client, drop, put, t],
  );

  const move = useCallback(
    (card: VisitCard, to: BoardStep): void => {
      void client.cancelQueries({ queryKey: orpc.board.key() });
      if (to !== 'booked') {
        const moved = movedAhead(card, to, clockNow());
        ahead.set(card.id, { card: moved, answered: false });
        put(moved);
      }
      const before = onTheWay.current.get(card.id) ?? Promise.resolve(card.version);
      const sent = before.then(async (version) => {
        if (version === null) return null;
        await afterPaint();
        try {
          const done = await api.board.move({ id: card.id, version, to, requestId: newRequestId() });
          const { booking } = done;
          if (booking) patch((board) => withBooking(withoutCard(board, card.id), booking));
          // a later move of the same card is ahead of this answer
          if (onTheWay.current.get(card.id) === sent) {
            if (done.card) {
              ahead.set(card.id, { card: done.card, answered: true });
              put(done.card);
            } else ahead.delete(card.id);
          }
          return done.card?.version ?? null;
        } catch (error) {
          ahead.delete(card.id);
          refused(error, card);
          return null;
        }
      });
      onTheWay.current.set(card.id, sent);
      underWay(sent);
      void sent.finally(() => {
        if (onTheWay.current.get(card.id) === sent) onTheWay.current.delete(card.id);
      });
    },
    [client, patch, put, refused],
  );

  const arrive = useCallback(
    async (booking: BookingCard, comes: Comes = {}) => {
      const { card, warnings } = await api.board.arrive({
        appointmentId: booking.id,
        version: booking.version,
        requestId: newRequestId(),
        ...comes,
      });
      patch((board) => withVisit(withoutCard(board, booking.id), card));
      return { card, warnings };
    },
    [patch],
  );

  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: orpc.board.key() }), [client]);
  const columns = useCallback(() => client.getQueryData<Board>(boardQuery().queryKey)?.columns ?? noColumns, [client]);
  return useMemo(() => ({ move, arrive, put, drop, refresh, columns }), [move, arrive, put, drop, refresh, columns]);
};
