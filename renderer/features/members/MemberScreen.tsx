import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { careError } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useBack, useGo, useParam, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CardIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { BenefitsPart } from './BenefitsPart.tsx';
import { CardsPart } from './CardsPart.tsx';
import { EventsPart } from './EventsPart.tsx';
import { LotsPart } from './LotsPart.tsx';
import { MemberActions } from './MemberActions.tsx';
import { MemberHead } from './MemberHead.tsx';
import css from './memberPage.module.css';
import { cardToLose, cardToReplace } from './ownCard.ts';
import { ParticipationsPart } from './ParticipationsPart.tsx';
import { PathsPart } from './PathsPart.tsx';
import type { Card, MemberPage } from './shapes.ts';
import { usePrintCard } from './usePrintCard.ts';

/** The forms come after the page, in a quiet moment, as on the customer's page. */
const loadPanels = () => import('./MemberPanels.tsx');
const MemberPanels = lazy(loadPanels);

/** 会员卡页: the card, both balances, every way on, what the tier gives, and how it all came about. */
const MemberScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const id = useParam('id');
  const { data, error, refetch } = useQuery(orpc.members.get.queryOptions({ input: { id } }));
  if (error && isGone(error)) {
    return (
      <EmptyState
        icon={<CardIcon size={32} />}
        title={t('members.notFound.title')}
        actions={<ActionButton type="primary" label={t('members.list.title')} onClick={() => go('/members/list')} />}
      >
        {t('members.notFound.text')}
      </EmptyState>
    );
  }
  if (data) return <Page key={id} page={data} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
};

export default MemberScreen;

/** Gone, or an address that never was one. */
const isGone = (error: unknown): boolean => {
  const code = careError(error)?.code;
  return code === 'NOT_FOUND' || code === 'VALIDATION' || code === 'BAD_REQUEST';
};

const Page = ({ page }: { readonly page: MemberPage }) => {
  const go = useGo();
  const { id, customerId } = page.membership;
  const here = `/members/${id}`;
  const open = (what: string): void => go(`${here}?do=${what}`, { replace: true });
  const print = usePrintCard();
  const printCard = (card: Card): void => {
    // what was printed before wants a reason first
    if (card.prints > 0) open(`print&card=${card.id}`);
    else print(card);
  };
  const close = (): void => go(here, { replace: true });
  const wanted = useQueryValue('do');
  const back = useBack('/members');

  useEffect(() => {
    const timer = setTimeout(() => void loadPanels(), 200);
    return () => clearTimeout(timer);
  }, []);
  useHotkeys({ Escape: back });
  useScreenDeeds({
    'members.customer': () => go(`/customers/${customerId}`),
    'members.redeem': () => go(`/redeem?customer=${customerId}`),
    'members.print': () => {
      const card = cardToReplace(page.cards);
      if (card && card.state !== 'lost') printCard(card);
    },
    'members.lost': () => {
      const card = cardToLose(page.cards);
      if (card) open(`state&card=${card.id}&to=lost`);
    },
    'members.replace': () => {
      const card = cardToReplace(page.cards);
      if (card) open(`replace&card=${card.id}`);
    },
  });

  return (
    <div className={css['page']}>
      <MemberHead page={page} onOpen={open} />
      <div className={css['main']}>
        <div className={css['column']}>
          <PathsPart page={page} onOpen={open} />
          <CardsPart page={page} onOpen={open} onPrint={printCard} />
          <EventsPart events={page.events} />
        </div>
        <div className={css['column']}>
          <BenefitsPart page={page} />
          <LotsPart page={page} />
          <ParticipationsPart page={page} onAdd={() => open('participation')} />
        </div>
      </div>
      <MemberActions page={page} onOpen={open} />
      <Suspense>{wanted && <MemberPanels page={page} onClose={close} onOpen={open} />}</Suspense>
    </div>
  );
};
