import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { day, plate } from '../../lib/formats.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Complainant } from './Complainant.tsx';
import css from './detail.module.css';
import type { ComplaintPage } from './shapes.ts';
import { useMoment } from './useMoment.ts';

/** Who complains, of what, by which way, and who answers for it. */
export const FactsPart = ({ page }: { readonly page: ComplaintPage }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const { complaint } = page;
  return (
    <Panel>
      <dl className={css['facts']}>
        <Fact label={t('complaints.field.who')}>
          <Complainant complaint={complaint} />
        </Fact>
        {complaint.plate && <Fact label={t('complaints.field.vehicle')}>{plate(complaint.plate)}</Fact>}
        <Fact label={t('complaints.field.channel')}>
          {t(`complaints.channel.${complaint.channel}`)} · {moment(complaint.receivedAt)} · {complaint.byName}
        </Fact>
        <Fact label={t('complaints.field.department')}>{complaint.departmentName}</Fact>
        <Fact label={t('complaints.field.owner')}>{complaint.ownerName ?? t('complaints.ownerless')}</Fact>
        <Fact label={t('complaints.field.part')}>{complaint.part}</Fact>
        <Fact label={t('complaints.field.about')}>{complaint.about}</Fact>
        {complaint.authority && (
          <Fact label={t('complaints.field.authority')}>
            {[complaint.authority, complaint.authorityDay && day(complaint.authorityDay)].filter(Boolean).join(' · ')}
          </Fact>
        )}
        <Fact label={t('complaints.field.cause')}>
          {[complaint.causeName, complaint.causeNote].filter(Boolean).join(' · ') || null}
        </Fact>
        {complaint.outcome && (
          <Fact label={t('complaints.field.outcome')}>{t(`complaints.outcome.${complaint.outcome}`)}</Fact>
        )}
      </dl>
    </Panel>
  );
};

/** Nothing where nobody knows. */
const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) =>
  children ? (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
