import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { ReasonPanel } from '../customer/ReasonPanel.tsx';
import type { MemberPage } from './shapes.ts';

export interface EndPanelProps {
  readonly page: MemberPage;
  /** 退会, or its taking back */
  readonly to: 'cancel' | 'reactivate';
  readonly onClose: () => void;
}

/** 退会 by a manager: nothing can be used or earned any more, the book stays; 恢复会籍 takes it back. */
export const EndPanel = ({ page: { membership, balance }, to, onClose }: EndPanelProps) => {
  const { t } = useTranslation();
  const { id, version, holder, tierName } = membership;
  const end = useSave(api.members[to], {
    stale: [orpc.members.key(), orpc.customers.get.key()],
    onDone: () => {
      notify(t(`members.${to}.done`, { name: holder }), { tone: 'green' });
      onClose();
    },
  });
  return (
    <ReasonPanel
      title={t(`members.${to}.title`)}
      sub={`${holder} · ${tierName}`}
      text={t(`members.${to}.text`, { points: number(balance.redeemable) })}
      usual={t(`members.${to}.usual`).split('|')}
      save={t(`members.${to}.save`)}
      busy={end.isPending}
      error={end.error}
      onClose={onClose}
      onSave={(reason) => end.mutate({ id, version, reason })}
    />
  );
};
