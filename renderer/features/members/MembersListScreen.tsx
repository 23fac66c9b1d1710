import '../customers/customers.css';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
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
import { Menu } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { MemberFilterBar } from './MemberFilterBar.tsx';
import { MembersTable } from './MembersTable.tsx';
import { isNarrowed, readMemberFilter, readMemberSort, sorts } from './memberFilter.ts';

const pageSize = 200;
const here = '/members/list';

/** 会员列表: filters in the address, so that a list can be sent on and Back finds it again. */
const MembersListScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const values = useMemo(() => new URLSearchParams(search), [search]);
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

  const set = (name: string, value: string | null): void => {
    const next = new URLSearchParams(values);
    if (value === null) next.delete(name);
    else next.set(name, value);
    const text = next.toString();
    go(text ? `${here}?${text}` : here, { replace: true });
  };
  const clear = (): void => go(sort === 'expiry' ? here : `${here}?sort=${sort}`, { replace: true });
  const sorted = `${t('customers.sort.label')}: ${t(`members.sort.${sort}`)}`;

  return (
    <div className="customers">
      <Panel
        flush
        title={t('members.list.title')}
        aside={list.data && <Chip tone="brand">{t('members.list.total', { count, total: number(count) })}</Chip>}
        actions={
          <>
            <Menu
              look="chip"
              label={sorted}
              button={sorted}
              groups={[
                {
                  entries: sorts.map((choice) => ({
                    id: choice,
                    label: t(`members.sort.${choice}`),
                    checked: choice === sort,
                    perform: () => set('sort', choice === 'expiry' ? null : choice),
                  })),
                },
              ]}
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
        <MemberFilterBar values={values} narrowed={narrowed} onChange={set} onClear={clear} />
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
