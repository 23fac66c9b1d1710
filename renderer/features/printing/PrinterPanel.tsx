import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostOffset, offsetFrom } from '../../../db/domain/printing/calibration.ts';
import { api, orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { usePrinterChoice } from '../../lib/printerChoice.ts';
import { useSave } from '../../lib/useSave.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { millimetres, readMillimetres } from './millimetres.ts';
import type { Printer } from './PrintersScreen.tsx';
import css from './printing.module.css';

interface Draft {
  readonly name: string;
  readonly x: string;
  readonly y: string;
}

const offsetOf = (typed: string): number | null => {
  const um = readMillimetres(typed);
  return um !== null && Math.abs(um) <= mostOffset ? um : null;
};

export interface PrinterPanelProps {
  /** null: a new one */
  readonly printer: Printer | null;
  readonly onClose: () => void;
}

/** A printer's name and offsets; what was measured on the calibration page gives them. */
export const PrinterPanel = ({ printer, onClose }: PrinterPanelProps) => {
  const { t } = useTranslation();
  const { cardPrinterId, chooseCardPrinter } = usePrinterChoice();
  const kept = useKeptDraft<Draft>(`printer.${printer?.id ?? 'new'}`, {
    name: printer?.name ?? '',
    x: millimetres(printer?.offsetXUm ?? 0),
    y: millimetres(printer?.offsetYUm ?? 0),
  });
  const { draft, change } = kept;
  const [measured, setMeasured] = useState({ x: '', y: '' });
  const [asked, setAsked] = useState(false);
  const x = offsetOf(draft.x);
  const y = offsetOf(draft.y);
  const named = draft.name.trim() !== '';
  const blocked = [named, x !== null, y !== null].filter((good) => !good).length;
  const save = useSave(api.printing.savePrinter, {
    stale: [orpc.printing.printers.key()],
    onDone: ({ id }) => {
      kept.done();
      // the first one is the one that stands here
      if (!printer && cardPrinterId === null) chooseCardPrinter(id);
      notify(t('printing.printers.saved', { name: draft.name.trim() }), { tone: 'green' });
      onClose();
    },
  });
  const remove = useSave(api.printing.removePrinter, {
    stale: [orpc.printing.printers.key()],
    onDone: () => {
      kept.done();
      notify(t('printing.printers.removed', { name: printer?.name ?? '' }));
      onClose();
    },
  });
  const submit = (): void => {
    setAsked(true);
    if (x === null || y === null || !named || save.isPending) return;
    save.mutate({
      id: printer?.id ?? null,
      version: printer?.version ?? 0,
      name: draft.name.trim(),
      offsetXUm: x,
      offsetYUm: y,
    });
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  const apply = (): void => {
    const measuredX = readMillimetres(measured.x);
    const measuredY = readMillimetres(measured.y);
    change({
      ...(measuredX === null ? {} : { x: millimetres(offsetFrom(printer?.offsetXUm ?? 0, measuredX)) }),
      ...(measuredY === null ? {} : { y: millimetres(offsetFrom(printer?.offsetYUm ?? 0, measuredY)) }),
    });
  };
  const range = (good: boolean) => (good ? {} : { error: t('printing.printers.form.range') });

  return (
    <SidePanel
      title={t(printer ? 'printing.printers.form.edit' : 'printing.printers.form.add')}
      {...(printer ? { sub: printer.name } : {})}
      onClose={onClose}
      foot={
        <>
          {printer && (
            <ConfirmButton
              question={t('printing.printers.removeAsk')}
              yes={t('printing.printers.remove')}
              onConfirm={async () => {
                await remove.mutateAsync({ id: printer.id, version: printer.version }).catch(() => undefined);
              }}
            >
              {t('printing.printers.remove')}
            </ConfirmButton>
          )}
          <SaveFoot
            label={t('printing.printers.form.save')}
            busy={save.isPending}
            error={save.error ?? remove.error}
            blocked={asked ? blocked : 0}
            onSave={submit}
          />
        </>
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <div className={css['grid']}>
        <FormField
          label={t('printing.printers.form.name')}
          required
          className={css['whole'] ?? ''}
          {...(asked && !named ? { error: t('errors.field.required') } : {})}
        >
          <TextInput
            value={draft.name}
            maxLength={60}
            placeholder={t('printing.printers.form.nameHint')}
            onChange={(name) => change({ name })}
          />
        </FormField>
        {printer && (
          <>
            <h3 className={`${css['whole']} ${css['part']}`}>{t('printing.printers.form.measured')}</h3>
            <FormField label={t('printing.printers.form.measuredX')}>
              <TextInput
                value={measured.x}
                inputMode="decimal"
                placeholder="10.0"
                onChange={(value) => setMeasured({ ...measured, x: value })}
              />
            </FormField>
            <FormField label={t('printing.printers.form.measuredY')} help={t('printing.printers.form.measuredHelp')}>
              <TextInput
                value={measured.y}
                inputMode="decimal"
                placeholder="10.0"
                onChange={(value) => setMeasured({ ...measured, y: value })}
              />
            </FormField>
            <div className={css['whole']}>
              <Button
                disabled={readMillimetres(measured.x) === null && readMillimetres(measured.y) === null}
                onClick={apply}
              >
                {t('printing.printers.form.apply')}
              </Button>
            </div>
          </>
        )}
        <FormField label={t('printing.printers.form.x')} {...range(x !== null)}>
          <TextInput value={draft.x} inputMode="decimal" onChange={(value) => change({ x: value })} />
        </FormField>
        <FormField label={t('printing.printers.form.y')} {...range(y !== null)}>
          <TextInput value={draft.y} inputMode="decimal" onChange={(value) => change({ y: value })} />
        </FormField>
      </div>
    </SidePanel>
  );
};
