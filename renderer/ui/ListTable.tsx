import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './list.module.css';

export interface ListColumn {
  readonly key: string;
  readonly label: string;
  /** CSS; what is left over is shared by the columns without one */
  readonly width?: string;
  /** right-aligned figures */
  readonly number?: boolean;
}

export interface ListTableProps {
  readonly columns: readonly ListColumn[];
  readonly children: ReactNode;
}

/** Rows under a head that stays; a cell shows one line. */
export const ListTable = ({ columns, children }: ListTableProps) => (
  <table className={css['table']}>
    <thead>
      <tr>
        {columns.map(({ key, label, width, number }) => (
          <th
            key={key}
            scope="col"
            {...(width ? { style: { width } } : {})}
            {...(number ? { className: 'number-cell' } : {})}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);

export interface OpeningRowProps {
  readonly name: ReactNode;
  /** in the first cell, after the name */
  readonly more?: ReactNode;
  readonly onOpen: () => void;
  /** the other cells */
  readonly children: ReactNode;
}

/** A row that opens: by a click anywhere on it, by keys on the name in its first cell. */
export const OpeningRow = ({ name, more, onOpen, children }: OpeningRowProps) => (
  <tr className={css['opens']} onClick={onOpen}>
    <td>
      <button type="button" className={css['open']}>
        {name}
      </button>{' '}
      {more}
    </td>
    {children}
  </tr>
);

/** The end of a list that goes on. */
export const MoreRows = ({ busy, onMore }: { readonly busy: boolean; readonly onMore: () => void }) => {
  const { t } = useTranslation();
  return (
    <p className={css['more']}>
      <Button size="small" loading={busy} onClick={onMore}>
        {t('common.more')}
      </Button>
    </p>
  );
};
