import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldDocument } from '../../../db/contract/clubTerms.ts';
import { money, plate } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from '../complaints/detail.module.css';
import { useMoment } from '../complaints/useMoment.ts';
import own from './club.module.css';

export const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

interface WhoseProps {
  readonly job: {
    readonly customerId: string | null;
    readonly name: string;
    readonly phoneMasked: string | null;
    readonly tierName: string | null;
    readonly plate: string | null;
    readonly series: string | null;
  };
  /** in the place of the masked number */
  readonly phone?: ReactNode;
}

/** Whose it is: the name, a link where there is a file, the tier, the car. */
export const WhoseFacts = ({ job, phone }: WhoseProps) => {
  const { t } = useTranslation();
  const car = [job.plate && plate(job.plate), job.series].filter(Boolean).join(' · ');
  return (
    <>
      <Fact label={t('club.field.who')}>
        {job.customerId ? (
          <Link className={css['link'] ?? ''} to="/customers/$id" params={{ id: job.customerId }}>
            {job.name}
          </Link>
        ) : (
          <>
            {job.name || t('club.nameless')} <span className="quiet small">{t('club.stranger')}</span>
          </>
        )}{' '}
        {job.tierName && <Chip>{job.tierName}</Chip>}
      </Fact>
      {(phone ?? job.phoneMasked) && <Fact label={t('club.field.phone')}>{phone ?? job.phoneMasked}</Fact>}
      {car !== '' && <Fact label={t('club.field.vehicle')}>{car}</Fact>}
    </>
  );
};

/** 代管证件: what we hold, and what went back when. */
export const DocumentsPart = ({ documents }: { readonly documents: readonly HeldDocument[] }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <Panel title={t('club.documents.title')}>
      {documents.length === 0 ? (
        <p className="quiet">{t('club.documents.none')}</p>
      ) : (
        <ul className={own['documents']}>
          {documents.map(({ name, heldAt, returnedAt }) => (
            <li key={`${name} ${heldAt}`} data-held={returnedAt === null}>
              <strong>{name}</strong>
              <span className="quiet small">
                {returnedAt === null ? (
                  t('club.documents.held', { moment: moment(heldAt) })
                ) : (
                  <>
                    <CheckIcon size={12} /> {t('club.documents.returned', { moment: moment(returnedAt) })}
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

/** ¥200.00 已收 · 不收费 */
export const Fee = ({ fen, paid }: { readonly fen: number; readonly paid?: boolean }) => {
  const { t } = useTranslation();
  if (fen === 0) return <>{t('club.fact.noFee')}</>;
  return (
    <>
      {money(fen)}{' '}
      {paid !== undefined && (
        <Chip tone={paid ? 'green' : 'amber'}>{t(paid ? 'club.fact.paid' : 'club.fact.unpaid')}</Chip>
      )}
    </>
  );
};
