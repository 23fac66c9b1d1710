import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { careError } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useBack, useGo, useParam, useQueryValue } from '../../lib/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PersonIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { CustomerBookings } from '../board/CustomerBookings.tsx';
import { DuplicateNotice } from '../duplicates/DuplicateNotice.tsx';
import { MergedFiles } from '../duplicates/MergedFiles.tsx';
import { ProspectCard } from '../prospects/ProspectCard.tsx';
import css from './customer.module.css';
import { ProfileCard } from './ProfileCard.tsx';
import { SideActions } from './SideActions.tsx';
import { Strip } from './Strip.tsx';
import type { CustomerPage } from './shapes.ts';
import { Timeline } from './Timeline.tsx';
import { VehicleCards } from './VehicleCards.tsx';

/** The forms come after the page, in a quiet moment: the page is there sooner, and each form is there when its key is pressed. */
const loadPanels = () => import('./CustomerPanels.tsx');
const CustomerPanels = lazy(loadPanels);

/** 客户页: who this is in ten seconds, their vehicles, everything between us, and what one can do next. */
const CustomerScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const id = useParam('id');
  const wanted = useQueryValue('do');
  const read = useQuery(orpc.customers.get.queryOptions({ input: { id } }));
  const page = read.data;
  const { error } = read;
  const into = mergedInto(error);

  useEffect(() => {
    if (wanted === 'edit') go(`/customers/${id}/edit`, { replace: true });
  }, [wanted, id, go]);

  useEffect(() => {
    const kept = mergedInto(error);
    if (!kept) return;
    notify(t('duplicates.merged.went', { name: kept.name }));
    go(`/customers/${kept.id}`, { replace: true });
  }, [error, go, t]);

  if (into) return <Loading />;
  if (read.error && isGone(read.error)) {
    return (
      <EmptyState
        icon={<PersonIcon size={32} />}
        title={t('customer.notFound.title')}
        actions={
          <Button type="primary" onClick={() => go('/customers')}>
            {t('customer.notFound.list')}
          </Button>
        }
      >
        {t('customer.notFound.text')}
      </EmptyState>
    );
  }
  if (read.error && !page) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  return page ? <Page key={id} page={page} /> : <Loading />;
};

export default CustomerScreen;

/** The file that this one was merged into; an old link still leads to the customer. */
const mergedInto = (error: unknown): { readonly id: string; readonly name: string } | null => {
  const data = careError(error)?.data;
  if (data?.reason !== 'customer-merged' || !data.values) return null;
  return { id: String(data.values['customerId']), name: String(data.values['name']) };
};

/** Gone, or an address that never was one. */
const isGone = (error: unknown): boolean => {
  const failure = careError(error);
  return failure?.code === 'NOT_FOUND' || failure?.code === 'VALIDATION' || failure?.code === 'BAD_REQUEST';
};

const Page = ({ page }: { readonly page: CustomerPage }) => {
  const go = useGo();
  const back = useBack('/customers');
  const here = `/customers/${page.customer.id}`;
  const open = (what: string): void => go(`${here}?do=${what}`, { replace: true });
  const close = (): void => go(here, { replace: true });
  const wanted = useQueryValue('do');

  useEffect(() => {
    const timer = setTimeout(() => void loadPanels(), 200);
    return () => clearTimeout(timer);
  }, []);

  useHotkeys({ Escape: back });

  return (
    <div className={css['page']}>
      <Strip page={page} />
      <div className={css['main']}>
        <DuplicateNotice customerId={page.customer.id} />
        <ProspectCard customerId={page.customer.id} onOpen={() => open('prospect')} />
        <CustomerBookings customerId={page.customer.id} />
        <VehicleCards page={page} onOpen={(vehicleId) => open(`vehicle&vehicle=${vehicleId}`)} />
        <Timeline page={page} />
      </div>
      <div className={css['side']}>
        <SideActions page={page} />
        <ProfileCard page={page} />
        <MergedFiles customerId={page.customer.id} className={css['card']} />
      </div>
      <Suspense>{wanted && <CustomerPanels page={page} onClose={close} onOpen={open} />}</Suspense>
    </div>
  );
};
