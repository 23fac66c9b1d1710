import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import { useMoment } from '../complaints/useMoment.ts';
import type { LeftOutReason } from './shapes.ts';
import css from './tasks.module.css';

export interface WhyNotProps {
  readonly customerId: string;
  /** the next try, where one is planned, UTC ms */
  readonly nextAt: number | null;
  readonly reason: LeftOutReason;
}

/** Why somebody is not on the list, and what can be done about it. */
export const WhyNot = ({ customerId, nextAt, reason }: WhyNotProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const moment = useMoment();
  const perMonth = useStoreSettings()?.values.contactRules.perMonth ?? 0;
  const cure = cureOf(customerId, reason);
  const words =
    reason === 'later' && nextAt !== null
      ? t('tasks.leftOut.why.laterAt', { moment: moment(nextAt) })
      : t(`tasks.leftOut.why.${reason}`, { count: perMonth });
  return (
    <div className={css['why']} role="status">
      <WarningIcon size={16} />
      <span>{words}</span>
      {cure !== null && (
        <Button size="small" onClick={() => go(cure.path)}>
          {t(`tasks.leftOut.act.${cure.what}`)}
        </Button>
      )}
    </div>
  );
};

interface Cure {
  readonly path: string;
  readonly what: 'noConsent' | 'refused' | 'unreachable' | 'complaint';
}

/** Where it can be set right; null where only time does. */
const cureOf = (customerId: string, reason: LeftOutReason): Cure | null => {
  const page = `/customers/${customerId}`;
  switch (reason) {
    case 'noConsent':
    case 'refused':
      return { path: `${page}?do=consents`, what: reason };
    case 'unreachable':
      return { path: `${page}/edit`, what: reason };
    case 'complaint':
      return { path: page, what: reason };
    case 'budget':
    case 'hours':
    case 'later':
      return null;
  }
};
