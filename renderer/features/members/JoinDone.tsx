import { useTranslation } from 'react-i18next';
import { cardNumber, day } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useGo } from '../../lib/place.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import type { Joined } from './JoinPanel.tsx';
import css from './members.module.css';
import type { Person } from './shapes.ts';
import { usePrintCard } from './usePrintCard.ts';

export interface JoinDoneProps {
  readonly customer: Person;
  readonly joined: Joined;
  readonly onClose: () => void;
}

/** Done: the card's number, and the next deed a key away: print it, show it, whoever is next. */
export const JoinDone = ({ customer, joined, onClose }: JoinDoneProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const { membership, tierName } = joined;
  const print = usePrintCard();
  const printIt = (): void => print({ id: membership.cardId, number: membership.cardNumber });
  const show = (): void => go(`/members/${membership.membershipId}`);
  const next = (): void => go('/members?do=join', { replace: true });
  useHotkeys({ P: printIt, K: show, N: next }, { inDialog: true });
  return (
    <SidePanel title={t('members.join.doneTitle')} sub={customer.name} onClose={onClose}>
      <p className={css['done']} role="status">
        <CheckIcon size={20} /> {t('members.join.done', { name: customer.name, tier: tierName })}
      </p>
      <p className={css['doneNumber']}>{cardNumber(membership.cardNumber)}</p>
      <p className="quiet">{t('members.join.through', { day: day(membership.validThrough) })}</p>
      <div className={css['doneActions']}>
        <ActionButton type="primary" label={t('members.actions.print')} keys="P" onClick={printIt} />
        <ActionButton label={t('members.join.show')} keys="K" onClick={show} />
        <ActionButton label={t('members.join.next')} keys="N" onClick={next} />
      </div>
    </SidePanel>
  );
};
