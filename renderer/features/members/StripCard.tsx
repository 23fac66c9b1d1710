import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { tierTone } from '../../app/tierTone.ts';
import { orpc } from '../../lib/api.ts';
import { cardNumber } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { CustomerPage } from '../customer/shapes.ts';
import { CardStateChip } from './CardStateChip.tsx';
import type { CounterCard } from './shapes.ts';

export interface StripCardProps {
  readonly card: NonNullable<CustomerPage['card']>;
}

/** The card on the strip: its tier and number lead to its page, a state that is not in order is said, and so is 可升级. */
export const StripCard = ({ card }: StripCardProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const { data } = useQuery(orpc.members.atCounter.queryOptions({ input: { card: card.number } }));
  useRiseNotice(data);
  const words = t('customer.strip.card', { tier: card.tierName, number: cardNumber(card.number) });
  if (!data) return <Chip tone={tierTone(card.tier)}>{words}</Chip>;
  const page = `/members/${data.membershipId}`;
  return (
    <>
      <Chip tone={tierTone(card.tier)} title={t('members.actions.card')} onPress={() => go(page)}>
        {words}
      </Chip>
      <CardStateChip state={data.state} />
      {data.eligibleFor && (
        <Chip tone="green" onPress={() => go(`${page}?do=upgrade`)}>
          {t('members.canRise', { tier: data.eligibleFor.tierName })}
        </Chip>
      )}
    </>
  );
};

/** Says when the member before one has just become eligible, as by the visit that was saved. */
const useRiseNotice = (card: CounterCard | undefined): void => {
  const { t } = useTranslation();
  const go = useGo();
  const before = useRef<{ readonly number: string; readonly tier: string | null } | null>(null);
  useEffect(() => {
    if (!card) return;
    const known = before.current;
    const tier = card.eligibleFor?.tier ?? null;
    before.current = { number: card.number, tier };
    if (known?.number !== card.number || tier === null || tier === known.tier) return;
    notify(t('members.becameEligible', { name: card.holder, tier: card.eligibleFor?.tierName ?? '' }), {
      tone: 'green',
      action: {
        label: t('members.actions.upgrade'),
        perform: () => go(`/members/${card.membershipId}?do=upgrade`),
      },
    });
  }, [card, t, go]);
};
