import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { money, number } from '../../lib/formats.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useMay } from '../../lib/session.ts';
import { useStoreSettings, useToday } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PlusIcon, StoreIcon, WarningIcon } from '../../ui/icons.tsx';
import { ListScreen } from '../../ui/ListScreen.tsx';
import { type ListColumn, ListTable, OpeningRow } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { RewardPanel } from './RewardPanel.tsx';
import { RewardViews } from './RewardViews.tsx';
import { limitWords } from './rewardWords.ts';
import type { Reward } from './shapes.ts';

/** few enough to be said */
const fewLeft = 5;

/** 积分商城: what members spend their points on. */
const RewardsScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay()(managers);
  const all = useQueryValue('show') === 'all';
  const id = useQueryValue('id');
  const wanted = useQueryValue('do');
  const { data, error, refetch } = useQuery(orpc.rewards.list.queryOptions({ input: { inactive: all } }));
  const place = (values: Readonly<Record<string, string>>, showAll = all): void => {
    const text = new URLSearchParams({ ...(showAll ? { show: 'all' } : {}), ...values }).toString();
    go(text ? `/rewards?${text}` : '/rewards', { replace: true });
  };
  useScreenDeeds({ 'rewards.new': () => place({ do: 'new' }) });
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const rows = data.rows.map(({ reward }) => reward);
  const chosen = rows.find((row) => row.id === id);
  const columns: readonly ListColumn[] = [
    { key: 'name', label: t('rewards.catalogue.column.name') },
    { key: 'kind', label: t('rewards.catalogue.column.kind'), width: '190px' },
    { key: 'points', label: t('rewards.catalogue.column.points'), width: '92px', number: true },
    { key: 'value', label: t('rewards.catalogue.column.value'), width: '104px', number: true },
    { key: 'stock', label: t('rewards.catalogue.column.stock'), width: '150px' },
    { key: 'limits', label: t('rewards.catalogue.column.limits'), width: '27%' },
    { key: 'given', label: t('rewards.catalogue.column.given'), width: '76px', number: true },
  ];
  const add = (
    <ActionButton
      type="primary"
      icon={<PlusIcon size={16} />}
      label={t('rewards.catalogue.new')}
      keys="B"
      onClick={() => place({ do: 'new' })}
    />
  );
  return (
    <>
      <ListScreen
        title={t('rewards.catalogue.title')}
        chipsLabel={t('rewards.catalogue.views')}
        chips={
          <>
            <RewardViews shown="catalogue" />
            <Chip pressed={all} onPress={() => place({}, !all)}>
              {t('rewards.catalogue.all')}
            </Chip>
          </>
        }
        actions={
          <>
            <Button onClick={() => go('/vouchers')}>{t('rewards.voucher.title')}</Button>
            <Button onClick={() => go('/redeem')}>{t('rewards.counter.title')}</Button>
            {may && add}
          </>
        }
      >
        {rows.length === 0 ? (
          <EmptyState
            icon={<StoreIcon size={32} />}
            title={t('rewards.catalogue.empty')}
            {...(may ? { actions: add } : {})}
          >
            {t(may ? 'rewards.catalogue.emptyText' : 'rewards.catalogue.emptyTextStaff')}
          </EmptyState>
        ) : (
          <ListTable columns={columns}>
            {rows.map((row) => (
              <Row key={row.id} row={row} {...(may ? { onOpen: () => place({ id: row.id }) } : {})} />
            ))}
          </ListTable>
        )}
      </ListScreen>
      {may && wanted === 'new' && <RewardPanel reward={null} onClose={() => place({})} />}
      {may && chosen && <RewardPanel key={chosen.version} reward={chosen} onClose={() => place({})} />}
    </>
  );
};

export default RewardsScreen;

const Row = ({ row, onOpen }: { readonly row: Reward; readonly onOpen?: () => void }) => {
  const { t } = useTranslation();
  const tiers = useStoreSettings()?.values.tiers ?? [];
  const tierName = (code: string): string => tiers.find((tier) => tier.code === code)?.name ?? code;
  const limits = limitWords(row, tierName, t);
  const more = !row.active && <Chip>{t('rewards.catalogue.inactive')}</Chip>;
  const cells = (
    <>
      <td>
        {t(`rewards.kind.${row.kind}`)} <span className="quiet small">{row.partner ?? row.cause}</span>
      </td>
      <td className="number-cell">{number(row.points)}</td>
      <td className="number-cell">{row.valueFen === null ? <span className="quiet">—</span> : money(row.valueFen)}</td>
      <td>
        <Stock row={row} />
      </td>
      <td title={limits}>
        <OfferedNow row={row} />
        {limits || <span className="quiet">{t('rewards.catalogue.noLimits')}</span>}
      </td>
      <td className="number-cell">{number(row.given)}</td>
    </>
  );
  if (onOpen) {
    return (
      <OpeningRow name={row.name} more={more} onOpen={onOpen}>
        {cells}
      </OpeningRow>
    );
  }
  return (
    <tr>
      <td>
        {row.name} {more}
      </td>
      {cells}
    </tr>
  );
};

const Stock = ({ row }: { readonly row: Reward }) => {
  const { t } = useTranslation();
  if (row.stock === null || row.left === null) {
    return <span className="quiet">{t('rewards.catalogue.noStock')}</span>;
  }
  if (row.left === 0) {
    return (
      <Chip tone="red" icon={<WarningIcon size={13} />}>
        {t('rewards.catalogue.out')}
      </Chip>
    );
  }
  if (row.left <= fewLeft) return <Chip tone="amber">{t('rewards.catalogue.low', { left: row.left })}</Chip>;
  return t('rewards.catalogue.leftOf', { left: number(row.left), stock: number(row.stock) });
};

/** Said only of one that is not offered today. */
const OfferedNow = ({ row }: { readonly row: Reward }) => {
  const { t } = useTranslation();
  const today = useToday();
  const now = (row.fromDay ?? today) <= today && today <= (row.toDay ?? today);
  if (now) return null;
  return (
    <>
      <Chip tone="amber">{t('rewards.refusal.reward-not-now')}</Chip>{' '}
    </>
  );
};
