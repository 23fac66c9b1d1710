import { useTranslation } from 'react-i18next';
import { money, number } from '../../lib/formats.ts';
import { ListTable } from '../../ui/ListTable.tsx';
import type { Liability } from './liabilityCsv.ts';

/** What is outstanding at the span's end, by tier. */
export const TierTable = ({ report }: { readonly report: Liability }) => {
  const { t } = useTranslation();
  return (
    <ListTable
      columns={[
        { key: 'tier', label: t('pointsReports.liability.asOf', { month: report.toMonth }) },
        { key: 'outstanding', label: t('pointsReports.liability.outstandingNow'), width: '200px', number: true },
        { key: 'liability', label: t('pointsReports.liability.liability'), width: '200px', number: true },
      ]}
    >
      {report.byTier.map((row) => (
        <tr key={row.tier}>
          <td>{row.tierName}</td>
          <td className="number-cell">{number(row.outstanding)}</td>
          <td className="number-cell">{money(row.liabilityFen)}</td>
        </tr>
      ))}
      <tr>
        <td>
          <strong>{t('pointsReports.liability.total')}</strong>
        </td>
        <td className="number-cell">
          <strong>{number(report.outstanding)}</strong>
        </td>
        <td className="number-cell">
          <strong>{money(report.liabilityFen)}</strong>
        </td>
      </tr>
    </ListTable>
  );
};
