import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useSave } from '../../lib/useSave.ts';
import type { Promised } from './shapes.ts';

/** 兑现 and 作废 of a promise; either can be taken back from the bar at the bottom. */
export const useEndPromise = ({ id, version, text }: Promised) => {
  const { t } = useTranslation();
  const stale = [orpc.promises.key(), orpc.complaints.key()];
  const takeBack = async (): Promise<void> => {
    try {
      await api.promises.reopen({ id, version: version + 1, requestId: newRequestId() });
      notify(t('complaints.promise.reopened', { text }), { tone: 'green' });
    } catch (error) {
      notify(errorText(error, t), { tone: 'amber' });
    }
  };
  const said = (words: string) => (): void =>
    notify(words, { tone: 'green', action: { label: t('common.undo'), perform: takeBack } });
  return {
    keep: useSave(api.promises.keep, { stale, onDone: said(t('complaints.promise.keptSaid', { text })) }),
    drop: useSave(api.promises.drop, { stale, onDone: said(t('complaints.promise.droppedSaid', { text })) }),
  };
};
