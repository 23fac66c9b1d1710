import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useGo } from '../../lib/place.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { StoreIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import inputs from '../customer/inputs.module.css';
import css from './counter.module.css';
import { RewardTile } from './RewardTile.tsx';
import type { CounterCard, Offered, RewardKind } from './shapes.ts';
import type { DoneRedemption } from './useCounter.ts';

/** what the contract takes at once */
const mostAtOnce = 20;

export interface RewardChoicesProps {
  readonly card: CounterCard;
  readonly onDone: (done: DoneRedemption) => void;
}

/** The catalogue as this member can take it: a digit chooses, + and − say how many, Enter redeems. */
export const RewardChoices = ({ card, onDone }: RewardChoicesProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const { data, error, refetch } = useQuery(
    orpc.rewards.list.queryOptions({ input: { forMembership: card.membershipId }, staleTime: 0 }),
  );
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const rows = inOrder(data.rows);
  if (rows.length > 0) return <Choices card={card} rows={rows} onDone={onDone} />;
  return (
    <Panel>
      <EmptyState
        icon={<StoreIcon size={36} />}
        title={t('rewards.counter.none')}
        actions={<Button onClick={() => go('/rewards')}>{t('rewards.counter.toCatalogue')}</Button>}
      >
        {t('rewards.counter.noneText')}
      </EmptyState>
    </Panel>
  );
};

/** What can be taken first, so that it has the digits; what is not offered these days is not for the counter. */
const inOrder = (rows: readonly Offered[]): readonly Offered[] =>
  rows
    .filter((row) => row.refusal !== 'reward-not-now')
    .toSorted((a, b) => Number((a.canTake ?? 0) === 0) - Number((b.canTake ?? 0) === 0));

/** What may lie on the counter itself; a partner's goods are mostly fetched there. */
const inHand = (kind: RewardKind): boolean => kind === 'gift';

const Choices = ({ card, rows, onDone }: RewardChoicesProps & { readonly rows: readonly Offered[] }) => {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [id, setId] = useState<string | null>(null);
  const [count, setCount] = useState(1);
  const [handedOver, setHandedOver] = useState(true);
  const chosen = rows.find(({ reward }) => reward.id === id);
  const most = Math.min(chosen?.canTake ?? 0, mostAtOnce);
  const redeem = useSave(api.rewards.redeem, {
    stale: [orpc.rewards.key(), orpc.vouchers.key(), orpc.members.key(), orpc.points.key()],
    onDone: (redeemed, input) => {
      const taken = rows.find(({ reward }) => reward.id === input.rewardId);
      if (!taken) return;
      onDone({
        card,
        reward: taken.reward,
        count: input.count ?? 1,
        handedOver: input.handedOver ?? false,
        redeemed,
      });
    },
  });
  const busy = redeem.isPending;
  const over = count > most;

  useEffect(() => form.current?.focus({ preventScroll: true }), []);
  const choose = (one: Offered | undefined): void => {
    if (!one || one.canTake === 0 || busy) return;
    redeem.reset();
    setId(one.reward.id);
    setCount(1);
    form.current?.querySelector<HTMLInputElement>(`input[value="${one.reward.id}"]`)?.focus();
  };
  const step = (by: number): void => {
    if (chosen) setCount((now) => Math.min(Math.max(now + by, 1), Math.max(most, 1)));
  };
  const digits = Object.fromEntries(rows.slice(0, 9).map((row, at) => [String(at + 1), () => choose(row)]));
  useHotkeys({
    ...digits,
    Plus: () => step(1),
    Minus: () => step(-1),
    H: () => setHandedOver((now) => !now),
  });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!chosen || busy || over) return;
    redeem.mutate({
      card: card.number,
      rewardId: chosen.reward.id,
      count,
      handedOver: inHand(chosen.reward.kind) && handedOver,
    });
  };

  return (
    <form
      ref={form}
      className={css['choices']}
      tabIndex={-1}
      onSubmit={submit}
      aria-label={t('rewards.counter.catalogue')}
    >
      <fieldset className={css['tiles']}>
        <legend className="heard-only">{t('rewards.counter.catalogue')}</legend>
        {rows.map((row, at) => (
          <RewardTile
            key={row.reward.id}
            row={row}
            digit={at < 9 && row.canTake !== 0 ? at + 1 : null}
            chosen={row.reward.id === id}
            onChoose={() => choose(row)}
          />
        ))}
      </fieldset>
      <div className={css['foot']}>
        {chosen ? (
          <>
            <span className={css['count']}>
              <Button aria-label={t('rewards.counter.fewer')} disabled={count <= 1} onClick={() => step(-1)}>
                −
              </Button>
              <output aria-label={t('rewards.counter.count')}>{count}</output>
              <Button aria-label={t('rewards.counter.more')} disabled={count >= most} onClick={() => step(1)}>
                +
              </Button>
            </span>
            <span role="status" className={css['sum']}>
              {over
                ? t('rewards.counter.tooMany', { n: most })
                : t('rewards.counter.sum', {
                    name: chosen.reward.name,
                    count,
                    points: number(chosen.reward.points * count),
                    left: number(card.redeemable - chosen.reward.points * count),
                  })}
            </span>
            {inHand(chosen.reward.kind) && (
              <label className={inputs['check']}>
                <input type="checkbox" checked={handedOver} onChange={(event) => setHandedOver(event.target.checked)} />
                {t('rewards.counter.handedOver')} <KeyHint keys="H" />
              </label>
            )}
          </>
        ) : (
          <span className="quiet">{t('rewards.counter.choose')}</span>
        )}
        {redeem.error !== null && (
          <span role="alert" className={css['failed']}>
            {errorText(redeem.error, t)}
          </span>
        )}
        <ActionButton
          type="primary"
          size="large"
          htmlType="submit"
          className={css['redeem'] ?? ''}
          label={t('rewards.counter.redeem')}
          keys="Enter"
          loading={busy}
          disabled={!chosen || over}
        />
      </div>
    </form>
  );
};
