import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import css from '../../ui/listDetail.module.css';
import { DayHead } from './DayHead.tsx';
import { DayLine } from './DayLine.tsx';
import { type DayFilter, isNarrowed } from './dayFilter.ts';
import type { DayRows } from './useDay.ts';

export interface DayListProps {
  readonly list: DayRows;
  readonly filter: DayFilter;
  readonly openId: string | null;
  /** set where the arrows chose the open one: its row takes the focus */
  readonly walking: RefObject<boolean>;
  readonly onChange: (change: Partial<DayFilter>) => void;
  readonly onShow: (customerId: string) => void;
}

/** One row for each customer, the most urgent first; the open one is marked. */
export const DayList = ({ list, filter, openId, walking, onChange, onShow }: DayListProps) => {
  const { t } = useTranslation();
  const frame = useRef<HTMLUListElement>(null);
  const ids = list.rows.map(({ id }) => id).join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is on the page only once the rows are there
  useEffect(() => {
    const row = frame.current?.querySelector<HTMLElement>('[aria-current=true]');
    row?.scrollIntoView({ block: 'nearest' });
    if (walking.current) row?.focus({ preventScroll: true });
    walking.current = false;
  }, [openId, ids]);

  return (
    <section className={`panel ${css['list']}`} aria-label={t('tasks.list')}>
      <DayHead list={list} filter={filter} onChange={onChange} />
      <div className={css['rows']}>
        {list.error ? (
          <ErrorState error={list.error} onRetry={list.retry} />
        ) : list.pending && list.rows.length === 0 ? (
          <Loading />
        ) : list.rows.length === 0 ? (
          <p className={`quiet ${css['none']}`}>
            {t(
              filter.left !== null
                ? 'tasks.leftOut.none'
                : isNarrowed(filter)
                  ? 'tasks.empty.narrowed'
                  : 'tasks.empty.title',
            )}
          </p>
        ) : (
          <ul ref={frame}>
            {list.rows.map((row) => (
              <DayLine key={row.id} row={row} current={row.id === openId} onOpen={() => onShow(row.id)} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
};
