import { useTranslation } from 'react-i18next';
import { type Answer, api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import type { BatchChannel } from './shapes.ts';

type Sent = Answer<typeof api.tasks.send>;

/** Puts a batch on record as sent, says how many, and who was left out at the last moment. */
export const useSend = (
  channel: BatchChannel,
  /** with what was sent, before it is said */
  onSent: (sent: Sent) => void,
  said: (count: number) => string,
): { readonly busy: boolean; readonly send: (customerIds: readonly string[]) => void } => {
  const { t } = useTranslation();
  const send = useSave(api.tasks.send, {
    stale: [orpc.tasks.key()],
    onDone: (sent) => {
      onSent(sent);
      notify(said(sent.rows.length), { tone: 'green' });
      const out = sent.leftOut.filter(({ count }) => count > 0);
      if (out.length === 0) return;
      notify(
        t('tasks.batch.stayedOut', {
          count: out.reduce((sum, { count }) => sum + count, 0),
          reasons: out.map(({ reason, count }) => `${t(`tasks.leftOut.short.${reason}`)} ${count}`).join(' · '),
        }),
        { tone: 'amber' },
      );
    },
    onFail: (failure) => notify(errorText(failure, t), { tone: 'red' }),
  });
  return {
    busy: send.isPending,
    send: (customerIds) => {
      if (!send.isPending && customerIds.length > 0) send.mutate({ channel, customerIds: [...customerIds] });
    },
  };
};
