import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { cardNumber } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { ReasonPanel } from '../customer/ReasonPanel.tsx';
import { bareNumber } from './joinDraft.ts';
import { OwnNumber } from './OwnNumber.tsx';
import type { Card } from './shapes.ts';
import { usePrintCard } from './usePrintCard.ts';

export interface ReplacePanelProps {
  readonly card: Card;
  readonly onClose: () => void;
}

/** 补卡: a new number for the same account; everything stays. */
export const ReplacePanel = ({ card, onClose }: ReplacePanelProps) => {
  const { t } = useTranslation();
  const print = usePrintCard();
  const [own, setOwn] = useState('');
  const replace = useSave(api.members.replaceCard, {
    stale: [orpc.members.key(), orpc.customers.get.key()],
    onDone: ({ cardId, cardNumber: made }) => {
      notify(t('members.replace.done', { number: cardNumber(made) }), {
        tone: 'green',
        action: { label: t('members.actions.print'), perform: () => print({ id: cardId, number: made }) },
      });
      onClose();
    },
  });
  const refused = fieldErrors(replace.error, t)['cardNumber'];
  return (
    <ReasonPanel
      title={t('members.replace.title')}
      sub={`${card.holder} · ${cardNumber(card.number)}`}
      text={t('members.replace.text')}
      usual={t('members.replace.usual').split('|')}
      save={t('members.replace.save')}
      busy={replace.isPending}
      error={replace.error}
      before={<OwnNumber value={own} onChange={setOwn} {...(refused ? { error: refused } : {})} />}
      onClose={onClose}
      onSave={(reason) =>
        replace.mutate({ cardId: card.id, version: card.version, reason, cardNumber: bareNumber(own) || null })
      }
    />
  );
};
