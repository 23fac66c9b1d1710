import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { cardNumber } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { ReasonPanel } from '../customer/ReasonPanel.tsx';
import type { Card } from './shapes.ts';

/** 冻结 · 挂失 · 解除 · 注销 */
export type CardTurn = 'frozen' | 'lost' | 'active' | 'cancelled';

export interface CardStatePanelProps {
  readonly card: Card;
  readonly to: CardTurn;
  readonly onClose: () => void;
}

/** A card's state is changed, with the reason on record. */
export const CardStatePanel = ({ card, to, onClose }: CardStatePanelProps) => {
  const { t } = useTranslation();
  const number = cardNumber(card.number);
  const turn = useSave(api.members.setCardState, {
    stale: [orpc.members.key(), orpc.customers.get.key()],
    onDone: () => {
      notify(t(`members.turn.${to}.done`, { number }), { tone: 'green' });
      onClose();
    },
  });
  return (
    <ReasonPanel
      title={t(`members.turn.${to}.title`)}
      sub={`${card.holder} · ${number}`}
      text={t(`members.turn.${to}.text`)}
      usual={t(`members.turn.${to}.usual`).split('|')}
      save={t(`members.turn.${to}.save`)}
      busy={turn.isPending}
      error={turn.error}
      onClose={onClose}
      onSave={(reason) => turn.mutate({ cardId: card.id, version: card.version, state: to, reason })}
    />
  );
};
