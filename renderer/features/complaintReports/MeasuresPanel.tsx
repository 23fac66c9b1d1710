import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './complaintReports.module.css';
import { helpedWords, type Measure } from './measureWords.ts';

const tones: Readonly<Record<NonNullable<Measure['helped']>, ChipTone>> = { yes: 'green', partly: 'amber', no: 'red' };

/** 措施: what somebody found of each, and the same cause before and after it. */
export const MeasuresPanel = ({ actions }: { readonly actions: readonly Measure[] }) => {
  const { t } = useTranslation();
  return (
    <Panel flush title={t('complaintReports.measures.title')}>
      {actions.length === 0 ? (
        <p className={css['none']}>{t('complaintReports.measures.none')}</p>
      ) : (
        <>
          <p className={css['tableNote']}>{t('complaintReports.measures.how')}</p>
          <ListTable
            columns={[
              { key: 'complaint', label: t('complaintReports.column.complaint'), width: '110px' },
              { key: 'measure', label: t('complaintReports.column.measure') },
              { key: 'cause', label: t('complaintReports.column.cause'), width: '130px' },
              { key: 'done', label: t('complaintReports.column.done'), width: '110px' },
              { key: 'helped', label: t('complaintReports.column.helped'), width: '110px' },
              { key: 'before', label: t('complaintReports.column.before'), number: true, width: '70px' },
              { key: 'after', label: t('complaintReports.column.after'), number: true, width: '70px' },
              { key: 'days', label: t('complaintReports.column.days'), number: true, width: '90px' },
            ]}
          >
            {actions.map((action) => (
              <tr key={action.id}>
                <td>
                  <Link to={`/complaints/${action.complaintId}`}>{action.number}</Link>
                </td>
                <td>
                  <span className="quiet">{t(`complaints.action.kind.${action.kind}`)}</span> {action.text}
                </td>
                <td>{action.causeName ?? t('common.none')}</td>
                <td>{action.doneDay ?? t('complaintReports.undone')}</td>
                <td>
                  <Chip tone={action.helped === null ? 'plain' : tones[action.helped]}>{helpedWords(action, t)}</Chip>
                </td>
                <Around measure={action} />
              </tr>
            ))}
          </ListTable>
        </>
      )}
    </Panel>
  );
};

const Around = ({ measure: { before, after, days } }: { readonly measure: Measure }) => {
  const { t } = useTranslation();
  if (before === null || after === null || days === null) {
    return (
      <td colSpan={3} className="number-cell">
        <span className="quiet">{t('complaintReports.aroundNone')}</span>
      </td>
    );
  }
  return (
    <>
      <td className="number-cell">{number(before)}</td>
      <td className="number-cell">
        <strong>{number(after)}</strong>
      </td>
      <td className="number-cell">{t('complaintReports.dayCount', { count: days })}</td>
    </>
  );
};
