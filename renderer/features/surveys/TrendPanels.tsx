import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { Chart } from '../../ui/Chart.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { npsText, percentText } from './figureWords.ts';
import type { SurveyFigures } from './shapes.ts';
import { npsOption, satisfactionOption } from './surveyCharts.ts';

type TrendProps = Pick<SurveyFigures, 'months' | 'targets'>;

/** NPS month by month, against what the store wants to reach. */
export const NpsPanel = ({ months, targets }: TrendProps) => {
  const { t } = useTranslation();
  const option = useMemo(() => npsOption(months, targets, t), [months, targets, t]);
  return (
    <Panel title={t('surveys.figures.npsTrend')}>
      <Chart
        label={t('surveys.figures.npsChart', { target: targets.nps })}
        height={240}
        option={option}
        table={
          <Table
            caption={t('surveys.figures.npsTrend')}
            value={t('surveys.figures.column.nps')}
            rows={months.map(({ month, nps }) => [month, npsText(nps, t), number(nps.n)] as const)}
          />
        }
      />
    </Panel>
  );
};

/** How many of a hundred are satisfied, month by month. */
export const SatisfactionPanel = ({ months, targets }: TrendProps) => {
  const { t } = useTranslation();
  const option = useMemo(() => satisfactionOption(months, targets, t), [months, targets, t]);
  return (
    <Panel title={t('surveys.figures.satisfactionTrend')}>
      <Chart
        label={t('surveys.figures.satisfactionChart', { target: targets.satisfiedPercent })}
        height={240}
        option={option}
        table={
          <Table
            caption={t('surveys.figures.satisfactionTrend')}
            value={t('surveys.figures.column.satisfied')}
            rows={months.map(
              ({ month, satisfaction }) => [month, percentText(satisfaction, t), number(satisfaction.n)] as const,
            )}
          />
        }
      />
    </Panel>
  );
};

interface TableProps {
  readonly caption: string;
  readonly value: string;
  readonly rows: readonly (readonly [month: string, value: string, n: string])[];
}

const Table = ({ caption, value, rows }: TableProps) => {
  const { t } = useTranslation();
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('complaintReports.column.month')}</th>
          <th scope="col">{value}</th>
          <th scope="col">{t('surveys.figures.column.n')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([month, shown, n]) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            <td>{shown}</td>
            <td>{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
