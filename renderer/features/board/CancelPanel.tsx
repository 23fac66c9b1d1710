import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import type { Booking } from './bookingDraft.ts';

/** 取消预约, with the reason on record; to be taken back from the bar at the bottom. */
export const CancelPanel = ({ booking, onClose }: { readonly booking: Booking; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const refresh = (): void => {
    void client.invalidateQueries({ queryKey: orpc.board.key() });
    void client.invalidateQueries({ queryKey: orpc.appointments.key() });
  };
  const cancel = useMutation({
    mutationFn: () =>
      api.appointments.cancel({ id: booking.id, version: booking.version, reason, requestId: newRequestId() }),
    onSuccess: () => {
      refresh();
      void notifyUndoable(t('appointments.cancelled', { name: booking.name }), t);
      onClose();
    },
    onError: refresh,
  });
  const missing = reason.trim() === '';
  const save = (): void => {
    setAsked(true);
    if (!missing && !cancel.isPending) cancel.mutate();
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });
  return (
    <SidePanel
      title={t('appointments.cancelTitle')}
      sub={`${booking.day} ${booking.time} ${booking.name}`}
      onClose={onClose}
      foot={
        <SaveFoot label={t('appointments.cancelConfirm')} busy={cancel.isPending} error={cancel.error} onSave={save} />
      }
    >
      <FormField
        label={t('appointments.cancelReason')}
        required
        {...(asked && missing ? { error: t('errors.field.required') } : {})}
      >
        <TextInput
          value={reason}
          maxLength={200}
          placeholder={t('appointments.cancelHint')}
          onChange={setReason}
          onPressEnter={save}
        />
      </FormField>
    </SidePanel>
  );
};
