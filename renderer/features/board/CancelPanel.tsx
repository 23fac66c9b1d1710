import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { ReasonPanel } from '../customer/ReasonPanel.tsx';
import type { Booking } from './bookingDraft.ts';

/** 取消预约, with the reason on record; to be taken back from the bar at the bottom. */
export const CancelPanel = ({ booking, onClose }: { readonly booking: Booking; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refresh = (): void => {
    void client.invalidateQueries({ queryKey: orpc.board.key() });
    void client.invalidateQueries({ queryKey: orpc.appointments.key() });
  };
  const cancel = useMutation({
    mutationFn: (reason: string) =>
      api.appointments.cancel({ id: booking.id, version: booking.version, reason, requestId: newRequestId() }),
    onSuccess: () => {
      refresh();
      void notifyUndoable(t('appointments.cancelled', { name: booking.name }), t);
      onClose();
    },
    onError: refresh,
  });
  return (
    <ReasonPanel
      title={t('appointments.cancelTitle')}
      sub={`${booking.day} ${booking.time} ${booking.name}`}
      label={t('appointments.cancelReason')}
      hint={t('appointments.cancelHint')}
      save={t('appointments.cancelConfirm')}
      busy={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onSave={cancel.mutate}
    />
  );
};
