import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import css from './detail.module.css';
import { PromiseDue } from './PromiseDue.tsx';
import type { Promised } from './shapes.ts';
import { useEndPromise } from './useEndPromise.ts';

/** One open promise in a line of 今日: what, to whom, till when. */
export const PromiseRow = ({ promise, onMove }: { readonly promise: Promised; readonly onMove: () => void }) => {
  const { t } = useTranslation();
  const { keep } = useEndPromise(promise);
  const { id, version, text } = promise;
  return (
    <li className={css['todayRow']}>
      <span className={css['todayWhat']} title={`${text} · ${promise.ownerName}`}>
        {text}
      </span>
      <span>
        {promise.customerId ? (
          <Link to="/customers/$id" params={{ id: promise.customerId }}>
            {promise.customerName}
          </Link>
        ) : (
          promise.complaintId && (
            <Link to="/complaints/$id" params={{ id: promise.complaintId }}>
              {promise.complaintNumber}
            </Link>
          )
        )}
      </span>
      <PromiseDue promise={promise} />
      <span className={css['partRow']}>
        <Button size="small" loading={keep.isPending} onClick={() => keep.mutate({ id, version, note: null })}>
          {t('complaints.promise.keep')}
        </Button>
        <Button size="small" onClick={onMove}>
          {t('complaints.promise.move')}
        </Button>
      </span>
    </li>
  );
};
