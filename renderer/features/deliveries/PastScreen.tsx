import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValues } from '../../lib/addressValues.ts';
import { orpc } from '../../lib/api.ts';
import { dayOf, dayShort } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useGo } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CarIcon, CheckIcon } from '../../ui/icons.tsx';
import { ListScreen } from '../../ui/ListScreen.tsx';
import { type ListColumn, ListTable, MoreRows, OpeningRow } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import css from './deliveries.module.css';
import { carWords, markWords } from './deliveryWords.ts';
import type { Delivery } from './shapes.ts';

const DeliveryPanels = lazy(() => import('./DeliveryPanels.tsx'));

const pageSize = 100;
const searchId = 'delivery-search';
const widths = { adviser: '110px', checks: '90px', photos: '70px', ended: '130px', name: '24%' } as const;

/** 历史交车: what was delivered or cancelled, the latest first. */
const PastScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const [values, set] = useAddressValues('/deliveries/past');
  const q = values.get('q') ?? '';
  const id = values.get('id');
  const list = useInfiniteQuery({
    ...orpc.deliveries.past.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: pageSize, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  });
  const toBoard = (): void => go('/deliveries');
  useScreenDeeds({ 'deliveries.find': () => document.getElementById(searchId)?.focus() });
  useHotkeys({ Escape: toBoard });
  if (!list.data)
    return list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Loading />;
  const rows = list.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0 && q === '') {
    return (
      <EmptyState
        icon={<CarIcon size={32} />}
        title={t('deliveries.pastEmpty.title')}
        actions={
          <Button type="primary" onClick={toBoard}>
            {t('deliveries.pastEmpty.go')}
          </Button>
        }
      >
        {t('deliveries.pastEmpty.text')}
      </EmptyState>
    );
  }
  const columns: readonly ListColumn[] = (['name', 'car', 'adviser', 'checks', 'photos', 'ended'] as const).map(
    (key) => ({
      key,
      label: t(`deliveries.column.${key}`),
      ...(key === 'car' ? {} : { width: widths[key] }),
      ...(key === 'checks' || key === 'photos' ? { number: true } : {}),
    }),
  );
  return (
    <>
      <ListScreen
        title={t('deliveries.past')}
        chipsLabel={t('deliveries.find')}
        chips={
          <div className={css['search']}>
            <SearchBox
              id={searchId}
              label={t('deliveries.pastSearch')}
              value={q}
              onChange={(next) => set({ q: next || null, id: null })}
              onEnter={() => rows[0] && set({ id: rows[0].id })}
            />
          </div>
        }
        actions={<Button onClick={toBoard}>{t('deliveries.board')}</Button>}
      >
        {rows.length === 0 ? (
          <p className={`quiet ${css['nothing']}`}>{t('deliveries.pastNone')}</p>
        ) : (
          <ListTable columns={columns}>
            {rows.map((row) => (
              <Row key={row.id} row={row} onOpen={() => set({ id: row.id })} />
            ))}
          </ListTable>
        )}
        {list.hasNextPage && <MoreRows busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
      </ListScreen>
      <Suspense>
        {id !== null && (
          <DeliveryPanels
            id={id}
            wanted={null}
            onOpen={(what) => go(`/deliveries?id=${id}&do=${what}`)}
            onShow={(next) => set({ id: next })}
            onClose={() => set({ id: null })}
          />
        )}
      </Suspense>
    </>
  );
};

export default PastScreen;

const Row = ({ row, onOpen }: { readonly row: Delivery; readonly onOpen: () => void }) => {
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  const { deliveredAt, cancelledAt, checks, photos } = row;
  const day = dayShort(dayOf(deliveredAt ?? cancelledAt ?? row.stepAt, timeZone), today);
  return (
    <OpeningRow name={row.name} more={<span className="quiet small">{row.phoneMasked}</span>} onOpen={onOpen}>
      <td>
        {carWords(row, t)} <span className="quiet small">{markWords(row, t)}</span>
      </td>
      <td>{row.adviserName ?? <span className="quiet">—</span>}</td>
      <td className="number-cell">{t('deliveries.card.checks', checks)}</td>
      <td className="number-cell">{photos === 0 ? <span className="quiet">—</span> : photos}</td>
      <td>
        {deliveredAt !== null ? (
          <Chip tone="green" icon={<CheckIcon size={13} />}>
            {t('deliveries.endedDelivered', { day })}
          </Chip>
        ) : (
          <Chip>{t('deliveries.endedCancelled', { day })}</Chip>
        )}
      </td>
    </OpeningRow>
  );
};
