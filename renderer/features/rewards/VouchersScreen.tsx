import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PlusIcon, TagIcon } from '../../ui/icons.tsx';
import { ListScreen } from '../../ui/ListScreen.tsx';
import { type ListColumn, ListTable, MoreRows, OpeningRow } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { GrantPanel } from './GrantPanel.tsx';
import { worthWords } from './rewardWords.ts';
import { type Voucher, voucherOrigins, voucherStates } from './shapes.ts';
import { VoucherPanel } from './VoucherPanel.tsx';
import { VoucherState } from './VoucherState.tsx';
import css from './voucher.module.css';

/** 券: every voucher that was given, by state and origin. */
const VouchersScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const wantedState = useQueryValue('state');
  const wantedOrigin = useQueryValue('origin');
  const state = voucherStates.find((one) => one === wantedState);
  const origin = voucherOrigins.find((one) => one === wantedOrigin);
  const code = useQueryValue('code');
  const granting = useQueryValue('do') === 'grant';
  const list = useInfiniteQuery({
    ...orpc.vouchers.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 100,
        ...(state ? { state } : {}),
        ...(origin ? { origin } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  });
  const place = (change: Readonly<Record<string, string | undefined>>): void => {
    const values: Readonly<Record<string, string | undefined>> = { state, origin, ...change };
    const text = new URLSearchParams(
      Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ).toString();
    go(text ? `/vouchers?${text}` : '/vouchers', { replace: true });
  };
  useScreenDeeds({ 'vouchers.grant': () => place({ do: 'grant' }) });
  const first = list.data?.pages[0];
  if (!first) return list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Loading />;
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const narrowed = state !== undefined || origin !== undefined;
  const columns: readonly ListColumn[] = [
    { key: 'code', label: t('rewards.voucher.column.code'), width: '152px' },
    { key: 'what', label: t('rewards.voucher.column.what') },
    { key: 'customer', label: t('rewards.voucher.column.customer'), width: '16%' },
    { key: 'origin', label: t('rewards.voucher.column.origin'), width: '26%' },
    { key: 'lastDay', label: t('rewards.voucher.column.lastDay'), width: '112px' },
    { key: 'state', label: t('rewards.voucher.column.state'), width: '104px' },
  ];
  const grant = (
    <ActionButton
      type="primary"
      icon={<PlusIcon size={16} />}
      label={t('rewards.grant.open')}
      keys="B"
      onClick={() => place({ do: 'grant' })}
    />
  );
  return (
    <>
      <ListScreen
        title={t('rewards.voucher.title')}
        chipsLabel={t('rewards.voucher.show')}
        chips={
          <>
            <Chip pressed={!state} onPress={() => place({ state: undefined })}>
              {t('rewards.voucher.anyState')}
            </Chip>
            {voucherStates.map((one) => (
              <Chip key={one} pressed={one === state} onPress={() => place({ state: one })}>
                {t(`rewards.voucher.state.${one}`)}
              </Chip>
            ))}
            <Menu
              align="left"
              look={origin ? 'chosen' : 'chip'}
              label={t('rewards.voucher.originLabel')}
              button={t(origin ? `rewards.voucher.origin.${origin}` : 'rewards.voucher.anyOrigin')}
              groups={[
                {
                  entries: voucherOrigins.map((one) => ({
                    id: one,
                    label: t(`rewards.voucher.origin.${one}`),
                    checked: one === origin,
                    perform: () => place({ origin: one === origin ? undefined : one }),
                  })),
                },
              ]}
            />
            <span className="quiet small">{number(first.count)}</span>
          </>
        }
        actions={
          <>
            <Button onClick={() => go('/rewards')}>{t('rewards.catalogue.title')}</Button>
            {grant}
          </>
        }
      >
        {rows.length === 0 ? (
          <EmptyState
            icon={<TagIcon size={32} />}
            title={t(narrowed ? 'rewards.voucher.none' : 'rewards.voucher.empty')}
            {...(narrowed ? {} : { actions: grant })}
          >
            {t(narrowed ? 'rewards.voucher.noneText' : 'rewards.voucher.emptyText')}
          </EmptyState>
        ) : (
          <ListTable columns={columns}>
            {rows.map((row) => (
              <Row key={row.id} row={row} onOpen={() => place({ code: row.code })} />
            ))}
          </ListTable>
        )}
        {list.hasNextPage && <MoreRows busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
      </ListScreen>
      {granting && <GrantPanel customer={null} onClose={() => place({})} />}
      {code && <VoucherPanel key={code} code={code} onClose={() => place({})} />}
    </>
  );
};

export default VouchersScreen;

const Row = ({ row, onOpen }: { readonly row: Voucher; readonly onOpen: () => void }) => {
  const { t } = useTranslation();
  return (
    <OpeningRow name={<span className={css['code']}>{row.code}</span>} onOpen={onOpen}>
      <td>
        {row.name} <span className="quiet small">{worthWords(row, t)}</span>
      </td>
      <td>{row.customerName}</td>
      <td title={row.reason ?? ''}>
        {t(`rewards.voucher.origin.${row.origin}`)} <span className="quiet small">{row.reason}</span>
      </td>
      <td>{row.lastDay}</td>
      <td>
        <VoucherState state={row.state} />
      </td>
    </OpeningRow>
  );
};
