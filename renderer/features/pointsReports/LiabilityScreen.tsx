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
import { Formula } from './Formula.tsx';
import { LiabilityChart } from './LiabilityChart.tsx';
import { LiabilityTable } from './LiabilityTable.tsx';
import { type Liability, liabilityCsv } from './liabilityCsv.ts';
import { MonthInput } from './MonthInput.tsx';
import { type MonthSpan, monthOrNull, monthSpanOf, monthSpans } from './monthSpan.ts';
import css from './pointsReports.module.css';
import { TierTable } from './TierTable.tsx';

/** 积分负债: what was issued, redeemed and lapsed in each month, what is outstanding, and what that is worth. */
const LiabilityScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const usual = monthSpanOf('last12', today);
  const asked: MonthSpan = {
    from: monthOrNull(useQueryValue('from')) ?? usual.from,
    to: monthOrNull(useQueryValue('to')) ?? usual.to,
  };
  const byTier = useQueryValue('rows') === 'tier';
  const reversed = asked.from > asked.to;
  const { data, error, refetch } = useQuery(
    orpc.points.liability.queryOptions({
      input: { fromMonth: asked.from, toMonth: asked.to },
      enabled: !reversed,
      placeholderData: keepPreviousData,
    }),
  );
  const show = (span: MonthSpan, tiers = byTier): void =>
    go(`/reports/liability?${new URLSearchParams({ ...span, ...(tiers ? { rows: 'tier' } : {}) }).toString()}`, {
      replace: true,
    });
  const save = (): void => {
    if (!data) return;
    saveBlob(
      new Blob([liabilityCsv(data, byTier, t)], { type: 'text/csv' }),
      t('pointsReports.liability.csvName', { from: data.fromMonth, to: data.toMonth }),
    );
  };
  const print = (): void => {
    if (data) window.print();
  };
  useScreenDeeds({ 'liability.print': print, 'liability.csv': save });
  return (
    <div className={`${css['report']} printed-report`}>
      <Panel
        title={t('pointsReports.liability.title')}
        aside={
          <ChipGroup label={t('pointsReports.liability.span')}>
            {monthSpans.map((name) => {
              const span = monthSpanOf(name, today);
              return (
                <Chip key={name} pressed={span.from === asked.from && span.to === asked.to} onPress={() => show(span)}>
                  {t(`pointsReports.liability.spans.${name}`)}
                </Chip>
              );
            })}
          </ChipGroup>
        }
        actions={
          <>
            <ActionButton
              icon={<ExportIcon size={16} />}
              label={t('pointsReports.liability.csv')}
              keys="E"
              disabled={!data}
              onClick={save}
            />
            <ActionButton
              type="primary"
              label={t('pointsReports.liability.print')}
              keys="Ctrl+P"
              disabled={!data}
              onClick={print}
            />
          </>
        }
      >
        <div className={css['span']}>
          <MonthInput
            label={t('pointsReports.liability.from')}
            value={asked.from}
            onChange={(from) => show({ ...asked, from })}
          />
          <MonthInput
            label={t('pointsReports.liability.to')}
            value={asked.to}
            wrong={reversed ? t('pointsReports.liability.reversedSpan') : undefined}
            onChange={(to) => show({ ...asked, to })}
          />
          {data && <Formula outstanding={data.outstanding} liabilityFen={data.liabilityFen} terms={data.terms} />}
        </div>
      </Panel>
      {data ? (
        <Report report={data} byTier={byTier} onByTier={(tiers) => show(asked, tiers)} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </div>
  );
};

export default LiabilityScreen;

interface ReportProps {
  readonly report: Liability;
  readonly byTier: boolean;
  readonly onByTier: (byTier: boolean) => void;
}

const Report = ({ report, byTier, onByTier }: ReportProps) => {
  const { t } = useTranslation();
  const store = useStoreSettings()?.store.name ?? '';
  if (report.rows.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<ChartIcon size={32} />} title={t('pointsReports.liability.empty')}>
          {t('pointsReports.liability.emptyText')}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <>
      <p className="report-printed">
        {t('pointsReports.liability.printed', { store, from: report.fromMonth, to: report.toMonth })}
      </p>
      <Panel>
        <LiabilityChart months={report.months} />
      </Panel>
      <Panel flush title={t('pointsReports.liability.byTier')}>
        <TierTable report={report} />
      </Panel>
      <Panel
        flush
        className="next-sheet"
        title={t(byTier ? 'pointsReports.liability.byMonthTier' : 'pointsReports.liability.byMonth')}
        aside={
          <ChipGroup label={t('pointsReports.liability.by')}>
            <Chip pressed={!byTier} onPress={() => onByTier(false)}>
              {t('pointsReports.liability.byMonth')}
            </Chip>
            <Chip pressed={byTier} onPress={() => onByTier(true)}>
              {t('pointsReports.liability.byMonthTier')}
            </Chip>
          </ChipGroup>
        }
      >
        <LiabilityTable report={report} byTier={byTier} />
      </Panel>
    </>
  );
};
