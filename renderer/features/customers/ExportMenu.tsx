import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CustomerColumn } from '../../../db/contract/exports.ts';
import { number } from '../../lib/formats.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { Menu } from '../../ui/Menu.tsx';
import type { ListFilter, ListSort } from './filters.ts';
import { useExport } from './useExport.ts';

export interface ExportMenuProps {
  readonly filter: ListFilter;
  readonly sort: ListSort;
  readonly columns: readonly CustomerColumn[];
}

/** 导出: what the list shows, as a file; for managers. While it is written, how far it is, and a way to stop it. */
export const ExportMenu = ({ filter, sort, columns }: ExportMenuProps) => {
  const { t } = useTranslation();
  const may = useMay()(managers);
  const { running, start, cancel } = useExport();
  if (!may) return null;
  if (running) {
    return (
      <span className="export-running">
        <span role="status" className="small">
          {running.total === null
            ? t('customers.export.starting')
            : t('customers.export.running', { done: number(running.done), total: number(running.total) })}
        </span>
        <Button size="small" onClick={cancel}>
          {t('customers.export.cancel')}
        </Button>
      </span>
    );
  }
  const begin = (format: 'xlsx' | 'csv') => (): void =>
    start({
      format,
      title: t('customers.title'),
      filter,
      sort,
      columns: columns.map((column) => ({ column, title: t(`customers.column.${column}`) })),
    });
  return (
    <Menu
      look="chip"
      label={t('customers.export.label')}
      button={t('customers.export.button')}
      groups={[
        {
          entries: [
            { id: 'xlsx', label: t('customers.export.xlsx'), perform: begin('xlsx') },
            { id: 'csv', label: t('customers.export.csv'), perform: begin('csv') },
          ],
        },
      ]}
    />
  );
};
