import { useGo, useQueryValue } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { PointsPanel } from '../customer/PointsPanel.tsx';
import { ReprintPanel } from '../printing/ReprintPanel.tsx';
import { AdjustPanel } from '../rewards/AdjustPanel.tsx';
import { PointsActions } from '../rewards/PointsActions.tsx';
import { TransferPanel } from '../rewards/TransferPanel.tsx';
import { AddCardPanel } from './AddCardPanel.tsx';
import { BenefitPanel } from './BenefitPanel.tsx';
import { CardStatePanel, type CardTurn } from './CardStatePanel.tsx';
import { EndPanel } from './EndPanel.tsx';
import { cardShown } from './ownCard.ts';
import { ParticipationPanel } from './ParticipationPanel.tsx';
import { RenewPanel } from './RenewPanel.tsx';
import { ReplacePanel } from './ReplacePanel.tsx';
import type { MemberPage } from './shapes.ts';
import { TierPanel } from './TierPanel.tsx';
import { UpgradePanel } from './UpgradePanel.tsx';
import { WhyPanel } from './WhyPanel.tsx';

export interface MemberPanelsProps {
  readonly page: MemberPage;
  readonly onClose: () => void;
  readonly onOpen: (what: string) => void;
}

const turns: readonly CardTurn[] = ['frozen', 'lost', 'active', 'cancelled'];

/** The form that the address asks for, `?do=renew`; nothing for what does not exist, or not for this person. */
const MemberPanels = ({ page, onClose, onOpen }: MemberPanelsProps) => {
  const go = useGo();
  const may = useMay()(managers);
  const wanted = useQueryValue('do');
  const cardId = useQueryValue('card');
  const to = useQueryValue('to');
  const { membership, cards } = page;
  const card = cards.find((one) => one.id === cardId);
  const turn = turns.find((one) => one === to);
  const person = { id: membership.customerId, name: membership.holder, card: cardShown(cards)?.number ?? null };
  // vouchers are the customer's, not the account's
  const pointsDeed = (what: string): void =>
    what === 'vouchers' ? go(`/customers/${person.id}?do=vouchers`) : onOpen(what);
  switch (wanted) {
    case 'renew':
      return <RenewPanel id={membership.id} onClose={onClose} />;
    case 'upgrade':
      return <UpgradePanel id={membership.id} onClose={onClose} />;
    case 'points':
      return (
        <PointsPanel
          card={person.card}
          name={person.name}
          onClose={onClose}
          foot={<PointsActions onOpen={pointsDeed} />}
        />
      );
    case 'adjust':
      return <AdjustPanel customer={person} onClose={onClose} />;
    case 'transfer':
      return <TransferPanel customer={person} onClose={onClose} />;
    case 'why':
      return <WhyPanel page={page} onClose={onClose} />;
    case 'benefit':
      return <BenefitPanel page={page} onClose={onClose} />;
    case 'state':
      return card && turn ? <CardStatePanel card={card} to={turn} onClose={onClose} /> : null;
    case 'replace':
      return card ? <ReplacePanel card={card} onClose={onClose} /> : null;
    case 'print':
      return card ? <ReprintPanel key={card.id} cardId={card.id} onClose={onClose} /> : null;
    case 'addCard':
      return <AddCardPanel page={page} onClose={onClose} />;
    case 'participation':
      return <ParticipationPanel membership={membership} onClose={onClose} />;
    case 'tier':
      return may ? <TierPanel membership={membership} onClose={onClose} /> : null;
    case 'cancel':
    case 'reactivate':
      return may ? <EndPanel page={page} to={wanted} onClose={onClose} /> : null;
    default:
      return null;
  }
};

export default MemberPanels;
