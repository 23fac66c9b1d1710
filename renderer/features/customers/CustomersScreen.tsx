import './customers.css';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValues } from '../../lib/addressValues.ts';
import { orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CloseIcon, PeopleIcon, PlusIcon, SearchIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SortMenu } from '../../ui/SortMenu.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { CustomersTable } from './CustomersTable.tsx';
import { useColumnChoice } from './columns.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { FilterBar } from './FilterBar.tsx';
import { type FilterField, readFilters, readSort, sorts } from './filters.ts';
import { GroupBar } from './GroupBar.tsx';

const pageSize = 200;

/** All customers: filters in the address, so that a list can be sent on and Back finds it again. */
const CustomersScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const [values, change] = useAddressValues('/customers');
  const address = values.toString();
  const filter = useMemo(() => readFilters(new URLSearchParams(address)), [address]);
  const sort = readSort(values);
  const list = useInfiniteQuery({
    ...orpc.customers.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ filter, sort, limit: pageSize, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? null;
  const filtered = Object.keys(filter).length > 0;
  const [columns, chooseColumn, allColumns] = useColumnChoice();
  const clear = (): void => go(sort === 'recent' ? '/customers' : `/customers?sort=${sort}`, { replace: true });

  return (
    <div className="customers">
      <Panel
        flush
        title={t('customers.title')}
        aside={
          <>
            {list.data && (
              <Chip tone="brand">
                {total === null
                  ? t('customers.totalSome', { count: rows.length })
                  : t('customers.total', { total: number(total) })}
              </Chip>
            )}
            <QuickFind value={filter.q ?? ''} onChange={(q) => change({ q: q || null })} />
          </>
        }
        actions={
          <>
            <SortMenu
              value={sort}
              orders={sorts}
              nameOf={(order) => t(`customers.sort.${order}`)}
              onChange={(order) => change({ sort: order === 'recent' ? null : order })}
            />
            <Menu
              look="chip"
              label={t('customers.beside')}
              button={t('customers.beside')}
              groups={[
                {
                  entries: [
                    { id: 'prospects', label: t('prospects.list'), perform: () => go('/prospects') },
                    { id: 'recalls', label: t('recalls.title'), perform: () => go('/recalls') },
                    { id: 'accounts', label: t('accounts.title'), perform: () => go('/accounts') },
                  ],
                },
              ]}
            />
            <ColumnChooser chosen={columns} onChoose={chooseColumn} onAll={allColumns} />
            <ExportMenu filter={filter} sort={sort} columns={columns} />
            <ActionButton
              icon={<PeopleIcon size={16} />}
              label={t('customers.duplicates')}
              keys="Alt+M"
              onClick={() => go('/duplicates')}
            />
            <ActionButton
              type="primary"
              icon={<PlusIcon size={16} />}
              label={t('customers.new')}
              keys="Alt+N"
              onClick={() => go('/customers/new')}
            />
          </>
        }
      >
        <GroupBar filter={filter} sort={sort} onOpen={(address) => go(address, { replace: true })} />
        <FilterBar
          values={values}
          onChange={(field: FilterField, value) => change({ [field]: value })}
          onClear={clear}
        />
        {list.error && !list.data ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <Loading />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={<PeopleIcon size={32} />}
            title={t(filtered ? 'customers.none' : 'customers.empty')}
            actions={
              filtered ? (
                <ActionButton label={t('customers.clear')} onClick={clear} />
              ) : (
                <ActionButton type="primary" label={t('customers.new')} onClick={() => go('/customers/new')} />
              )
            }
          >
            {t(filtered ? 'customers.noneText' : 'customers.emptyText')}
          </EmptyState>
        ) : (
          <CustomersTable
            rows={rows}
            columns={columns}
            onEnd={() => {
              if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
            }}
          />
        )}
      </Panel>
    </div>
  );
};

/** Narrows the list as one types, a breath after the last key. */
const QuickFind = ({ value, onChange }: { readonly value: string; readonly onChange: (q: string) => void }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), 150);
    return () => clearTimeout(timer);
  });
  return (
    <TextInput
      className="quick-find"
      size="small"
      aria-label={t('customers.filter')}
      placeholder={t('customers.filter')}
      prefix={<SearchIcon size={14} />}
      allowClear={{
        clearIcon: (
          <>
            <CloseIcon size={12} />
            <span className="heard-only">{t('customers.clear')}</span>
          </>
        ),
      }}
      maxLength={64}
      value={typed}
      onChange={setTyped}
    />
  );
};

export default CustomersScreen;
