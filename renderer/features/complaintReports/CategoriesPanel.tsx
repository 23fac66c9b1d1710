import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { ListTable } from '../../ui/ListTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './complaintReports.module.css';
import { paretoOf } from './pareto.ts';
import type { ComplaintReport } from './reportFigures.ts';

/** 分类: what the complaints are about, most first. */
export const CategoriesPanel = ({ categories }: Pick<ComplaintReport, 'categories'>) => {
  const { t } = useTranslation();
  const rows = paretoOf(categories);
  const most = rows[0]?.count ?? 1;
  return (
    <Panel flush title={t('complaintReports.categories.title')}>
      <ListTable
        columns={[
          { key: 'category', label: t('complaintReports.column.category') },
          { key: 'bar', label: t('complaintReports.column.share'), width: '40%' },
          { key: 'count', label: t('complaintReports.column.count'), number: true, width: '90px' },
        ]}
      >
        {rows.map(({ code, name, count, share }) => (
          <tr key={code}>
            <td>{name}</td>
            <td>
              <span className={css['bar']}>
                <span aria-hidden="true" style={{ width: `${(count * 70) / most}%` }} />
                {t('complaintReports.percent', { share })}
              </span>
            </td>
            <td className="number-cell">{number(count)}</td>
          </tr>
        ))}
      </ListTable>
    </Panel>
  );
};
