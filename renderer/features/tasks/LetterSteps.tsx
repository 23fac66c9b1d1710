import { useTranslation } from 'react-i18next';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { usePrint } from '../../lib/usePrint.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { CheckIcon, PrinterIcon } from '../../ui/icons.tsx';
import { PrintProgress } from '../printing/PrintProgress.tsx';
import type { TextRow } from './shapes.ts';
import css from './tasks.module.css';
import { useSend } from './useSend.ts';

/** Letters, envelopes, and once they are on their way the record: a paper that jammed is printed again before it counts as sent. */
export const LetterSteps = ({ rows }: { readonly rows: readonly TextRow[] }) => {
  const { t } = useTranslation();
  const { print, progress, cancel } = usePrint();
  const customerIds = rows.map(({ customerId }) => customerId);
  const count = rows.length;
  const { busy, send } = useSend(
    'letter',
    () => undefined,
    (sent) => t('tasks.batch.sentSaid', { count: sent }),
  );
  const printing = progress !== null;
  const letters = (): void =>
    void print({ document: 'letter', customerIds }, { handedOver: t('tasks.batch.printed', { count }) });
  const envelopes = (): void =>
    void print({ document: 'envelope', customerIds }, { handedOver: t('tasks.batch.printedEnvelopes', { count }) });
  useScreenDeeds({
    'tasks.letters': letters,
    'tasks.envelopes': envelopes,
    'tasks.sent': () => {
      if (!printing) send(customerIds);
    },
  });
  return (
    <>
      <div className={css['steps']}>
        <p className="quiet">{t('tasks.batch.letterText')}</p>
        <div className={css['stepButtons']}>
          <ActionButton
            type="primary"
            icon={<PrinterIcon size={16} />}
            label={t('tasks.batch.letters', { count })}
            keys="P"
            disabled={printing}
            onClick={letters}
          />
          <ActionButton
            icon={<PrinterIcon size={16} />}
            label={t('tasks.batch.envelopes', { count })}
            keys="F"
            disabled={printing}
            onClick={envelopes}
          />
          <ActionButton
            icon={<CheckIcon size={16} />}
            label={t('tasks.batch.sent', { count })}
            keys="J"
            loading={busy}
            disabled={printing}
            onClick={() => send(customerIds)}
          />
        </div>
      </div>
      <PrintProgress progress={progress} cancel={cancel} />
    </>
  );
};
