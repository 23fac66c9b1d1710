import { useTranslation } from 'react-i18next';
import { money, number } from '../../lib/formats.ts';
import { type ListColumn, ListTable } from '../../ui/ListTable.tsx';
import type { Liability } from './liabilityCsv.ts';

export interface LiabilityTableProps {
  readonly report: Liability;
  readonly byTier: boolean;
}

const moves = ['issued', 'redeemed', 'lapsed', 'reversed', 'other'] as const;
type Moves = Readonly<Record<(typeof moves)[number], number>>;

const sumOf = (rows: readonly Moves[]): Moves => {
  const sum = { issued: 0, redeemed: 0, lapsed: 0, reversed: 0, other: 0 };
  for (const row of rows) for (const move of moves) sum[move] += row[move];
  return sum;
};

/** What moved in each month and what was left at its end; each month by tier where that is asked for. */
export const LiabilityTable = ({ report, byTier }: LiabilityTableProps) => {
  const { t } = useTranslation();
  const figure = (key: ListColumn['key'], label: string): ListColumn => ({ key, label, number: true });
  const cells = (row: Moves) =>
    moves.map((move) => (
      <td key={move} className="number-cell">
        {number(row[move])}
      </td>
    ));
  return (
    <ListTable
      columns={[
        { key: 'month', label: t('pointsReports.liability.month'), width: '96px' },
        ...(byTier ? [{ key: 'tier', label: t('pointsReports.liability.tier'), width: '120px' }] : []),
        ...moves.map((move) => figure(move, t(`pointsReports.liability.${move}`))),
        figure('outstanding', t('pointsReports.liability.outstanding')),
        ...(byTier ? [] : [figure('liability', t('pointsReports.liability.liability'))]),
      ]}
    >
      {byTier
        ? report.rows.map((row, at) => (
            <tr key={`${row.month} ${row.tier}`}>
              <td>{report.rows[at - 1]?.month === row.month ? '' : row.month}</td>
              <td>{row.tierName}</td>
              {cells(row)}
              <td className="number-cell">{number(row.outstanding)}</td>
            </tr>
          ))
        : report.months.map((row) => (
            <tr key={row.month}>
              <td>{row.month}</td>
              {cells(row)}
              <td className="number-cell">{number(row.outstanding)}</td>
              <td className="number-cell">{money(row.liabilityFen)}</td>
            </tr>
          ))}
      <tr>
        <td>
          <strong>{t('pointsReports.liability.total')}</strong>
        </td>
        {byTier && <td />}
        {cells(sumOf(report.months))}
        <td className="number-cell">
          <strong>{number(report.outstanding)}</strong>
        </td>
        {!byTier && (
          <td className="number-cell">
            <strong>{money(report.liabilityFen)}</strong>
          </td>
        )}
      </tr>
    </ListTable>
  );
};
