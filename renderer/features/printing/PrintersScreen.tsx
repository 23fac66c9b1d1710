import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, type api, orpc } from '../../lib/api.ts';
import { usePrinterChoice } from '../../lib/printerChoice.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { shell } from '../../lib/shell.ts';
import { usePrint } from '../../lib/usePrint.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CheckIcon, PlusIcon, PrinterIcon } from '../../ui/icons.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { DeviceChoice } from './DeviceChoice.tsx';
import { millimetres } from './millimetres.ts';
import { PrinterPanel } from './PrinterPanel.tsx';
import { PrintProgress } from './PrintProgress.tsx';
import { PrintTabs } from './PrintTabs.tsx';
import css from './printing.module.css';

export type Printer = Answer<typeof api.printing.printers>['rows'][number];

const steps = ['one', 'two', 'three', 'four', 'five'] as const;

/** 打印机与校准: the printers' offsets, the page they are measured on, and which printer this desk uses. */
const PrintersScreen = () => {
  const { t } = useTranslation();
  const may = useMay()(managers);
  const { data, error, refetch } = useQuery(orpc.printing.printers.queryOptions({ input: {} }));
  const [open, setOpen] = useState<Printer | 'new' | null>(null);
  const { print, cancel, progress } = usePrint();
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const add = may && (
    <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setOpen('new')}>
      {t('printing.printers.add')}
    </Button>
  );
  return (
    <div className={css['columns']}>
      <Panel flush scrolls title={t('printing.printers.title')} aside={<PrintTabs here="printers" />} actions={add}>
        <PrintProgress progress={progress} cancel={cancel} />
        {data.rows.length === 0 ? (
          <EmptyState icon={<PrinterIcon size={32} />} title={t('printing.printers.empty')}>
            {t('printing.printers.emptyText')}
          </EmptyState>
        ) : (
          <ListTable
            columns={[
              { key: 'name', label: t('printing.printers.column.name') },
              { key: 'x', label: t('printing.printers.column.x'), width: '108px', number: true },
              { key: 'y', label: t('printing.printers.column.y'), width: '108px', number: true },
              { key: 'here', label: t('printing.printers.column.here'), width: '120px' },
              { key: 'do', label: t('common.edit'), width: '236px' },
            ]}
          >
            {data.rows.map((row) => (
              <PrinterRow
                key={row.id}
                printer={row}
                may={may}
                busy={progress !== null}
                onEdit={() => setOpen(row)}
                onTest={() =>
                  void print(
                    { document: 'calibration', printerId: row.id },
                    { handedOver: t('printing.printers.testDone') },
                  )
                }
              />
            ))}
          </ListTable>
        )}
      </Panel>
      <div className={css['side']}>
        <Panel title={t('printing.printers.how')}>
          <ol className={css['steps']}>
            {steps.map((step) => (
              <li key={step}>{t(`printing.printers.steps.${step}`)}</li>
            ))}
          </ol>
        </Panel>
        {shell && <DeviceChoice bridge={shell} />}
      </div>
      {open && <PrinterPanel printer={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  );
};

interface PrinterRowProps {
  readonly printer: Printer;
  readonly may: boolean;
  readonly busy: boolean;
  readonly onEdit: () => void;
  readonly onTest: () => void;
}

const PrinterRow = ({ printer, may, busy, onEdit, onTest }: PrinterRowProps) => {
  const { t } = useTranslation();
  const { cardPrinterId, chooseCardPrinter } = usePrinterChoice();
  const here = cardPrinterId === printer.id;
  return (
    <tr>
      <td title={printer.name}>{printer.name}</td>
      <td className="number-cell">{t('printing.printers.mm', { value: millimetres(printer.offsetXUm) })}</td>
      <td className="number-cell">{t('printing.printers.mm', { value: millimetres(printer.offsetYUm) })}</td>
      <td>
        {here ? (
          <Chip
            tone="green"
            icon={<CheckIcon size={13} />}
            title={t('printing.printers.stopHere')}
            onPress={() => chooseCardPrinter(null)}
          >
            {t('printing.printers.here')}
          </Chip>
        ) : (
          <Chip onPress={() => chooseCardPrinter(printer.id)}>{t('printing.printers.useHere')}</Chip>
        )}
      </td>
      <td>
        <span className={css['rowActions']}>
          <Button size="small" disabled={busy} onClick={onTest}>
            {t('printing.printers.test')}
          </Button>
          {may && (
            <Button size="small" onClick={onEdit}>
              {t('printing.printers.edit')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
};

export default PrintersScreen;
