import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { axisOf } from './chartScale.ts';
import type { Liability } from './liabilityCsv.ts';
import css from './pointsReports.module.css';

type Months = Liability['months'];

/** units of the drawing; it is as wide as its panel */
const width = 1200;
const left = 74;
const right = 12;
const upper = { top: 12, height: 100 };
const lower = { top: 138, height: 84 };
const height = 246;

const bars = ['issued', 'redeemed', 'lapsed'] as const;

/** Above, what is outstanding at each month's end; below, what was issued, redeemed and lapsed in it. The table says the same. */
export const LiabilityChart = ({ months }: { readonly months: Months }) => {
  const { t } = useTranslation();
  const slot = (width - left - right) / months.length;
  const middle = (at: number): number => left + slot * (at + 0.5);
  const every = Math.ceil(months.length / 12);
  return (
    <figure className={css['chart']}>
      <figcaption>
        <span className={css['keyLine']}>{t('pointsReports.liability.outstanding')}</span>
        {bars.map((bar) => (
          <span key={bar} className={css[`key-${bar}`]}>
            {t(`pointsReports.liability.${bar}`)}
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('pointsReports.liability.chart')}>
        <Outstanding months={months} middle={middle} />
        <Moves months={months} middle={middle} slot={slot} />
        {months.map(
          ({ month }, at) =>
            at % every === 0 && (
              <text key={month} x={middle(at)} y={height - 6} className={css['axisText']} textAnchor="middle">
                {month}
              </text>
            ),
        )}
      </svg>
    </figure>
  );
};

interface Area {
  readonly top: number;
  readonly height: number;
}

const Axis = ({ area, top, steps }: { readonly area: Area; readonly top: number; readonly steps: readonly number[] }) =>
  steps.map((step) => {
    const y = area.top + area.height * (1 - step / top);
    return (
      <g key={step}>
        <line x1={left} x2={width - right} y1={y} y2={y} className={css['grid']} />
        <text x={left - 8} y={y + 4} className={css['axisText']} textAnchor="end">
          {number(step)}
        </text>
      </g>
    );
  });

const Outstanding = ({ months, middle }: { readonly months: Months; readonly middle: (at: number) => number }) => {
  const { top, steps } = axisOf(Math.max(...months.map(({ outstanding }) => outstanding)));
  const y = (points: number): number => upper.top + upper.height * (1 - Math.max(0, points) / top);
  const line = months.map(({ outstanding }, at) => `${middle(at)},${y(outstanding)}`);
  const base = upper.top + upper.height;
  return (
    <>
      <Axis area={upper} top={top} steps={steps} />
      <polygon
        points={[`${middle(0)},${base}`, ...line, `${middle(months.length - 1)},${base}`].join(' ')}
        className={css['area']}
      />
      <polyline points={line.join(' ')} className={css['line']} />
      {months.map(({ month, outstanding }, at) => (
        <circle key={month} cx={middle(at)} cy={y(outstanding)} r={3} className={css['dot']}>
          <title>{`${month} ${number(outstanding)}`}</title>
        </circle>
      ))}
    </>
  );
};

interface MovesProps {
  readonly months: Months;
  readonly middle: (at: number) => number;
  readonly slot: number;
}

const Moves = ({ months, middle, slot }: MovesProps) => {
  const { top, steps } = axisOf(Math.max(...months.flatMap((row) => bars.map((bar) => row[bar]))));
  const barWidth = Math.min(16, (slot * 0.8) / bars.length);
  const base = lower.top + lower.height;
  return (
    <>
      <Axis area={lower} top={top} steps={steps} />
      {months.map((row, at) =>
        bars.map((bar, which) => {
          const tall = (lower.height * Math.max(0, row[bar])) / top;
          return (
            <rect
              key={`${row.month} ${bar}`}
              x={middle(at) + (which - bars.length / 2) * barWidth}
              y={base - tall}
              width={barWidth * 0.86}
              height={tall}
              className={css[`bar-${bar}`]}
            >
              <title>{`${row.month} ${number(row[bar])}`}</title>
            </rect>
          );
        }),
      )}
    </>
  );
};
