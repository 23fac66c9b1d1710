import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import css from './customer.module.css';
import { groupChanges } from './groupChanges.ts';
import type { TimelineKind } from './shapes.ts';
import { TimelineRow } from './TimelineRow.tsx';

/** lines at a time */
const partSize = 50;

export interface TimelinePartProps {
  readonly customerId: string;
  /** null: every kind */
  readonly kind: TimelineKind | null;
  /** as the part before gave it, '' for the newest */
  readonly cursor: string;
  /** asks for the part after this one; left out where it is shown already */
  readonly onMore: ((cursor: string) => void) | undefined;
}

/** Fifty lines of the timeline, and the way to the fifty before. */
export const TimelinePart = ({ customerId, kind, cursor, onMore }: TimelinePartProps) => {
  const { t } = useTranslation();
  const read = useQuery(
    orpc.customers.timeline.queryOptions({
      input: {
        id: customerId,
        limit: partSize,
        ...(kind ? { kinds: [kind] } : {}),
        ...(cursor ? { cursor } : {}),
      },
    }),
  );
  if (read.error && !read.data) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Loading />;
  const { items, next } = read.data;
  if (items.length === 0 && cursor === '') {
    return (
      <p className={`quiet ${css['more']}`}>
        {t(kind === null ? 'customer.timeline.empty' : 'customer.timeline.emptyKind')}
      </p>
    );
  }
  return (
    <>
      <ol>
        {groupChanges(items).map((line) => (
          <TimelineRow key={line[0].id} line={line} />
        ))}
      </ol>
      {next !== null && onMore && (
        <div className={css['more']}>
          <Button onClick={() => onMore(next)}>{t('customer.timeline.more')}</Button>
        </div>
      )}
    </>
  );
};
