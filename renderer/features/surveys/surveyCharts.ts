import type { EChartsCoreOption } from 'echarts/core';
import type { TFunction } from 'i18next';
import type { SurveyFigures } from './shapes.ts';

const axisText = { color: 'var(--ink2)', fontSize: 12 };
const grid = { left: 4, right: 8, top: 34, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' };
const legend = { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: 'var(--ink2)' } };
const tooltip = {
  trigger: 'axis',
  confine: true,
  backgroundColor: 'var(--panel)',
  borderColor: 'var(--line)',
  textStyle: { color: 'var(--ink)', fontSize: 12 },
};

const line = (name: string, color: string, data: readonly (number | null)[], more: object = {}) => ({
  type: 'line',
  name,
  data,
  symbolSize: 6,
  // a month without an answer is a gap, not a nought
  connectNulls: false,
  lineStyle: { color, width: 2 },
  itemStyle: { color },
  emphasis: { disabled: true },
  ...more,
});

const target = (name: string, value: number, months: number) =>
  line(
    name,
    'var(--amber)',
    Array.from({ length: months }, () => value),
    { symbol: 'none', lineStyle: { color: 'var(--amber)', width: 1.5, type: 'dashed' } },
  );

const bars = (name: string, data: readonly number[]) => ({
  type: 'bar',
  name,
  data,
  yAxisIndex: 1,
  barMaxWidth: 26,
  itemStyle: { color: 'var(--chip)' },
  emphasis: { disabled: true },
});

const axes = (months: readonly string[], values: object) => ({
  grid,
  legend,
  tooltip,
  xAxis: {
    type: 'category',
    data: months,
    axisLine: { lineStyle: { color: 'var(--edge)' } },
    axisTick: { show: false },
    axisLabel: { ...axisText, hideOverlap: true },
  },
  yAxis: [
    { type: 'value', splitLine: { lineStyle: { color: 'var(--line)' } }, axisLabel: axisText, ...values },
    { type: 'value', minInterval: 1, splitLine: { show: false }, axisLabel: axisText },
  ],
});

type Months = SurveyFigures['months'];
type Targets = SurveyFigures['targets'];

/** NPS by month against its target, over how many answered. */
export const npsOption = (months: Months, targets: Targets, t: TFunction): EChartsCoreOption => ({
  ...axes(
    months.map(({ month }) => month),
    { min: -100, max: 100, interval: 50 },
  ),
  series: [
    bars(
      t('surveys.figures.column.n'),
      months.map(({ nps }) => nps.n),
    ),
    target(t('surveys.figures.column.target'), targets.nps, months.length),
    line(
      t('surveys.figures.column.nps'),
      'var(--brand)',
      months.map(({ nps }) => nps.score),
    ),
  ],
});

/** % satisfied by month against its target, over how many answered. */
export const satisfactionOption = (months: Months, targets: Targets, t: TFunction): EChartsCoreOption => ({
  ...axes(
    months.map(({ month }) => month),
    { min: 0, max: 100, interval: 25, axisLabel: { ...axisText, formatter: '{value}%' } },
  ),
  series: [
    bars(
      t('surveys.figures.column.n'),
      months.map(({ satisfaction }) => satisfaction.n),
    ),
    target(t('surveys.figures.column.target'), targets.satisfiedPercent, months.length),
    line(
      t('surveys.figures.column.satisfied'),
      'var(--brand)',
      months.map(({ satisfaction }) => satisfaction.percent),
    ),
  ],
});
