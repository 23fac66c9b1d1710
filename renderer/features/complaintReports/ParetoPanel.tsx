import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { Chart } from '../../ui/Chart.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { paretoOption } from './chartOptions.ts';
import css from './complaintReports.module.css';
import { paretoOf, vitalFew } from './pareto.ts';
import type { ComplaintReport } from './reportFigures.ts';

/** 原因: the few that make most. */
export const CausesPanel = ({ causes }: Pick<ComplaintReport, 'causes'>) => {
  const { t } = useTranslation();
  const rows = useMemo(() => paretoOf(causes), [causes]);
  const option = useMemo(() => paretoOption(rows, t), [rows, t]);
  const few = vitalFew(rows);
  return (
    <Panel title={t('complaintReports.causes.title')}>
      {rows.length === 0 ? (
        <p className="quiet">{t('complaintReports.causes.none')}</p>
      ) : (
        <>
          <p className={css['said']}>
            {t('complaintReports.causes.most', {
              of: number(rows.reduce((sum, { count }) => sum + count, 0)),
              count: few.length,
              share: few.at(-1)?.cumulative ?? 0,
              names: few.map(({ name }) => name).join(t('customer.listSeparator')),
            })}
          </p>
          <Chart
            label={t('complaintReports.causes.chart')}
            height={270}
            option={option}
            table={
              <table>
                <caption>{t('complaintReports.causes.title')}</caption>
                <thead>
                  <tr>
                    {(['cause', 'count', 'share', 'cumulative'] as const).map((column) => (
                      <th key={column} scope="col">
                        {t(`complaintReports.column.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ code, name, count, share, cumulative }) => (
                    <tr key={code}>
                      <th scope="row">{name}</th>
                      <td>{number(count)}</td>
                      <td>{t('complaintReports.percent', { share })}</td>
                      <td>{t('complaintReports.percent', { share: cumulative })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            }
          />
        </>
      )}
    </Panel>
  );
};

type Department = ComplaintReport['departments'][number];
const lateOf = ({ late }: Department): number => late;

/** 责任部门: who had most to answer for, and how much of it too late. */
export const DepartmentsPanel = ({ departments }: Pick<ComplaintReport, 'departments'>) => {
  const { t } = useTranslation();
  const rows = useMemo(() => paretoOf(departments), [departments]);
  const option = useMemo(() => paretoOption<Department>(rows, t, lateOf), [rows, t]);
  return (
    <Panel title={t('complaintReports.departments.title')}>
      {rows.length === 0 ? (
        <p className="quiet">{t('complaintReports.departments.none')}</p>
      ) : (
        <Chart
          label={t('complaintReports.departments.chart')}
          height={296}
          option={option}
          table={
            <table>
              <caption>{t('complaintReports.departments.title')}</caption>
              <thead>
                <tr>
                  {(['department', 'count', 'late', 'share', 'cumulative'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`complaintReports.column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ code, name, count, late, share, cumulative }) => (
                  <tr key={code}>
                    <th scope="row">{name}</th>
                    <td>{number(count)}</td>
                    <td>{number(late)}</td>
                    <td>{t('complaintReports.percent', { share })}</td>
                    <td>{t('complaintReports.percent', { share: cumulative })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          }
        />
      )}
    </Panel>
  );
};
