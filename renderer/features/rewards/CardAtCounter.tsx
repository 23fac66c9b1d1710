import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CardPanel } from './CardPanel.tsx';
import { CounterProblem } from './CounterProblem.tsx';
import { RewardChoices } from './RewardChoices.tsx';
import type { CardRefusal, CounterCard } from './shapes.ts';
import type { DoneRedemption } from './useCounter.ts';

export interface CardAtCounterProps {
  /** as scanned or typed */
  readonly card: string;
  readonly onDone: (done: DoneRedemption) => void;
}

/** A card on the counter: whose it is beside what it can take, or why it cannot. */
export const CardAtCounter = ({ card, onDone }: CardAtCounterProps) => {
  const { data, error, refetch } = useQuery(orpc.members.atCounter.queryOptions({ input: { card }, staleTime: 0 }));
  if (!data) return error ? <CounterProblem error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <>
      <CardPanel card={data} />
      {data.refusal ? <Refused card={data} refusal={data.refusal} /> : <RewardChoices card={data} onDone={onDone} />}
    </>
  );
};

/** One sentence why, one what to do. */
const Refused = ({ card, refusal }: { readonly card: CounterCard; readonly refusal: CardRefusal }) => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Panel>
      <div role="alert">
        <EmptyState
          icon={<WarningIcon size={40} />}
          title={t(`rewards.counter.refused.${refusal}`)}
          actions={
            <Button type="primary" onClick={() => go(`/members/${card.membershipId}`)}>
              {t('rewards.counter.toCard')}
            </Button>
          }
        >
          {t(`rewards.counter.remedy.${refusal}`)}
        </EmptyState>
      </div>
    </Panel>
  );
};
