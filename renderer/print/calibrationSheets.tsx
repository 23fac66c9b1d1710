import { useTranslation } from 'react-i18next';
import { measuredAt } from '../../db/domain/printing/calibration.ts';
import { cardHeight, cardMargin, cardWidth } from '../../db/domain/printing/cardSize.ts';
import { api } from '../lib/api.ts';
import type { Shift } from './CardFaceView.tsx';
import type { Printable } from './printable.ts';

/** Half the length of a cross. */
const arm = 2_000;
const hair = 100;
const letters = 2_300;

const crosses: readonly (readonly [number, number])[] = [
  [cardMargin + 4_000, cardMargin + 4_000],
  [cardWidth - cardMargin - 4_000, cardMargin + 4_000],
  [cardMargin + 4_000, cardHeight - cardMargin - 4_000],
  [cardWidth - cardMargin - 4_000, cardHeight - cardMargin - 4_000],
  [cardWidth / 2, cardHeight / 2],
];

interface Tick {
  readonly at: number;
  readonly long: boolean;
}
/** Every millimetre, the fives longer. */
const ticks = (length: number): readonly Tick[] =>
  Array.from({ length: Math.floor(length / 1000) + 1 }, (_, index) => ({ at: index * 1000, long: index % 5 === 0 }));

interface CalibrationProps {
  readonly side: 'front' | 'back';
  readonly printer: string;
  readonly shift: Shift;
}

/** 校准页: rulers from the upper left corner, the margin, crosses, and two lines whose place is measured with a ruler. */
const Calibration = ({ side, printer, shift }: CalibrationProps) => {
  const { t } = useTranslation();
  const offset = (um: number): string => (um / 1000).toFixed(2);
  return (
    <svg
      width={`${cardWidth / 1000}mm`}
      height={`${cardHeight / 1000}mm`}
      viewBox={`0 0 ${cardWidth} ${cardHeight}`}
      fontSize={letters}
      style={{ display: 'block' }}
      aria-hidden="true"
    >
      <g transform={`translate(${shift.x} ${shift.y})`} stroke="#000" strokeWidth={hair}>
        <rect
          x={cardMargin}
          y={cardMargin}
          width={cardWidth - 2 * cardMargin}
          height={cardHeight - 2 * cardMargin}
          fill="none"
          strokeDasharray="800 500"
        />
        {ticks(cardWidth).map(({ at, long }) => (
          <line key={`x${at}`} x1={at} x2={at} y1={0} y2={long ? 2_200 : 1_200} />
        ))}
        {ticks(cardHeight).map(({ at, long }) => (
          <line key={`y${at}`} y1={at} y2={at} x1={0} x2={long ? 2_200 : 1_200} />
        ))}
        {crosses.map(([x, y]) => (
          <g key={`${x}.${y}`}>
            <line x1={x - arm} x2={x + arm} y1={y} y2={y} />
            <line x1={x} x2={x} y1={y - arm} y2={y + arm} />
          </g>
        ))}
        <line x1={measuredAt} x2={measuredAt} y1={0} y2={cardHeight} strokeWidth={200} />
        <line y1={measuredAt} y2={measuredAt} x1={0} x2={cardWidth} strokeWidth={200} />
      </g>
      <g transform={`translate(${shift.x} ${shift.y})`}>
        {[20, 30, 40, 50, 60, 70].map((mm) => (
          <text key={mm} x={mm * 1000} y={4_600} textAnchor="middle">
            {mm}
          </text>
        ))}
        {[20, 30, 40].map((mm) => (
          <text key={mm} x={2_700} y={mm * 1000 + letters / 3}>
            {mm}
          </text>
        ))}
        <text x={measuredAt + 700} y={cardHeight - 9_000} fontWeight={700} fontSize={3_200}>
          A
        </text>
        <text x={cardWidth - 16_000} y={measuredAt - 700} fontWeight={700} fontSize={3_200}>
          B
        </text>
        <text x={14_000} y={17_000} fontWeight={700} fontSize={3_200}>
          {t(`printing.calibration.${side}`)} · {printer}
        </text>
        <text x={14_000} y={21_500}>
          {t('printing.calibration.used', { x: offset(shift.x), y: offset(shift.y) })}
        </text>
        <text x={14_000} y={38_500}>
          {t('printing.calibration.lineA')}
        </text>
        <text x={14_000} y={42_500}>
          {t('printing.calibration.lineB')}
        </text>
      </g>
    </svg>
  );
};

/** Front and back, as a card is printed. */
export const calibrationSheets = async (printerId: string | null): Promise<Printable> => {
  const { rows } = await api.printing.printers({});
  const printer = rows.find((row) => row.id === printerId);
  const shift = { x: printer?.offsetXUm ?? 0, y: printer?.offsetYUm ?? 0 };
  return {
    width: cardWidth / 1000,
    height: cardHeight / 1000,
    sheets: (['front', 'back'] as const).map((side) => (
      <Calibration key={side} side={side} printer={printer?.name ?? ''} shift={shift} />
    )),
  };
};
