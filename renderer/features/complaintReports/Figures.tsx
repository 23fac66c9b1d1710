import { useTranslation } from 'react-i18next';
import css from './complaintReports.module.css';
import { type ComplaintReport, figuresOf } from './reportFigures.ts';

/** The figures on top, each with what it stands on and how it comes about. */
export const Figures = ({ report }: { readonly report: ComplaintReport }) => {
  const { t } = useTranslation();
  return (
    <dl className={css['figures']} aria-label={t('complaintReports.figures')}>
      {figuresOf(report, t).map(({ name, value, beside }) => (
        <div key={name} className={css['figure']}>
          <dt>{t(`complaintReports.figure.${name}`)}</dt>
          <dd className={css['value']}>
            {value}
            {beside !== null && <span className={css['beside']}>{beside}</span>}
          </dd>
          <dd className={css['how']}>{t(`complaintReports.how.${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
};
