import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { ReasonPanel } from '../customer/ReasonPanel.tsx';
import type { VisitCard } from './boardMoves.ts';
import { type BoardActions, visitName } from './useBoard.ts';

export interface VoidPanelProps {
  readonly visit: VisitCard;
  readonly actions: BoardActions;
  readonly onClose: () => void;
}

/** 作废: a visit that should not be on the board; it stays on record with the reason. */
export const VoidPanel = ({ visit, actions, onClose }: VoidPanelProps) => {
  const { t } = useTranslation();
  const cancel = useMutation({
    mutationFn: (reason: string) =>
      api.visits.void({ id: visit.id, version: visit.version, reason, requestId: newRequestId() }),
    onSuccess: () => {
      actions.drop(visit.id);
      void notifyUndoable(t('board.voidPanel.done', { name: visitName(visit) }), t);
      onClose();
    },
    onError: () => actions.refresh(),
  });
  return (
    <ReasonPanel
      title={t('board.voidPanel.title')}
      sub={[visitName(visit), visit.customerName].join(' · ')}
      text={t('board.voidPanel.text', { name: visitName(visit) })}
      label={t('board.voidPanel.reason')}
      hint={t('visit.void.hint')}
      required={t('board.voidPanel.required')}
      save={t('board.voidPanel.confirm')}
      busy={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onSave={cancel.mutate}
    />
  );
};
