import './today.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { day, number } from '../../lib/formats.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CakeIcon, InspectionIcon, ShieldIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { DuePanel } from './DuePanel.tsx';
import { NewStore } from './NewStore.tsx';
import { VisitsPanel } from './VisitsPanel.tsx';

/** Reception's 今日: who is here, and what falls due. */
const TodayScreen = () => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.home.today.queryOptions({ input: {} }));
  const inspectionDays = useStoreSettings()?.values.inspectionReminderDays ?? 60;
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const { counts } = data;
  if (counts.customers === 0) return <NewStore />;
  return (
    <div className="today">
      <h1 className="heard-only">{t('today.title')}</h1>
      <VisitsPanel today={data} />
      <div className="today-side">
        <p className="today-day">
          <strong>{day(data.day)}</strong>
          <span className="quiet">
            {t('today.store', { customers: number(counts.customers), vehicles: number(counts.vehicles) })}
          </span>
        </p>
        <DuePanel
          icon={<ShieldIcon size={17} />}
          title={t('today.insurance')}
          total={counts.insuranceDue}
          more="/customers?insuranceWithinDays=30&sort=insurance"
          empty={t('today.noInsurance')}
          rows={data.insurance}
          today={data.day}
        />
        <DuePanel
          icon={<InspectionIcon size={17} />}
          title={t('today.inspection')}
          total={counts.inspectionDue}
          more={`/customers?inspectionWithinDays=${inspectionDays}`}
          empty={t('today.noInspection')}
          rows={data.inspection}
          today={data.day}
        />
        <DuePanel
          icon={<CakeIcon size={17} />}
          title={t('today.birthdays')}
          empty={t('today.noBirthdays')}
          rows={data.birthdays}
          today={data.day}
        />
      </div>
    </div>
  );
};

export default TodayScreen;
