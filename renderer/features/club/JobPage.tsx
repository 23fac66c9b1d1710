import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { careError } from '../../lib/errors.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ShieldIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';

export interface JobPageProps<Job> {
  readonly read: Pick<UseQueryResult<Job>, 'data' | 'error' | 'refetch'>;
  readonly page: (job: Job) => ReactNode;
}

/** One job, once it is there; or why it is not. */
export const JobPage = <Job,>({ read, page }: JobPageProps<Job>) => {
  const { t } = useTranslation();
  const { data, error } = read;
  if (data) return page(data);
  if (isGone(error)) {
    return (
      <EmptyState icon={<ShieldIcon size={32} />} title={t('club.gone.title')}>
        {t('club.gone.text')}
      </EmptyState>
    );
  }
  return error ? <ErrorState error={error} onRetry={() => void read.refetch()} /> : <Loading />;
};

/** Gone, or an address that never was one. */
const isGone = (error: unknown): boolean => {
  const failure = careError(error);
  return failure?.code === 'NOT_FOUND' || failure?.code === 'VALIDATION' || failure?.code === 'BAD_REQUEST';
};
