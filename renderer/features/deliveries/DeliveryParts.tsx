import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../db/domain/day.ts';
import { useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CheckIcon, WarningIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useMoment } from '../complaints/useMoment.ts';
import css from './deliveries.module.css';
import { plannedWords } from './deliveryWords.ts';
import type { DeliveryPage } from './shapes.ts';

interface PartProps {
  readonly delivery: DeliveryPage;
}

/** When, by whom, and how it ended. */
export const FactsPart = ({ delivery }: PartProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const moment = useMoment();
  const { deliveredAt, cancelledAt, cancelReason, plannedDay, note, vin } = delivery;
  return (
    <Panel>
      <dl className={css['factList']}>
        <dt>{t('deliveries.fact.planned')}</dt>
        <dd>
          {plannedWords(delivery, today) ?? <span className="quiet">{t('deliveries.fact.noDay')}</span>}{' '}
          {delivery.late && plannedDay !== null && (
            <Chip tone="red" icon={<WarningIcon size={13} />}>
              {t('deliveries.card.late', { count: daysBetween(plannedDay, today) })}
            </Chip>
          )}
        </dd>
        <dt>{t('deliveries.fact.adviser')}</dt>
        <dd>{delivery.adviserName ?? <span className="quiet">{t('deliveries.fact.noAdviser')}</span>}</dd>
        {vin !== null && (
          <>
            <dt>VIN</dt>
            <dd>{vin}</dd>
          </>
        )}
        {note !== null && (
          <>
            <dt>{t('deliveries.fact.note')}</dt>
            <dd className={css['words']}>{note}</dd>
          </>
        )}
      </dl>
      {deliveredAt !== null && (
        <p className={css['ended']}>
          <Chip tone="green" icon={<CheckIcon size={13} />}>
            {t('deliveries.fact.delivered', { moment: moment(deliveredAt) })}
          </Chip>
        </p>
      )}
      {cancelledAt !== null && (
        <p className={css['ended']}>
          {t('deliveries.fact.cancelled', { moment: moment(cancelledAt), reason: cancelReason ?? '' })}
        </p>
      )}
    </Panel>
  );
};

/** 交车仪式, with what the customer likes. */
export const CeremonyPart = ({ delivery: { ceremony, interests } }: PartProps) => {
  const { t } = useTranslation();
  return (
    <Panel title={t('deliveries.ceremony')}>
      <p className={ceremony === null ? 'quiet' : css['words']}>{ceremony ?? t('deliveries.noCeremony')}</p>
      <Interests interests={interests} />
    </Panel>
  );
};

/** 客户的兴趣: what a ceremony can be made of (S2). */
export const Interests = ({ interests }: { readonly interests: readonly string[] }) => {
  const { t } = useTranslation();
  if (interests.length === 0) return <p className={`quiet small ${css['interests']}`}>{t('deliveries.noInterests')}</p>;
  return (
    <p className={css['interests']}>
      <span className="quiet small">{t('deliveries.interests')}</span>
      {interests.map((one) => (
        <Chip key={one} tone="brand">
          {one}
        </Chip>
      ))}
    </p>
  );
};

/** 经过: what was moved when and by whom, the latest first. */
export const HistoryPart = ({ delivery: { history } }: PartProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <Panel title={t('deliveries.history')}>
      <ol className={css['history']}>
        {history.map(({ step, at, byName, note }) => (
          <li key={`${step}.${at}`}>
            <span className="quiet small">{moment(at)}</span>
            <span>
              {t(`deliveries.step.${step}`)} <span className="quiet small">{byName}</span>
              {note !== null && <span className={css['words']}>{note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
};
