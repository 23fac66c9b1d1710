import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
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
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const cancel = useMutation({
    mutationFn: () => api.visits.void({ id: visit.id, version: visit.version, reason, requestId: newRequestId() }),
    onSuccess: () => {
      actions.drop(visit.id);
      void notifyUndoable(t('board.voidPanel.done', { name: visitName(visit) }), t);
      onClose();
    },
    onError: () => actions.refresh(),
  });
  const missing = reason.trim() === '';
  const save = (): void => {
    setAsked(true);
    if (!missing && !cancel.isPending) cancel.mutate();
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });
  return (
    <SidePanel
      title={t('board.voidPanel.title')}
      sub={[visitName(visit), visit.customerName].join(' · ')}
      onClose={onClose}
      foot={
        <SaveFoot label={t('board.voidPanel.confirm')} busy={cancel.isPending} error={cancel.error} onSave={save} />
      }
    >
      <p style={{ marginBottom: 14 }}>{t('board.voidPanel.text', { name: visitName(visit) })}</p>
      <FormField
        label={t('board.voidPanel.reason')}
        required
        {...(asked && missing ? { error: t('board.voidPanel.required') } : {})}
      >
        <TextInput
          value={reason}
          maxLength={200}
          placeholder={t('visit.void.hint')}
          onChange={setReason}
          onPressEnter={save}
        />
      </FormField>
    </SidePanel>
  );
};
