import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/errors.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { ReasonLine } from '../customer/ReasonLine.tsx';
import css from './detail.module.css';
import { PromiseDue } from './PromiseDue.tsx';
import type { Promised } from './shapes.ts';
import { useEndPromise } from './useEndPromise.ts';
import { useMoment } from './useMoment.ts';

export interface PromiseLineProps {
  readonly promise: Promised;
  readonly onMove: () => void;
}

/** One promise: what, till when, by whom; kept, moved or dropped with why. */
export const PromiseLine = ({ promise, onMove }: PromiseLineProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const { id, version, text } = promise;
  const { keep, drop } = useEndPromise(promise);
  const ended = promise.state !== 'open';
  const failure = keep.error ?? drop.error;
  return (
    <li>
      <span className={promise.state === 'dropped' ? css['struck'] : undefined}>{text}</span>
      <span className={css['partRow']}>
        {ended ? (
          <Chip
            tone={promise.state === 'kept' ? 'green' : 'plain'}
            icon={promise.state === 'kept' && <CheckIcon size={13} />}
          >
            {t(`complaints.promise.state.${promise.state}`)}
            {promise.endedAt !== null && ` ${moment(promise.endedAt)}`}
          </Chip>
        ) : (
          <PromiseDue promise={promise} />
        )}
        <span className="quiet small">{promise.ownerName}</span>
      </span>
      {promise.note && <span className="quiet small">{promise.note}</span>}
      {!ended && (
        <span className={css['partRow']}>
          <Button size="small" loading={keep.isPending} onClick={() => keep.mutate({ id, version, note: null })}>
            {t('complaints.promise.keep')}
          </Button>
          <Button size="small" onClick={onMove}>
            {t('complaints.promise.move')}
          </Button>
          <ReasonLine
            quiet
            open={t('complaints.promise.drop')}
            label={t('complaints.promise.dropWhy')}
            confirm={t('complaints.promise.drop')}
            busy={drop.isPending}
            error={drop.error ? errorText(drop.error, t) : undefined}
            onConfirm={(note) => drop.mutate({ id, version, note })}
          />
        </span>
      )}
      {failure !== null && failure === keep.error && (
        <span role="alert" className={css['failed']}>
          {errorText(failure, t)}
        </span>
      )}
    </li>
  );
};
