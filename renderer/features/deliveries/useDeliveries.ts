import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { careError, errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { underWay } from '../../lib/underWay.ts';
import type { Board, Delivery, OpenStep } from './shapes.ts';

/** what is late and what left the board is told by the store: it is asked again so often, ms */
const tick = 60_000;

interface CardAhead {
  readonly step: OpenStep;
  /** UTC ms */
  readonly stepAt: number;
  /** that the store gave it: a board that knows this one, or a later one, is as new; null before the store has answered */
  readonly version: number | null;
}

/** Cards that were moved here and that no fetched board has shown there yet. */
const ahead = new Map<string, CardAhead>();

/** Moves that the store has not answered yet: the version that each gives, null where it was refused. */
const onTheWay = new Map<string, Promise<number | null>>();

/** Once the last move of a card on the board was answered: the version that it gave; null where none is on its way. */
export const answeredMove = (id: string): Promise<number | null> => onTheWay.get(id) ?? Promise.resolve(null);

/** A board that was asked for before a card moved may come after it: the card stays where it was put. */
const notBehind = (board: Board): Board => ({
  ...board,
  rows: board.rows.map((row) => {
    const moved = ahead.get(row.id);
    if (!moved) return row;
    if (moved.version === null || row.version < moved.version) {
      return { ...row, step: moved.step, stepAt: moved.stepAt };
    }
    ahead.delete(row.id);
    return row;
  }),
});

const boardQuery = () =>
  queryOptions({
    queryKey: orpc.deliveries.board.queryKey({ input: {} }),
    queryFn: async ({ signal }) => notBehind(await api.deliveries.board({}, { signal })),
  });

export const useDeliveryBoard = () => useQuery({ ...boardQuery(), refetchInterval: tick });

/**
 * Moves a card on the board before the store has answered; taken back with a sentence where it says no. A second move of a card that is
 * on its way waits for the first one's answer.
 */
export const useMoveDelivery = (): ((card: Delivery, to: OpenStep) => void) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useCallback(
    (card, to) => {
      const { id } = card;
      const put = (change: Partial<Delivery>): void => {
        client.setQueryData<Board>(
          boardQuery().queryKey,
          (board) =>
            board && { ...board, rows: board.rows.map((row) => (row.id === id ? { ...row, ...change } : row)) },
        );
      };
      const moved = { step: to, stepAt: clockNow() };
      ahead.set(id, { ...moved, version: null });
      put(moved);
      const before = onTheWay.get(id) ?? Promise.resolve(card.version);
      const sent = before.then(async (version) => {
        if (version === null) return null;
        try {
          const saved = await api.deliveries.move({ id, version, to, requestId: newRequestId() });
          // a later move of the same card is ahead of this answer
          if (onTheWay.get(id) === sent) ahead.set(id, { ...moved, version: saved.version });
          put({ version: saved.version });
          return saved.version;
        } catch (error) {
          ahead.delete(id);
          const elsewhere = careError(error)?.data.reason === 'changed-meanwhile';
          notify(elsewhere ? t('deliveries.elsewhere') : errorText(error, t), { tone: 'amber' });
          return null;
        }
      });
      onTheWay.set(id, sent);
      underWay(sent);
      void sent.finally(() => {
        if (onTheWay.get(id) === sent) onTheWay.delete(id);
        void client.invalidateQueries({ queryKey: orpc.deliveries.key() });
      });
    },
    [client, t],
  );
};
