import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useMay } from '../../lib/session.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CheckIcon, PlusIcon, WrenchIcon } from '../../ui/icons.tsx';
import { ListScreen } from '../../ui/ListScreen.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { filers } from './filers.ts';
import { RecallDetail } from './RecallDetail.tsx';
import { RecallForm } from './RecallForm.tsx';
import { percentDone } from './recallDraft.ts';
import css from './recalls.module.css';

const states = ['running', 'ended', 'all'] as const;

/** 召回: the campaigns on the left, the chosen one's vehicles on the right. */
const RecallsScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay()(filers);
  const wanted = useQueryValue('state');
  const state = states.find((one) => one === wanted) ?? 'running';
  const id = useQueryValue('id');
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(orpc.recalls.list.queryOptions({ input: { state } }));
  useScreenDeeds({ 'recalls.new': () => setAdding(true) });
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const chosen = data.rows.find((row) => row.id === id) ?? data.rows[0];
  const show = (recallId: string | null, next: (typeof states)[number] = state): void =>
    go(`/recalls?${new URLSearchParams({ state: next, ...(recallId ? { id: recallId } : {}) }).toString()}`, {
      replace: true,
    });
  const add = may && (
    <ActionButton
      type="primary"
      icon={<PlusIcon size={16} />}
      label={t('recalls.new')}
      keys="B"
      onClick={() => setAdding(true)}
    />
  );
  return (
    <>
      <ListScreen
        title={t('recalls.title')}
        chipsLabel={t('recalls.show')}
        chips={states.map((one) => (
          <Chip key={one} pressed={one === state} onPress={() => show(null, one)}>
            {t(`recalls.state.${one}`)}
          </Chip>
        ))}
        actions={add}
        beside={chosen && <RecallDetail key={chosen.id} recall={chosen} mayFile={may} />}
      >
        {data.rows.length === 0 ? (
          <EmptyState icon={<WrenchIcon size={32} />} title={t('recalls.empty')}>
            {t(may ? 'recalls.emptyText' : 'recalls.emptyTextStaff')}
          </EmptyState>
        ) : (
          <ul>
            {data.rows.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  className={css['campaign']}
                  aria-current={row.id === chosen?.id}
                  onClick={() => show(row.id)}
                >
                  <span className={css['campaignHead']}>
                    <strong>{row.title}</strong>
                    {row.counts.open > 0 ? (
                      <Chip tone="red">{t('recalls.open', { count: row.counts.open })}</Chip>
                    ) : (
                      <Chip tone="green" icon={<CheckIcon size={13} />}>
                        {t('recalls.noneOpen')}
                      </Chip>
                    )}
                  </span>
                  <span className={css['campaignLine']}>
                    {[
                      row.number,
                      row.issuer,
                      row.toDay ? `${row.fromDay} – ${row.toDay}` : t('recalls.since', { day: row.fromDay }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <span className={css['campaignLine']}>
                    {t('recalls.counts', {
                      listed: row.counts.listed,
                      ours: row.counts.ours,
                      percent: percentDone(row.counts),
                    })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </ListScreen>
      {adding && <RecallForm recall={null} onClose={() => setAdding(false)} onDone={(made) => show(made)} />}
    </>
  );
};

export default RecallsScreen;
