import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useMe } from '../../lib/session.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import type { DriveDraft } from './prospectDraft.ts';

/** Files a test drive, with the one who types it as adviser. */
export const useAddDrive = (id: string) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const me = useMe();
  return useMutation({
    mutationFn: ({ model, day, remark }: DriveDraft) =>
      api.prospects.addTestDrive({
        id,
        model: model.trim(),
        day: dayOrNull(day) ?? '',
        adviserId: me?.staffId ?? null,
        remark: remark.trim() || null,
        requestId: newRequestId(),
      }),
    onSuccess: (_done, { model }) => {
      void notifyUndoable(t('prospects.driveSaved', { model: model.trim() }), t);
      void client.invalidateQueries({ queryKey: orpc.prospects.key() });
    },
  });
};
