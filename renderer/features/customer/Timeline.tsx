import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './customer.module.css';
import { groupChanges } from './groupChanges.ts';
import type { CustomerPage, TimelineKind } from './shapes.ts';
import { TimelineRow } from './TimelineRow.tsx';

const pageSize = 50;
const kinds: readonly TimelineKind[] = ['visit', 'note', 'consent', 'delivery', 'change'];

/** 往来: everything between this customer and the store, newest first, by kind where one looks for one thing. */
export const Timeline = ({ page }: { readonly page: CustomerPage }) => {
  const { t } = useTranslation();
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const read = useInfiniteQuery({
    ...orpc.customers.timeline.infiniteOptions({
      input: (cursor: string | undefined) => ({
        id: page.customer.id,
        limit: pageSize,
        ...(kind ? { kinds: [kind] } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next,
    }),
    placeholderData: keepPreviousData,
  });
  const items = read.data?.pages.flatMap((part) => part.items) ?? [];
  const counts = page.counts;
  const countOf = (one: TimelineKind): number =>
    one === 'delivery' ? page.vehicles.filter((vehicle) => vehicle.deliveryDay !== null).length : counts[one];

  return (
    <Panel
      flush
      className={css['timeline'] ?? ''}
      title={t('customer.timeline.title')}
      aside={
        <fieldset className={css['timelineHead']} aria-label={t('customer.timeline.filters')}>
          <Chip pressed={kind === null} onPress={() => setKind(null)}>
            {t('customer.timeline.all')}
          </Chip>
          {kinds
            .filter((one) => countOf(one) > 0 || one === kind)
            .map((one) => (
              <Chip key={one} pressed={kind === one} onPress={() => setKind(kind === one ? null : one)}>
                {t('customer.timeline.count', { kind: t(`customer.timeline.kind.${one}`), n: number(countOf(one)) })}
              </Chip>
            ))}
        </fieldset>
      }
    >
      {read.error && !read.data ? (
        <ErrorState error={read.error} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <Loading />
      ) : items.length === 0 ? (
        <p className={`quiet ${css['more']}`}>
          {t(kind === null ? 'customer.timeline.empty' : 'customer.timeline.emptyKind')}
        </p>
      ) : (
        <ol>
          {groupChanges(items).map((line) => (
            <TimelineRow key={line[0].id} line={line} />
          ))}
        </ol>
      )}
      {read.hasNextPage && (
        <div className={css['more']}>
          <Button loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {t('customer.timeline.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
};
