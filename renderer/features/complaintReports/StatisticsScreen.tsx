import '../../ui/reportPrint.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { saveBlob } from '../../lib/download.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useStoreSettings, useToday } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ChartIcon, ExportIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { dayOrNull } from '../customer/typedDay.ts';
import { CategoriesPanel } from './CategoriesPanel.tsx';
import css from './complaintReports.module.css';
import { Figures } from './Figures.tsx';
import { MeasuresPanel } from './MeasuresPanel.tsx';
import { MonthsPanel } from './MonthsPanel.tsx';
import { CausesPanel, DepartmentsPanel } from './ParetoPanel.tsx';
import { reportCsv } from './reportCsv.ts';
import type { ComplaintReport } from './reportFigures.ts';
import { type DaySpan, reportSpanOf, reportSpans, spanProblem } from './reportSpan.ts';
import { SpanDay } from './SpanDay.tsx';

/** 投诉统计: in time or not, what they come from, whether measures helped; by the day on which they were received. */
const StatisticsScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const usual = reportSpanOf('last12', today);
  const span: DaySpan = {
    from: dayOrNull(useQueryValue('from') ?? '') ?? usual.from,
    to: dayOrNull(useQueryValue('to') ?? '') ?? usual.to,
  };
  const problem = spanProblem(span);
  const { data, error, refetch } = useQuery(
    orpc.complaints.statistics.queryOptions({
      input: { fromDay: span.from, toDay: span.to },
      enabled: problem === null,
      placeholderData: keepPreviousData,
    }),
  );
  const shown = problem === null && data && data.received > 0 ? data : null;
  const show = (wanted: DaySpan): void =>
    go(`/complaints/statistics?${new URLSearchParams({ ...wanted }).toString()}`, { replace: true });
  const save = (): void => {
    if (!shown) return;
    saveBlob(
      new Blob([reportCsv(shown, t)], { type: 'text/csv' }),
      t('complaintReports.csvName', { from: span.from, to: span.to }),
    );
  };
  const print = (): void => {
    if (shown) window.print();
  };
  useScreenDeeds({ 'complaintReports.print': print, 'complaintReports.csv': save });
  return (
    <div className={`${css['report']} printed-report`}>
      <Panel
        title={t('complaintReports.title')}
        className="not-printed"
        aside={
          <ChipGroup label={t('complaintReports.span')}>
            {reportSpans.map((name) => {
              const one = reportSpanOf(name, today);
              return (
                <Chip key={name} pressed={one.from === span.from && one.to === span.to} onPress={() => show(one)}>
                  {t(`complaintReports.spans.${name}`)}
                </Chip>
              );
            })}
          </ChipGroup>
        }
        actions={
          <>
            <ActionButton
              icon={<ExportIcon size={16} />}
              label={t('complaintReports.csv')}
              keys="E"
              disabled={!shown}
              onClick={save}
            />
            <ActionButton
              type="primary"
              label={t('complaintReports.print')}
              keys="Ctrl+P"
              disabled={!shown}
              onClick={print}
            />
          </>
        }
      >
        <div className={css['span']}>
          <SpanDay
            key={`from ${span.from}`}
            label={t('complaintReports.from')}
            value={span.from}
            onChange={(from) => show({ ...span, from })}
          />
          <SpanDay
            key={`to ${span.to}`}
            label={t('complaintReports.to')}
            value={span.to}
            wrong={problem === null ? undefined : t(`complaintReports.${problem}`)}
            onChange={(to) => show({ ...span, to })}
          />
          <p className={css['basis']}>{t('complaintReports.basis')}</p>
        </div>
      </Panel>
      {problem !== null ? null : data ? (
        <Report report={data} span={span} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </div>
  );
};

export default StatisticsScreen;

const Report = ({ report, span }: { readonly report: ComplaintReport; readonly span: DaySpan }) => {
  const { t } = useTranslation();
  const go = useGo();
  const store = useStoreSettings()?.store.name ?? '';
  if (report.received === 0) {
    return (
      <Panel>
        <EmptyState
          icon={<ChartIcon size={32} />}
          title={t('complaintReports.empty.title')}
          actions={
            <ActionButton type="primary" label={t('complaintReports.empty.go')} onClick={() => go('/complaints')} />
          }
        >
          {t('complaintReports.empty.text')}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <>
      <p className="report-printed">
        {t('complaintReports.printed', { store, ...span })}
        <br />
        {t('complaintReports.basis')}
      </p>
      <Figures report={report} />
      <div className={css['twoPanels']}>
        <CausesPanel causes={report.causes} />
        <DepartmentsPanel departments={report.departments} />
        <MonthsPanel months={report.months} />
        <CategoriesPanel categories={report.categories} />
      </div>
      <MeasuresPanel actions={report.actions} />
    </>
  );
};
