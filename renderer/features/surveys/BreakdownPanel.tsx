import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { ListTable } from '../../ui/ListTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from '../complaintReports/complaintReports.module.css';
import { meanOrNothing, type NpsFigure, npsText, percentText, type SatisfactionFigure } from './figureWords.ts';

export interface BreakdownPanelProps {
  readonly title: string;
  /** what the first column names */
  readonly head: string;
  /** what is said where there is nothing */
  readonly none?: string;
  readonly rows: readonly {
    readonly name: string;
    readonly n: number;
    readonly nps: NpsFigure;
    readonly satisfaction: SatisfactionFigure;
  }[];
}

/** The same figures, each way or adviser for itself. */
export const BreakdownPanel = ({ title, head, none = '', rows }: BreakdownPanelProps) => {
  const { t } = useTranslation();
  return (
    <Panel flush title={title}>
      {rows.length === 0 ? (
        <p className={css['none']}>{none}</p>
      ) : (
        <ListTable
          columns={[
            { key: 'name', label: head },
            { key: 'n', label: t('surveys.figures.column.n'), width: '72px', number: true },
            { key: 'nps', label: t('surveys.figures.column.nps'), width: '84px', number: true },
            { key: 'satisfied', label: t('surveys.figures.column.satisfied'), width: '92px', number: true },
            { key: 'mean', label: t('surveys.figures.column.mean'), width: '76px', number: true },
          ]}
        >
          {rows.map(({ name, n, nps, satisfaction }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="number-cell">{number(n)}</td>
              <td className="number-cell">{npsText(nps, t)}</td>
              <td className="number-cell">{percentText(satisfaction, t)}</td>
              <td className="number-cell">{meanOrNothing(satisfaction, t)}</td>
            </tr>
          ))}
        </ListTable>
      )}
    </Panel>
  );
};
