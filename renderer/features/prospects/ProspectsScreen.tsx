import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValues } from '../../lib/addressValues.ts';
import { orpc } from '../../lib/api.ts';
import { daysAgo, daysBetween } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useToday } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PlusIcon, TagIcon, WarningIcon } from '../../ui/icons.tsx';
import { ListScreen } from '../../ui/ListScreen.tsx';
import { type ListColumn, ListTable, MoreRows, OpeningRow } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { NewProspectPanel } from './NewProspectPanel.tsx';
import { NextChip } from './NextChip.tsx';
import { ProspectPanel } from './ProspectPanel.tsx';
import { budgetWan, type Prospect } from './prospectDraft.ts';
import { prospectFilter, showings } from './prospectFilter.ts';

const pageSize = 100;
const widths = { name: '27%', budget: '104px', source: '104px', drives: '140px', next: '27%' } as const;

/** 潜客: whoever looks for a car, the next step due soonest first. */
const ProspectsScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const [values, set] = useAddressValues('/prospects');
  const filter = useMemo(() => prospectFilter(values, today), [values, today]);
  const list = useInfiniteQuery({
    ...orpc.prospects.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ filter, limit: pageSize, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  });
  const { data: facets } = useQuery(orpc.prospects.facets.queryOptions({ input: {} }));
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];

  const begin = (): void => set({ do: 'new', id: null });
  useScreenDeeds({ 'prospects.begin': begin });
  const shownId = values.get('id');
  const showing = showings.find((one) => one === values.get('show')) ?? 'open';

  if (!first) return list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Loading />;
  const { counts, withoutFile } = first;
  const countOf = {
    open: counts.open,
    due: counts.due + counts.overdue,
    overdue: counts.overdue,
    noNext: counts.noNext,
  } as const;
  const columns: readonly ListColumn[] = (['name', 'models', 'budget', 'source', 'drives', 'next'] as const).map(
    (key) => ({ key, label: t(`prospects.column.${key}`), ...(key === 'models' ? {} : { width: widths[key] }) }),
  );
  return (
    <>
      <ListScreen
        title={t('prospects.title')}
        chipsLabel={t('prospects.show')}
        chips={
          <>
            {showings.map((one) => (
              <Chip
                key={one}
                pressed={one === showing}
                {...(one === 'overdue' && counts.overdue > 0
                  ? { icon: <WarningIcon size={13} />, tone: 'red' as const }
                  : {})}
                onPress={() => set({ show: one === 'open' ? null : one })}
              >
                {one === 'bought' || one === 'lost'
                  ? t(`prospects.state.${one}`)
                  : `${t(`prospects.showing.${one}`)} ${countOf[one]}`}
              </Chip>
            ))}
            <Choice
              label={t('prospects.models')}
              value={values.get('model')}
              choices={facets?.models ?? []}
              onChange={(model) => set({ model })}
            />
            <Choice
              label={t('prospects.source')}
              value={values.get('source')}
              choices={facets?.sources ?? []}
              onChange={(source) => set({ source })}
            />
            <Chip pressed={values.has('tradeIn')} onPress={() => set({ tradeIn: values.has('tradeIn') ? null : '1' })}>
              {t('prospects.tradeIn')}
            </Chip>
          </>
        }
        actions={
          <>
            {withoutFile > 0 && (
              <Button type="link" size="small" onClick={() => go('/customers?stage=prospect')}>
                {t('prospects.withoutFile', { count: withoutFile })}
              </Button>
            )}
            <ActionButton
              type="primary"
              icon={<PlusIcon size={16} />}
              label={t('prospects.new')}
              keys="B"
              onClick={begin}
            />
          </>
        }
      >
        {rows.length === 0 ? (
          <EmptyState
            icon={<TagIcon size={32} />}
            title={t(counts.open === 0 ? 'prospects.empty' : 'prospects.none')}
            {...(counts.open === 0
              ? { actions: <ActionButton type="primary" label={t('prospects.new')} onClick={begin} /> }
              : {})}
          >
            {t(counts.open === 0 ? 'prospects.emptyText' : 'prospects.noneText')}
          </EmptyState>
        ) : (
          <ListTable columns={columns}>
            {rows.map((row) => (
              <Row key={row.id} row={row} today={today} onOpen={() => set({ id: row.id })} />
            ))}
          </ListTable>
        )}
        {list.hasNextPage && <MoreRows busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
      </ListScreen>
      {values.get('do') === 'new' && <NewProspectPanel onClose={() => set({ do: null })} />}
      {shownId && <ProspectPanel id={shownId} onClose={() => set({ id: null })} />}
    </>
  );
};

export default ProspectsScreen;

const Row = ({
  row,
  today,
  onOpen,
}: {
  readonly row: Prospect;
  readonly today: string;
  readonly onOpen: () => void;
}) => {
  const { t } = useTranslation();
  const budget = budgetWan(row.budgetFromFen, row.budgetToFen);
  return (
    <OpeningRow
      name={row.customerName}
      more={
        <>
          <span className="quiet small">{row.phoneMasked}</span>
          {!row.isNew && (
            <>
              {' '}
              <Chip>{t('prospects.isOwner')}</Chip>
            </>
          )}
          {row.tradeInSignal && (
            <>
              {' '}
              <Chip tone="amber">{t('prospects.tradeInSignal')}</Chip>
            </>
          )}
        </>
      }
      onOpen={onOpen}
    >
      <td>{row.models.join(t('customer.listSeparator')) || <span className="quiet">—</span>}</td>
      <td>{budget ? t('prospects.wan', { budget }) : <span className="quiet">—</span>}</td>
      <td>{row.source ?? <span className="quiet">—</span>}</td>
      <td>
        {row.lastTestDriveDay ? (
          t('prospects.driven', {
            count: row.testDrives,
            when: daysAgo(daysBetween(row.lastTestDriveDay, today)),
          })
        ) : (
          <span className="quiet">{t('prospects.noDrives')}</span>
        )}
      </td>
      <td>
        {row.next ? (
          <>
            <NextChip next={row.next} /> {row.next.what} <span className="quiet">{row.next.ownerName}</span>
          </>
        ) : row.state === 'open' ? (
          <Chip tone="amber">{t('prospects.noNext')}</Chip>
        ) : (
          <span className="quiet">{row.lostReason ?? row.closedDay}</span>
        )}
      </td>
    </OpeningRow>
  );
};

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly string[];
  readonly onChange: (value: string | null) => void;
}

const Choice = ({ label, value, choices, onChange }: ChoiceProps) =>
  choices.length === 0 && !value ? null : (
    <Menu
      align="left"
      look={value ? 'chosen' : 'chip'}
      label={value ? `${label}: ${value}` : label}
      button={value ?? label}
      groups={[
        {
          entries: [...new Set([...(value ? [value] : []), ...choices])].map((choice) => ({
            id: choice,
            label: choice,
            checked: choice === value,
            perform: () => onChange(choice === value ? null : choice),
          })),
        },
      ]}
    />
  );
