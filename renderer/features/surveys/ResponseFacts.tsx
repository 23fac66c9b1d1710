import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { plate } from '../../lib/formats.ts';
import { Panel } from '../../ui/Panel.tsx';
import css from '../complaints/detail.module.css';
import { useMoment } from '../complaints/useMoment.ts';
import type { Response } from './shapes.ts';

/** Who answered, about what, by which way, and what was done about it. */
export const ResponseFacts = ({ response }: { readonly response: Response }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const { customerId, name, complaintId, complaintNumber, followedAt, followNote } = response;
  return (
    <Panel>
      <dl className={css['facts']}>
        <Fact label={t('surveys.field.who')}>
          {customerId ? (
            <Link className={css['link'] ?? ''} to="/customers/$id" params={{ id: customerId }}>
              {name}
            </Link>
          ) : (
            t('surveys.namelessText')
          )}
        </Fact>
        {response.plate && <Fact label={t('surveys.field.vehicle')}>{plate(response.plate)}</Fact>}
        {response.adviser && <Fact label={t('surveys.field.adviser')}>{response.adviser}</Fact>}
        <Fact label={t('surveys.field.asked')}>
          {t(`surveys.channel.${response.channel}`)} · {moment(response.at)} · {response.byName}
        </Fact>
        {complaintId && (
          <Fact label={t('surveys.field.complaint')}>
            <Link className={css['link'] ?? ''} to="/complaints/$id" params={{ id: complaintId }}>
              {complaintNumber}
            </Link>
          </Fact>
        )}
        {followedAt !== null && (
          <Fact label={t('surveys.field.followed')}>
            {t('surveys.followedBy', { moment: moment(followedAt), name: response.followedBy ?? '' })}
            {followNote && <p className={css['said']}>{followNote}</p>}
          </Fact>
        )}
      </dl>
    </Panel>
  );
};

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
