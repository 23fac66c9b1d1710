import '../customers/customers.css';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValues } from '../../lib/addressValues.ts';
import { orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useBack, useGo } from '../../lib/place.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CardIcon, PlusIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SortMenu } from '../../ui/SortMenu.tsx';
import { MemberFilterBar } from './MemberFilterBar.tsx';
import { MembersTable } from './MembersTable.tsx';
import { isNarrowed, readMemberFilter, readMemberSort, sorts } from './memberFilter.ts';

const pageSize = 200;
const here = '/members/list';

/** 会员列表: filters in the address, so that a list can be sent on and Back finds it again. */
const MembersListScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const [values, change] = useAddressValues(here);
  const filter = useMemo(() => readMemberFilter(values), [values]);
  const sort = readMemberSort(values);
  const narrowed = isNarrowed(filter);
  const list = useInfiniteQuery({
    ...orpc.members.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ filter, sort, limit: pageSize, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const count = list.data?.pages[0]?.count ?? 0;
  useHotkeys({ Escape: useBack('/members') });

  const clear = (): void => go(sort === 'expiry' ? here : `${here}?sort=${sort}`, { replace: true });

  return (
    <div className="customers">
      <Panel
        flush
        title={t('members.list.title')}
        aside={list.data && <Chip tone="brand">{t('members.list.total', { count, total: number(count) })}</Chip>}
        actions={
          <>
            <SortMenu
              value={sort}
              orders={sorts}
              nameOf={(order) => t(`members.sort.${order}`)}
              onChange={(order) => change({ sort: order === 'expiry' ? null : order })}
            />
            <ActionButton label={t('members.home.title')} onClick={() => go('/members')} />
            <ActionButton
              type="primary"
              icon={<PlusIcon size={16} />}
              label={t('members.join.title')}
              keys="B"
              onClick={() => go('/members?do=join')}
            />
          </>
        }
      >
        <MemberFilterBar
          values={values}
          narrowed={narrowed}
          onChange={(name, value) => change({ [name]: value })}
          onClear={clear}
        />
        {list.error && !list.data ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <Loading />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={<CardIcon size={32} />}
            title={t(narrowed ? 'members.list.none' : 'members.empty.title')}
            actions={
              narrowed ? (
                <ActionButton label={t('customers.clear')} onClick={clear} />
              ) : (
                <ActionButton type="primary" label={t('members.join.title')} onClick={() => go('/members?do=join')} />
              )
            }
          >
            {t(narrowed ? 'customers.noneText' : 'members.empty.text')}
          </EmptyState>
        ) : (
          <MembersTable
            rows={rows}
            onEnd={() => {
              if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
            }}
          />
        )}
      </Panel>
    </div>
  );
};

export default MembersListScreen;
