import './chart.css';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface ChartProps {
  /** what it shows, for those who do not see it */
  readonly label: string;
  /** its colours are the theme's own: `var(--brand)`, so that both themes and paper have theirs */
  readonly option: EChartsCoreOption;
  /** px */
  readonly height: number;
  /** the same figures as a table, for those who hear them */
  readonly table: ReactNode;
}

/** Text and lines as the desk has them. */
const plain = (): EChartsCoreOption => ({
  animation: false,
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: 'var(--ink2)' },
});

/** A drawing that grows with its place: on paper it is as wide as the sheet. */
const widen = (element: HTMLElement): void => {
  const svg = element.querySelector('svg');
  if (!svg) return;
  svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
};

/** A chart, drawn once its engine is there; it is fetched by the first that is shown. */
export const Chart = ({ label, option, height, table }: ChartProps) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let chart: EChartsType | null = null;
    let gone = false;
    const watch = new ResizeObserver(() => {
      if (element.clientWidth === 0 || matchMedia('print').matches) return;
      chart?.resize();
      widen(element);
    });
    void import('./chartEngine.ts').then(({ init }) => {
      if (gone) return;
      chart = init(element, null, { renderer: 'svg' });
      chart.setOption({ ...plain(), ...option });
      chart.getZr().flush();
      widen(element);
      watch.observe(element);
      element.dataset['drawn'] = '';
    });
    return () => {
      gone = true;
      watch.disconnect();
      chart?.dispose();
      delete element.dataset['drawn'];
    };
  }, [option]);
  return (
    <figure className="chart">
      <div role="img" aria-label={label} ref={place} className="chart-place" style={{ height }} />
      <div className="heard-only">{table}</div>
    </figure>
  );
};
