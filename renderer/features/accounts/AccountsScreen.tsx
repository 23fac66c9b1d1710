import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { daysLeft, moneyShort } from '../../lib/formats.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useMay } from '../../lib/session.ts';
import { useToday } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CheckIcon, ClockIcon, CompanyIcon, PlusIcon, WarningIcon } from '../../ui/icons.tsx';
import { ListScreen } from '../../ui/ListScreen.tsx';
import { type ListColumn, ListTable, OpeningRow } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { growth, type Plan } from './accountDraft.ts';
import { NewPlanPanel } from './NewPlanPanel.tsx';
import { PlanPanel } from './PlanPanel.tsx';

const shows = ['due', 'open', 'reviewed', 'all'] as const;

/** 重点客户: the yearly plans, the review due soonest first. */
const AccountsScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const may = useMay()(managers);
  const wanted = useQueryValue('show');
  const show = shows.find((one) => one === wanted) ?? 'open';
  const id = useQueryValue('id');
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(orpc.accounts.list.queryOptions({ input: { show } }));
  useScreenDeeds({ 'accounts.new': () => setAdding(true) });
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const { counts } = data;
  const place = (next: (typeof shows)[number], plan: string | null): void =>
    go(`/accounts?${new URLSearchParams({ show: next, ...(plan ? { id: plan } : {}) }).toString()}`, { replace: true });
  const figures = { due: counts.due, open: counts.open, reviewed: counts.reviewed, all: null } as const;
  const add = may && (
    <ActionButton
      type="primary"
      icon={<PlusIcon size={16} />}
      label={t('accounts.new')}
      keys="B"
      onClick={() => setAdding(true)}
    />
  );
  const columns: readonly ListColumn[] = [
    { key: 'customer', label: t('accounts.column.customer'), width: '24%' },
    { key: 'year', label: t('accounts.column.year'), width: '68px' },
    { key: 'goals', label: t('accounts.column.goals') },
    { key: 'owner', label: t('accounts.column.owner'), width: '88px' },
    { key: 'spend', label: t('accounts.column.spend'), width: '208px', number: true },
    { key: 'review', label: t('accounts.column.review'), width: '130px' },
  ];
  return (
    <>
      <ListScreen
        title={t('accounts.title')}
        chipsLabel={t('accounts.show')}
        chips={
          <>
            {shows.map((one) => (
              <Chip key={one} pressed={one === show} onPress={() => place(one, null)}>
                {t(`accounts.showing.${one}`)} {figures[one]}
              </Chip>
            ))}
            {counts.overdue > 0 && (
              <Chip tone="red" icon={<WarningIcon size={13} />}>
                {t('accounts.overdue', { count: counts.overdue })}
              </Chip>
            )}
          </>
        }
        actions={add}
      >
        {data.rows.length === 0 ? (
          <EmptyState icon={<CompanyIcon size={32} />} title={t('accounts.empty')}>
            {t(may ? 'accounts.emptyText' : 'accounts.emptyTextStaff')}
          </EmptyState>
        ) : (
          <ListTable columns={columns}>
            {data.rows.map((row) => (
              <Row key={row.id} row={row} onOpen={() => place(show, row.id)} />
            ))}
          </ListTable>
        )}
      </ListScreen>
      {adding && <NewPlanPanel year={Number(today.slice(0, 4))} onClose={() => setAdding(false)} />}
      {id && <PlanPanel id={id} onClose={() => place(show, null)} />}
    </>
  );
};

export default AccountsScreen;

const Row = ({ row, onOpen }: { readonly row: Plan; readonly onOpen: () => void }) => {
  const { t } = useTranslation();
  const change = growth(row.spendFen, row.spendBeforeFen);
  return (
    <OpeningRow
      name={row.customerName}
      more={<span className="quiet small">{t('accounts.vehicles', { count: row.vehicleCount })}</span>}
      onOpen={onOpen}
    >
      <td>{row.year}</td>
      <td title={row.goals}>{row.goals}</td>
      <td>{row.ownerName ?? <span className="quiet">—</span>}</td>
      <td className="number-cell">
        {moneyShort(row.spendFen)}{' '}
        {change !== null && change < 1000 && (
          <span className="quiet small">
            {t(change < 0 ? 'accounts.less' : 'accounts.more', { percent: Math.abs(change) })}
          </span>
        )}
      </td>
      <td>
        <ReviewChip row={row} />
      </td>
    </OpeningRow>
  );
};

export const ReviewChip = ({ row }: { readonly row: Plan }) => {
  const { t } = useTranslation();
  if (row.review) {
    return (
      <Chip
        tone={row.review.rating === 'missed' ? 'red' : row.review.rating === 'partly' ? 'amber' : 'green'}
        icon={<CheckIcon size={13} />}
        title={row.review.day}
      >
        {t(`accounts.rating.${row.review.rating}`)}
      </Chip>
    );
  }
  const days = row.days ?? 0;
  return (
    <Chip
      tone={days < 0 ? 'red' : days <= 30 ? 'amber' : 'plain'}
      icon={days < 0 ? <WarningIcon size={13} /> : <ClockIcon size={13} />}
      title={row.reviewDay}
    >
      {daysLeft(days)}
    </Chip>
  );
};
