import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { usePrinterChoice } from '../../lib/printerChoice.ts';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from './printing.module.css';

/** By whose offsets this desk's cards are shifted; nothing to choose while the store has no printer on file. */
export const CardPrinterChoice = () => {
  const { t } = useTranslation();
  const id = useId();
  const { cardPrinterId, chooseCardPrinter } = usePrinterChoice();
  const { data } = useQuery(orpc.printing.printers.queryOptions({ input: {} }));
  if (!data || data.rows.length === 0) return null;
  const known = data.rows.some((row) => row.id === cardPrinterId);
  return (
    <span className={css['choice']}>
      <label htmlFor={id} className="quiet small">
        {t('printing.queue.printer')}
      </label>
      <SelectInput
        id={id}
        value={known && cardPrinterId ? cardPrinterId : ''}
        options={[
          ['', t('printing.queue.noPrinter')],
          ...data.rows.map((row): readonly [string, string] => [row.id, row.name]),
        ]}
        onChange={(chosen) => chooseCardPrinter(chosen === '' ? null : chosen)}
      />
    </span>
  );
};
