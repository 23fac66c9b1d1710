import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { careError } from '../../lib/errors.ts';
import { useGo, useParam } from '../../lib/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PeopleIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { MergePair } from './MergePair.tsx';

/** 对比合并: two files side by side; the first of the address is the one that stays. */
const MergeScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const keepId = useParam('keepId');
  const dropId = useParam('dropId');
  const compared = useQuery(orpc.duplicates.compare.queryOptions({ input: { keepId, dropId } }));
  const keep = useQuery(orpc.customers.get.queryOptions({ input: { id: keepId } }));
  const drop = useQuery(orpc.customers.get.queryOptions({ input: { id: dropId } }));
  const error = compared.error ?? keep.error ?? drop.error;
  const retry = (): void => {
    for (const one of [compared, keep, drop]) if (one.error) void one.refetch();
  };

  if (error && isGone(error)) {
    return (
      <EmptyState
        icon={<PeopleIcon size={32} />}
        title={t('duplicates.merge.gone')}
        actions={
          <Button type="primary" onClick={() => go('/duplicates', { replace: true })}>
            {t('duplicates.merge.list')}
          </Button>
        }
      >
        {t('duplicates.merge.goneText')}
      </EmptyState>
    );
  }
  if (compared.data && keep.data && drop.data) {
    const pair = [keepId, dropId].toSorted().join(' ');
    return <MergePair key={pair} comparison={compared.data} keep={keep.data} drop={drop.data} />;
  }
  return error ? <ErrorState error={error} onRetry={retry} /> : <Loading />;
};

export default MergeScreen;

/** Merged or removed meanwhile, or an address that never was one. */
const isGone = (error: unknown): boolean => {
  const failure = careError(error);
  return failure?.code === 'NOT_FOUND' || failure?.code === 'VALIDATION' || failure?.code === 'BAD_REQUEST';
};
