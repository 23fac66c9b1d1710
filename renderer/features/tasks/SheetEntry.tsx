import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readRowCode } from '../../../db/domain/tasks/rowCode.ts';
import { orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { useScanTaker } from '../../lib/scanTakers.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { EnteredRows } from './EnteredRows.tsx';
import { FoundRow } from './FoundRow.tsx';
import css from './sheetEntry.module.css';
import { useEnteredRows } from './useEnteredRows.ts';

const codeLength = 6;

/** 补录: a row's code, one key for what came of the call, Enter, and the next. */
const SheetEntry = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const entered = useEnteredRows();
  const code = readRowCode(typed);
  const whole = typed.replace(/[\s-]/g, '').length >= codeLength;
  const found = useQuery(
    orpc.tasks.sheetRow.queryOptions({ input: { code: code ?? '' }, enabled: code !== null, staleTime: 0 }),
  );
  const row = code !== null && found.data?.code === code && !found.isFetching ? found.data : null;
  useScanTaker('any', (text) => {
    // only after the scanner's keys were taken out of whatever field they went into
    setTimeout(() => {
      field.current?.querySelector('input')?.focus();
      setTyped(text);
    });
    return true;
  });
  const next = (): void => {
    setTyped('');
    field.current?.querySelector('input')?.focus();
  };
  /** A code that brings nothing is typed over. */
  const again = row !== null && row.entered !== null;
  useEffect(() => {
    if (again) field.current?.querySelector('input')?.select();
  }, [again]);

  const error =
    whole && code === null
      ? t('errors.field.row-code-wrong')
      : code !== null && found.error && !found.isFetching
        ? errorText(found.error, t)
        : undefined;
  return (
    <SidePanel title={t('callSheets.panel.title')} sub={t('callSheets.panel.sub')} onClose={onClose}>
      <div className={css['entry']}>
        <div ref={field} data-first>
          <FormField
            label={t('callSheets.panel.code')}
            error={error}
            help={code !== null && found.isFetching ? t('callSheets.panel.looking') : t('callSheets.panel.codeHelp')}
          >
            <TextInput value={typed} inputMode="numeric" maxLength={12} onChange={setTyped} />
          </FormField>
        </div>
        {row && (
          <FoundRow
            key={row.code}
            row={row}
            onEntered={(outcome, isUndoable) => {
              entered.add(row, outcome, isUndoable);
              next();
            }}
          />
        )}
        <EnteredRows entered={entered} />
      </div>
    </SidePanel>
  );
};

export default SheetEntry;
