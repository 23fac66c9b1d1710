import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { CardPicture } from './CardPicture.tsx';
import css from './memberPage.module.css';
import { cardShown } from './ownCard.ts';
import type { MemberPage } from './shapes.ts';
import { ValidThrough } from './ValidThrough.tsx';

export interface MemberHeadProps {
  readonly page: MemberPage;
  readonly onOpen: (what: string) => void;
}

/** Whose card it is, how long it holds, and what is on it. */
export const MemberHead = ({ page, onOpen }: MemberHeadProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const { membership, balance, paths } = page;
  const card = cardShown(page.cards);
  const { state, validThrough } = membership;
  return (
    <header className={css['head']}>
      <CardPicture membership={membership} card={card} />
      <div className={css['headWho']}>
        <h1>
          <Link to="/customers/$id" params={{ id: membership.customerId }}>
            {membership.holder}
          </Link>
        </h1>
        <p className={css['chips']}>
          {state === 'active' || state === 'expired' ? (
            <span>
              {t('members.validThrough')} <ValidThrough day={validThrough} today={today} />
            </span>
          ) : (
            <Chip tone="red" icon={<WarningIcon size={13} />}>
              {t(`members.state.${state}`)}
            </Chip>
          )}
          {paths.eligibleFor && (
            <Chip tone="green" onPress={() => onOpen('upgrade')}>
              {t('members.canRise', { tier: paths.eligibleFor.tierName })}
            </Chip>
          )}
          {membership.pointsFree && <Chip>{t('members.pointsFree')}</Chip>}
        </p>
        <p className="quiet">
          {[
            membership.joinMode && t(`members.mode.${membership.joinMode}`),
            membership.joinDay && t('members.joinedOn', { day: membership.joinDay }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p>
          <button type="button" className={css['linkButton']} onClick={() => onOpen('why')}>
            {t('memberRecord.why.title', { tier: membership.tierName })}
          </button>
        </p>
      </div>
      <Figure
        label={t('customer.strip.redeemable')}
        value={number(balance.redeemable)}
        bad={balance.debt > 0}
        under={
          balance.debt > 0
            ? t('customer.strip.debt', { n: number(balance.debt) })
            : balance.pending > 0
              ? t('members.pending', { points: number(balance.pending) })
              : ''
        }
      />
      <Figure
        label={t('customer.strip.cumulative')}
        value={number(balance.cumulative)}
        under={
          <button type="button" className={css['linkButton']} onClick={() => onOpen('points')}>
            {t('points.title')}
          </button>
        }
      />
    </header>
  );
};

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly under: ReactNode;
  readonly bad?: boolean;
}

const Figure = ({ label, value, under, bad = false }: FigureProps) => (
  <div className={css['figureCell']}>
    <div className={css['label']}>{label}</div>
    <div className={css['figure']}>{value}</div>
    <div className={bad ? css['bad'] : css['under']}>{under}</div>
  </div>
);
