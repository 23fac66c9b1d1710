import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CustomerColumn } from '../../../db/contract/exports.ts';
import { Popover } from '../../ui/Popover.tsx';
import { columns, fixedColumn } from './columns.ts';

export interface ColumnChooserProps {
  readonly chosen: readonly CustomerColumn[];
  readonly onChoose: (column: CustomerColumn, shown: boolean) => void;
  readonly onAll: () => void;
}

/** 列: which columns the list shows, for this person alone. */
export const ColumnChooser = ({ chosen, onChoose, onAll }: ColumnChooserProps) => {
  const { t } = useTranslation();
  return (
    <Popover label={t('customers.columns.label')} button={t('customers.columns.button')}>
      {() => (
        <fieldset className="column-chooser">
          <legend>{t('customers.columns.title')}</legend>
          {columns.map((column) => (
            <label key={column}>
              <input
                type="checkbox"
                checked={chosen.includes(column)}
                disabled={column === fixedColumn}
                onChange={(event) => onChoose(column, event.target.checked)}
              />
              {t(`customers.column.${column}`)}
            </label>
          ))}
          <Button size="small" disabled={chosen.length === columns.length} onClick={onAll}>
            {t('customers.columns.all')}
          </Button>
          <p className="quiet small">{t('customers.columns.note')}</p>
        </fieldset>
      )}
    </Popover>
  );
};
