import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { day, number } from '../../lib/formats.ts';
import { useMe } from '../../lib/session.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { CakeIcon, InspectionIcon, ShieldIcon } from '../../ui/icons.tsx';
import { ApprovalsLink } from '../approvals/ApprovalsLink.tsx';
import { TodayViews } from '../board/TodayViews.tsx';
import { PromisesToday } from '../complaints/PromisesToday.tsx';
import { PaperLink } from '../paper/PaperLink.tsx';
import { DuePanel } from './DuePanel.tsx';
import { type Today, VisitsPanel } from './VisitsPanel.tsx';

const TasksToday = lazy(() => import('../tasks/TasksToday.tsx'));

/** 到店与到期: the day's visits, and what falls due; above them, for who makes the calls, whom to call. */
const Overview = ({ today }: { readonly today: Today }) => {
  const { t } = useTranslation();
  const inspectionDays = useStoreSettings()?.values.inspectionReminderDays ?? 60;
  const { counts } = today;
  const calls = useMe()?.role === 'service';
  return (
    <div className="today">
      <div className="today-main">
        {calls && (
          <Suspense>
            <TasksToday />
          </Suspense>
        )}
        <VisitsPanel today={today} />
      </div>
      <div className="today-side">
        <p className="today-day">
          <strong>{day(today.day)}</strong>
          <TodayViews shown="overview" />
          <ApprovalsLink />
          <PaperLink />
          <span className="quiet">
            {t('today.store', { customers: number(counts.customers), vehicles: number(counts.vehicles) })}
          </span>
        </p>
        <PromisesToday />
        <DuePanel
          icon={<ShieldIcon size={17} />}
          title={t('today.insurance')}
          total={counts.insuranceDue}
          more="/customers?insuranceWithinDays=30&sort=insurance"
          empty={t('today.noInsurance')}
          rows={today.insurance}
          today={today.day}
        />
        <DuePanel
          icon={<InspectionIcon size={17} />}
          title={t('today.inspection')}
          total={counts.inspectionDue}
          more={`/customers?inspectionWithinDays=${inspectionDays}`}
          empty={t('today.noInspection')}
          rows={today.inspection}
          today={today.day}
        />
        <DuePanel
          icon={<CakeIcon size={17} />}
          title={t('today.birthdays')}
          empty={t('today.noBirthdays')}
          rows={today.birthdays}
          today={today.day}
        />
      </div>
    </div>
  );
};

export default Overview;
