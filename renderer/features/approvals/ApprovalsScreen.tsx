import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useMay } from '../../lib/session.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { ListScreen } from '../../ui/ListScreen.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ApprovalRow } from './ApprovalRow.tsx';
import css from './approvals.module.css';
import type { Deciding } from './shapes.ts';

const tabs = ['waiting', 'decided'] as const;

/** 待审批: one inbox for all that is above a limit, what waits longest first. */
const ApprovalsScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay()(managers);
  const state = useQueryValue('show') === 'decided' ? 'decided' : 'waiting';
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const { data, error, refetch } = useQuery(orpc.approvals.list.queryOptions({ input: { state } }));
  const rows = data?.rows ?? [];
  const chosen = rows.find((row) => row.id === chosenId) ?? rows[0];

  const stale = [orpc.approvals.key(), orpc.vouchers.key(), orpc.points.key(), orpc.members.key()];
  const done = (said: string) => (): void => {
    setDeciding(null);
    notify(said, { tone: 'green' });
  };
  const grant = useSave(api.approvals.grant, { stale, onDone: done(t('rewards.approvals.granted')) });
  const refuse = useSave(api.approvals.refuse, { stale, onDone: done(t('rewards.approvals.refused')) });
  const withdraw = useSave(api.approvals.withdraw, {
    stale,
    onDone: done(t('rewards.approvals.withdrawn')),
    onFail: (failure) => notify(errorText(failure, t), { tone: 'amber' }),
  });
  const choose = (id: string): void => {
    if (id === chosen?.id) return;
    setChosenId(id);
    setDeciding(null);
  };
  const step = (by: number): void => {
    const at = rows.findIndex((row) => row.id === chosen?.id);
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) choose(next.id);
  };
  const begin = (what: Deciding): void => {
    if (!may || state !== 'waiting' || !chosen) return;
    grant.reset();
    refuse.reset();
    setChosenId(chosen.id);
    setDeciding(what);
  };
  const takeBack = (): void => {
    if (chosen?.own && state === 'waiting' && !withdraw.isPending)
      withdraw.mutate({ id: chosen.id, version: chosen.version });
  };
  useScreenDeeds({
    'approvals.grant': () => begin('grant'),
    'approvals.refuse': () => begin('refuse'),
    'approvals.withdraw': takeBack,
  });
  useHotkeys({ ArrowDown: () => step(1), ArrowUp: () => step(-1) }, { enabled: rows.length > 0 });

  const failed = deciding === 'grant' ? grant.error : deciding === 'refuse' ? refuse.error : null;
  return (
    <ListScreen
      title={t('rewards.approvals.title')}
      chipsLabel={t('rewards.approvals.tabs')}
      chips={
        <>
          {tabs.map((tab) => (
            <Chip
              key={tab}
              pressed={tab === state}
              onPress={() => go(tab === 'waiting' ? '/approvals' : '/approvals?show=decided', { replace: true })}
            >
              {t(`rewards.approvals.tab.${tab}`)}
            </Chip>
          ))}
          {rows.length > 1 && <span className="quiet small">{t('rewards.approvals.hint')}</span>}
        </>
      }
    >
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<CheckIcon size={32} />}
          title={t(state === 'waiting' ? 'rewards.approvals.empty' : 'rewards.approvals.emptyDecided')}
        >
          {t(state === 'waiting' ? 'rewards.approvals.emptyText' : 'rewards.approvals.emptyDecidedText')}
        </EmptyState>
      ) : (
        <ul className={css['rows']} aria-label={t('rewards.approvals.title')}>
          {rows.map((row) => (
            <ApprovalRow
              key={row.id}
              row={row}
              mayDecide={may}
              chosen={row.id === chosen?.id}
              deciding={row.id === chosen?.id ? deciding : null}
              busy={grant.isPending || refuse.isPending || withdraw.isPending}
              problem={failed ? errorText(failed, t) : null}
              onChoose={() => choose(row.id)}
              onBegin={(what) => {
                choose(row.id);
                setChosenId(row.id);
                setDeciding(what);
              }}
              onDecide={(what, note) =>
                what === 'grant'
                  ? grant.mutate({ id: row.id, version: row.version, note: note || null })
                  : refuse.mutate({ id: row.id, version: row.version, note })
              }
              onCancel={() => setDeciding(null)}
              onWithdraw={() => withdraw.mutate({ id: row.id, version: row.version })}
            />
          ))}
        </ul>
      )}
    </ListScreen>
  );
};

export default ApprovalsScreen;
