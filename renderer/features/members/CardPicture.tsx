import { useTranslation } from 'react-i18next';
import { tierTone } from '../../app/tierTone.ts';
import { cardNumber } from '../../lib/formats.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { CardStateChip } from './CardStateChip.tsx';
import css from './cardPicture.module.css';
import { reasonWords } from './eventWords.ts';
import type { Card, Membership } from './shapes.ts';

export interface CardPictureProps {
  readonly membership: Membership;
  /** null: none was ever issued */
  readonly card: Card | null;
}

/** The card as it lies on the counter: coloured by its tier, the highest one dark. */
export const CardPicture = ({ membership, card }: CardPictureProps) => {
  const { t } = useTranslation();
  const settings = useStoreSettings();
  const tiers = settings?.values.tiers ?? [];
  const highest = tiers.length > 2 && tiers.at(-1)?.code === membership.tier;
  const look = highest ? css['dark'] : tierTone(membership.tier) === 'gold' ? css['gold'] : css['plain'];
  return (
    <figure className={`${css['card']} ${look}`} aria-label={t('members.picture', { name: membership.holder })}>
      <div className={css['line']}>
        <span className={css['store']}>{settings?.store.name}</span>
        <strong>{membership.tierName}</strong>
      </div>
      <div className={css['number']}>{card ? cardNumber(card.number) : t('members.noCard')}</div>
      <div className={css['line']}>
        <span>
          {membership.holder}
          {membership.validThrough && (
            <span className={css['through']}>
              {t('members.validThrough')} {membership.validThrough}
            </span>
          )}
        </span>
        {card && (
          <CardStateChip
            state={card.state}
            title={card.stateReason === null ? undefined : reasonWords(card.stateReason, t)}
          />
        )}
      </div>
    </figure>
  );
};
