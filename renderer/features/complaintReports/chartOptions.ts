import type { EChartsCoreOption } from 'echarts/core';
import type { TFunction } from 'i18next';
import type { Counted, ParetoRow } from './pareto.ts';
import type { ComplaintReport } from './reportFigures.ts';

/** so many bars stand beside each other with their names; the table has all */
const mostBars = 10;

const axisText = { color: 'var(--ink2)', fontSize: 12 };
const grid = { left: 4, right: 4, top: 34, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' };
const lines = { splitLine: { lineStyle: { color: 'var(--line)' } }, axisLabel: axisText };
const legend = { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: 'var(--ink2)' } };
const tooltip = {
  trigger: 'axis',
  confine: true,
  backgroundColor: 'var(--panel)',
  borderColor: 'var(--line)',
  textStyle: { color: 'var(--ink)', fontSize: 12 },
  axisPointer: { type: 'shadow', shadowStyle: { color: 'var(--sunken)', opacity: 0.6 } },
};

const bar = (name: string, color: string, data: readonly number[], stack?: string) => ({
  type: 'bar',
  name,
  data,
  barMaxWidth: 34,
  itemStyle: { color },
  emphasis: { disabled: true },
  ...(stack ? { stack } : {}),
});

const line = (name: string, color: string, data: readonly number[], more: object = {}) => ({
  type: 'line',
  name,
  data,
  symbolSize: 6,
  lineStyle: { color, width: 2 },
  itemStyle: { color },
  emphasis: { disabled: true },
  ...more,
});

const names = (data: readonly string[]) => ({
  type: 'category',
  data,
  axisLine: { lineStyle: { color: 'var(--edge)' } },
  axisTick: { show: false },
  // longer names go on on a second line
  axisLabel: { ...axisText, interval: 0, width: data.length > 6 ? 52 : 84, overflow: 'break', lineHeight: 15 },
});

/**
 * Bars from the most to the fewest, and the line of what they make together.
 *
 * @param lateOf how many of a row were late: they stand at the foot of its bar
 */
export const paretoOption = <Row extends Counted>(
  rows: readonly ParetoRow<Row>[],
  t: TFunction,
  lateOf?: (row: Row) => number,
): EChartsCoreOption => {
  const shown = rows.slice(0, mostBars);
  const bars = lateOf
    ? [
        bar(t('complaintReports.column.late'), 'var(--red)', shown.map(lateOf), 'all'),
        bar(
          t('complaintReports.column.rest'),
          'var(--brand)',
          shown.map((row) => row.count - lateOf(row)),
          'all',
        ),
      ]
    : [
        bar(
          t('complaintReports.column.count'),
          'var(--brand)',
          shown.map((row) => row.count),
        ),
      ];
  return {
    grid,
    legend,
    tooltip,
    xAxis: names(shown.map(({ name }) => name)),
    yAxis: [
      { type: 'value', minInterval: 1, ...lines },
      {
        type: 'value',
        min: 0,
        max: 100,
        axisLabel: { ...axisText, formatter: '{value}%' },
        splitLine: { show: false },
      },
    ],
    series: [
      ...bars,
      line(
        t('complaintReports.column.cumulative'),
        'var(--amber)',
        shown.map(({ cumulative }) => cumulative),
        { yAxisIndex: 1 },
      ),
    ],
  };
};

/** Each month's complaints: the line is what came, the bars what was solved of it. */
export const monthsOption = (months: ComplaintReport['months'], t: TFunction): EChartsCoreOption => ({
  grid,
  legend,
  tooltip,
  xAxis: {
    ...names(months.map(({ month }) => month)),
    axisLabel: { ...axisText, hideOverlap: true },
  },
  yAxis: { type: 'value', minInterval: 1, ...lines },
  series: [
    bar(
      t('complaintReports.column.solvedInTime'),
      'var(--green)',
      months.map(({ solvedInTime }) => solvedInTime),
      'solved',
    ),
    bar(
      t('complaintReports.column.solvedLate'),
      'var(--red)',
      months.map(({ solvedLate }) => solvedLate),
      'solved',
    ),
    line(
      t('complaintReports.column.received'),
      'var(--brand)',
      months.map(({ received }) => received),
    ),
  ],
});
