import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { Chart } from '../../ui/Chart.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { monthsOption } from './chartOptions.ts';
import type { ComplaintReport } from './reportFigures.ts';

/** 逐月: what came, what was solved of it in time and late. */
export const MonthsPanel = ({ months }: Pick<ComplaintReport, 'months'>) => {
  const { t } = useTranslation();
  const option = useMemo(() => monthsOption(months, t), [months, t]);
  return (
    <Panel title={t('complaintReports.months.title')}>
      <Chart
        label={t('complaintReports.months.chart')}
        height={270}
        option={option}
        table={
          <table>
            <caption>{t('complaintReports.months.title')}</caption>
            <thead>
              <tr>
                {(['month', 'received', 'solvedInTime', 'solvedLate'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`complaintReports.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, received, solvedInTime, solvedLate }) => (
                <tr key={month}>
                  <th scope="row">{month}</th>
                  <td>{number(received)}</td>
                  <td>{number(solvedInTime)}</td>
                  <td>{number(solvedLate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </Panel>
  );
};
