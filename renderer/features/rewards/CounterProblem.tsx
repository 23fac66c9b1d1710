import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { careError, errorText, fieldErrors } from '../../lib/errors.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './counter.module.css';

export interface CounterProblemProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What was scanned or typed is no card and no voucher of ours: why, and what to do. */
export const CounterProblem = ({ error, onRetry }: CounterProblemProps) => {
  const { t } = useTranslation();
  const [field] = Object.values(fieldErrors(error, t));
  const known = careError(error) !== null;
  return (
    <Panel className={css['whole'] ?? ''}>
      <div role="alert">
        <EmptyState
          icon={<WarningIcon size={40} />}
          title={field ?? errorText(error, t, 'read')}
          {...(known ? {} : { actions: <Button onClick={onRetry}>{t('common.retry')}</Button> })}
        >
          {t('rewards.counter.notFoundHint')}
        </EmptyState>
      </div>
    </Panel>
  );
};
