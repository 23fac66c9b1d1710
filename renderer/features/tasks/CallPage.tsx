import { useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { careError } from '../../lib/errors.ts';
import { useGo } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PhoneIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { CallScreen } from './CallScreen.tsx';
import { LeftOutPage } from './LeftOutPage.tsx';
import type { CallRow, Channel } from './shapes.ts';
import { type DayRow, tick } from './useDay.ts';

export interface CallPageProps {
  readonly customerId: string;
  readonly channel: Channel;
  /** as the list has this customer; null where it has not */
  readonly row: DayRow | null;
  /** what Enter does: set by the call */
  readonly enter: RefObject<() => void>;
  /** who comes after this customer */
  readonly next: () => string | null;
  readonly onRecorded: (contactId: string) => void;
  /** shows another customer; null: the list */
  readonly onShow: (customerId: string | null) => void;
  /** the form over it: `?do=what` */
  readonly onOpen: (what: string | null) => void;
}

/** The call of one customer, once the store has said what is due. */
export const CallPage = (props: CallPageProps) => {
  const { t } = useTranslation();
  const { customerId, channel, row } = props;
  const { data, error, refetch } = useQuery(
    orpc.tasks.call.queryOptions({ input: { customerId, channel }, refetchInterval: tick }),
  );
  // a colleague may do what is due while one speaks: what was opened stays open, and what was typed can be recorded
  const [opened, setOpened] = useState<CallRow | null>(null);
  if (data?.call && data.call !== opened) setOpened(data.call);
  if (data?.call) return <CallScreen {...props} info={data} call={data.call} />;
  if (data && opened && data.leftOut === null) {
    return <CallScreen {...props} info={data} call={{ ...opened, reasons: [] }} />;
  }
  if (data?.leftOut) return <LeftOutPage customerId={customerId} info={data} reason={data.leftOut} row={row} />;
  if (data) return <Nothing customerId={customerId} />;
  if (isGone(error)) {
    return (
      <EmptyState icon={<PhoneIcon size={32} />} title={t('tasks.nothing.gone')}>
        {t('tasks.nothing.goneText')}
      </EmptyState>
    );
  }
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
};

/** Gone, or an address that never was one. */
const isGone = (error: unknown): boolean => {
  const failure = careError(error);
  return failure?.code === 'NOT_FOUND' || failure?.code === 'VALIDATION' || failure?.code === 'BAD_REQUEST';
};

const Nothing = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const go = useGo();
  const open = (): void => go(`/customers/${customerId}`);
  useScreenDeeds({ 'tasks.open': open });
  return (
    <EmptyState
      icon={<PhoneIcon size={32} />}
      title={t('tasks.nothing.title')}
      actions={<ActionButton label={t('tasks.head.open')} keys="O" onClick={open} />}
    >
      {t('tasks.nothing.text')}
    </EmptyState>
  );
};
