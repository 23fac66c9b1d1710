import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { MoreRows } from './ListTable.tsx';
import { Loading } from './Loading.tsx';
import css from './listDetail.module.css';

export interface OpenedListProps<Row extends { readonly id: string }> {
  readonly label: string;
  /** title and actions */
  readonly head: ReactNode;
  readonly filters: ReactNode;
  /** null: on its way */
  readonly rows: readonly Row[] | null;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly more: { readonly busy: boolean; readonly load: () => void } | null;
  /** what stands there where there is none */
  readonly none: ReactNode;
  readonly openId: string | null;
  /** set where the arrows chose the open one: its row takes the focus */
  readonly walking: RefObject<boolean>;
  readonly line: (row: Row) => ReactNode;
}

/** The list beside what is open: the row that is marked `aria-current` stays in sight. */
export const OpenedList = <Row extends { readonly id: string }>({
  label,
  head,
  filters,
  rows,
  error,
  onRetry,
  more,
  none,
  openId,
  walking,
  line,
}: OpenedListProps<Row>) => {
  const frame = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is on the page only once the rows are there
  useEffect(() => {
    const row = frame.current?.querySelector<HTMLElement>('[aria-current=true]');
    row?.scrollIntoView({ block: 'nearest' });
    if (walking.current) row?.focus({ preventScroll: true });
    walking.current = false;
  }, [openId, rows]);
  return (
    <section className={`panel ${css['list']}`} aria-label={label}>
      <div className="panel-head">{head}</div>
      <div className={css['filters']}>{filters}</div>
      <div className={css['rows']}>
        {error ? (
          <ErrorState error={error} onRetry={onRetry} />
        ) : rows === null ? (
          <Loading />
        ) : rows.length === 0 ? (
          <div className={css['none']}>{none}</div>
        ) : (
          <ul ref={frame}>{rows.map(line)}</ul>
        )}
        {more && <MoreRows busy={more.busy} onMore={more.load} />}
      </div>
    </section>
  );
};
