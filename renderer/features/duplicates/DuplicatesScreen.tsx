import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useBack } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './duplicates.module.css';
import { PairRow } from './PairRow.tsx';

/** 查重: files that may be one customer, the surest first, each with why. */
const DuplicatesScreen = () => {
  const { t } = useTranslation();
  const back = useBack('/customers');
  const list = useRef<HTMLUListElement>(null);
  const read = useInfiniteQuery(
    orpc.duplicates.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  // the pair that was gone to last: also meant from the one box, which has the focus then
  const chosen = useRef<Element>(null);
  const press = (what: string): void => {
    const row = chosen.current?.isConnected ? chosen.current : list.current?.firstElementChild;
    row?.querySelector<HTMLElement>(what)?.click();
  };
  useHotkeys({ Escape: back });
  useScreenDeeds({
    'duplicates.compare': () => press('[data-pair]'),
    'duplicates.notSame': () => press('[data-not-same]'),
  });
  const pairs = read.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = read.data?.pages[0]?.total ?? 0;
  const [first] = pairs;
  const firstKey = first && `${first.a.id} ${first.b.id}`;

  useEffect(() => {
    if (firstKey) buttons(list.current)[0]?.focus({ preventScroll: true });
  }, [firstKey]);

  return (
    <Panel
      flush
      scrolls
      className={css['screen'] ?? ''}
      title={t('duplicates.title')}
      aside={
        read.data && pairs.length > 0 ? (
          <>
            <Chip tone="brand">{t('duplicates.total', { total: number(total) })}</Chip>
            <span className="quiet small">{t('duplicates.hint')}</span>
          </>
        ) : undefined
      }
    >
      {read.error && !read.data ? (
        <ErrorState error={read.error} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <div className="empty-state" role="status">
          <span className="spin" />
          <span>{t('duplicates.searching')}</span>
        </div>
      ) : pairs.length === 0 ? (
        <EmptyState icon={<CheckIcon size={32} />} title={t('duplicates.none')}>
          {t('duplicates.noneText')}
        </EmptyState>
      ) : (
        <>
          <ul
            ref={list}
            className={css['pairs']}
            aria-label={t('duplicates.title')}
            onKeyDown={walk}
            onFocus={(event) => {
              chosen.current = event.target.closest('li');
            }}
          >
            {pairs.map((pair) => (
              <PairRow
                key={`${pair.a.id} ${pair.b.id}`}
                pair={pair}
                onDismissed={() => buttons(list.current)[0]?.focus()}
              />
            ))}
          </ul>
          {read.hasNextPage && (
            <div className={css['more']}>
              <Button loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
                {t('common.more')}
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  );
};

export default DuplicatesScreen;

const buttons = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('button[data-pair]') ?? []),
];

const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const all = buttons(event.currentTarget);
  const row = document.activeElement?.closest('li');
  const at = all.findIndex((button) => button.closest('li') === row);
  all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
};
