import { useTranslation } from 'react-i18next';
import type { Answer, api } from '../../lib/api.ts';
import type { DaySpan } from '../../lib/daySpan.ts';
import { day, number } from '../../lib/formats.ts';
import { ListTable } from '../../ui/ListTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './pointsReports.module.css';

type Statement = Answer<typeof api.points.statement>;

export interface StatementBodyProps {
  readonly statement: Statement;
  /** as it is said and printed */
  readonly span: DaySpan;
}

const signed = (points: number): string => (points > 0 ? `+${number(points)}` : number(points));

/** The figures in the order in which they add up, what lapses next, and every entry. */
export const StatementBody = ({ statement, span }: StatementBodyProps) => {
  const { t } = useTranslation();
  const { nextLapse, debt } = statement;
  const figures = [
    ['opening', number(statement.opening)],
    ['earned', signed(statement.earned)],
    ['used', signed(-statement.used || 0)],
    ['lapsed', signed(-statement.lapsed || 0)],
    ['other', signed(statement.other)],
    ['closing', number(statement.closing)],
  ] as const;
  return (
    <>
      <Panel
        title={t('pointsReports.statement.range', { from: span.fromDay, to: span.toDay })}
        aside={
          <span className="quiet small">
            {t('pointsReports.statement.cumulative', { n: number(statement.cumulative) })}
          </span>
        }
      >
        <dl className={css['figures']}>
          {figures.map(([name, value]) => (
            <div key={name} {...(name === 'closing' ? { className: css['closing'] } : {})}>
              <dt {...(name === 'other' ? { title: t('pointsReports.statement.otherHelp') } : {})}>
                {t(`pointsReports.statement.${name}`)}
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className={css['lapse']}>
          {nextLapse
            ? t('pointsReports.statement.nextLapse', { n: number(nextLapse.points), day: day(nextLapse.day) })
            : t('pointsReports.statement.noLapse')}
        </p>
        {debt > 0 && <p className={css['debt']}>{t('pointsReports.statement.debt', { n: number(debt) })}</p>}
      </Panel>
      <Panel flush title={t('pointsReports.statement.entries')}>
        {statement.entries.length === 0 ? (
          <p className={css['none']}>{t('pointsReports.statement.noEntries')}</p>
        ) : (
          <ListTable
            columns={[
              { key: 'day', label: t('pointsReports.statement.column.day'), width: '170px' },
              { key: 'what', label: t('pointsReports.statement.column.what') },
              { key: 'points', label: t('pointsReports.statement.column.points'), width: '140px', number: true },
              { key: 'after', label: t('pointsReports.statement.column.after'), width: '140px', number: true },
            ]}
          >
            {statement.entries.map((entry, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a book that only grows, its entries never change places
              <tr key={at}>
                <td>{day(entry.day)}</td>
                <td>{[t(`points.kind.${entry.kind}`), entry.label].filter(Boolean).join(' · ')}</td>
                <td className="number-cell">{signed(entry.redeemable)}</td>
                <td className="number-cell">{number(entry.after)}</td>
              </tr>
            ))}
          </ListTable>
        )}
      </Panel>
    </>
  );
};
