import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { careError, errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { useGo } from '../../lib/place.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import type { CardAction } from './BoardColumn.tsx';
import type { BoardPanel } from './BoardPanels.tsx';
import {
  type BoardCard,
  type BoardStep,
  type BookingCard,
  nextStep,
  stepBack,
  stepOf,
  type VisitCard,
  whyNot,
} from './boardMoves.ts';
import type { BoardActions } from './useBoard.ts';

export interface CardActions {
  readonly moveTo: (card: BoardCard, to: BoardStep) => void;
  readonly act: (action: CardAction, card: BoardCard) => void;
}

const say = (text: string): void => notify(text, { tone: 'amber' });

/** What keys, buttons and drops do to a card; what makes no sense is said in a sentence. */
export const useCardActions = (
  actions: BoardActions,
  onPanel: (panel: BoardPanel) => void,
  onChoose: (id: string) => void,
): CardActions => {
  const { t } = useTranslation();
  const go = useGo();

  const failed = useCallback(
    (error: unknown, booking: BookingCard): void => {
      const failure = careError(error);
      const elsewhere = failure?.data.reason === 'changed-meanwhile';
      notify(elsewhere ? t('board.bookingElsewhere', { name: booking.name }) : errorText(error, t), {
        tone: failure?.code === 'CONFLICT' || failure?.code === 'VALIDATION' ? 'amber' : 'red',
      });
      actions.refresh();
    },
    [actions, t],
  );

  const arrive = useCallback(
    async (booking: BookingCard): Promise<void> => {
      if (booking.customerId === null) {
        onPanel({ kind: 'come', booking });
        return;
      }
      try {
        const { card } = await actions.arrive(booking);
        onChoose(card.id);
        void notifyUndoable(t('board.arrived', { name: booking.name }), t);
      } catch (error) {
        const unsaid = careError(error)?.data.fields?.some(({ reason }) => reason === 'vehicle-missing');
        if (unsaid) onPanel({ kind: 'come', booking });
        else failed(error, booking);
      }
    },
    [actions, failed, onChoose, onPanel, t],
  );

  const notCome = useCallback(
    async (booking: BookingCard): Promise<void> => {
      const { id, name } = booking;
      try {
        const done = await api.appointments.noShow({ id, version: booking.version, requestId: newRequestId() });
        actions.drop(id);
        void notifyUndoable(t('appointments.noShowDone', { name, count: done.noShows }), t);
      } catch (error) {
        failed(error, booking);
      }
    },
    [actions, failed, t],
  );

  const moveTo = useCallback(
    (card: BoardCard, to: BoardStep): void => {
      const why = whyNot(card, to);
      if (why) {
        say(t(`board.whyNot.${why}`));
        return;
      }
      if (stepOf(card) === to) return;
      if (card.kind === 'booking') {
        void arrive(card.booking);
        return;
      }
      actions.move(card.visit, to);
      if (to === 'booked' && card.visit.appointmentId) onChoose(card.visit.appointmentId);
    },
    [actions, arrive, onChoose, t],
  );

  const actOnBooking = useCallback(
    (action: CardAction, booking: BookingCard): void => {
      switch (action) {
        case 'open':
          if (booking.customerId) go(`/customers/${booking.customerId}`);
          else onPanel({ kind: 'come', booking });
          return;
        case 'edit':
          onPanel({ kind: 'booking', booking });
          return;
        case 'cancel':
          onPanel({ kind: 'cancel', booking });
          return;
        case 'noShow':
          void notCome(booking);
          return;
        case 'on':
        case 'back':
        case 'lines':
        case 'void':
        case 'survey':
          return;
      }
    },
    [go, notCome, onPanel],
  );

  const actOnVisit = useCallback(
    (action: CardAction, visit: VisitCard): void => {
      switch (action) {
        case 'open':
          go(`/customers/${visit.customerId}`);
          return;
        case 'lines':
          onPanel({ kind: 'lines', visit });
          return;
        case 'void':
          onPanel({ kind: 'void', visit });
          return;
        case 'survey':
          go(
            `/surveys/ask?${new URLSearchParams({ customer: visit.customerId, vehicle: visit.vehicleId, visit: visit.id }).toString()}`,
          );
          return;
        case 'on':
        case 'back':
        case 'edit':
        case 'cancel':
        case 'noShow':
          return;
      }
    },
    [go, onPanel],
  );

  const act = useCallback(
    (action: CardAction, card: BoardCard): void => {
      const step = stepOf(card);
      if (action === 'on') {
        const next = nextStep[step];
        if (next) moveTo(card, next);
        else say(t('board.atEnd'));
      } else if (action === 'back') {
        const back = stepBack(card);
        if (back) moveTo(card, back);
        else say(t('board.noBack'));
      } else if (card.kind === 'booking') actOnBooking(action, card.booking);
      else actOnVisit(action, card.visit);
    },
    [actOnBooking, actOnVisit, moveTo, t],
  );
  return { moveTo, act };
};
