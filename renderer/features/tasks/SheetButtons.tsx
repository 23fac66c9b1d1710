import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../lib/requestId.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { usePrint } from '../../lib/usePrint.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EditIcon, PrinterIcon } from '../../ui/icons.tsx';
import { PrintProgress } from '../printing/PrintProgress.tsx';
import type { DayFilter } from './dayFilter.ts';
import css from './sheetEntry.module.css';

const PaperEntry = lazy(() => import('../paper/PaperEntry.tsx'));

export interface SheetButtonsProps {
  /** on the list that is shown */
  readonly count: number;
  readonly filter: DayFilter;
}

/** The list on paper, and back from it. */
const SheetButtons = ({ count, filter }: SheetButtonsProps) => {
  const { t } = useTranslation();
  const { print, progress, cancel } = usePrint();
  const [entering, setEntering] = useState(false);
  const printable = count > 0 && progress === null;
  const printSheet = (): void => {
    if (!printable) return;
    void print(
      { document: 'callSheet', sheetId: newRequestId(), mine: filter.mine, ruleId: filter.ruleId },
      { handedOver: t('callSheets.handedOver') },
    );
  };
  useScreenDeeds({ 'tasks.printSheet': printSheet, 'tasks.enterSheet': () => setEntering(true) });
  return (
    <>
      <div className={css['buttons']}>
        <ActionButton
          size="small"
          icon={<PrinterIcon size={14} />}
          label={t('callSheets.print')}
          keys="D"
          disabled={!printable}
          onClick={printSheet}
        />
        <ActionButton
          size="small"
          icon={<EditIcon size={14} />}
          label={t('callSheets.enter')}
          keys="U"
          onClick={() => setEntering(true)}
        />
      </div>
      <PrintProgress progress={progress} cancel={cancel} />
      {entering && (
        <Suspense>
          <PaperEntry onClose={() => setEntering(false)} />
        </Suspense>
      )}
    </>
  );
};

export default SheetButtons;
