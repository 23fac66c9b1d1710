import { useTranslation } from 'react-i18next';
import { csvText } from '../../lib/csvText.ts';
import { saveBlob } from '../../lib/download.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useToday } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ExportIcon } from '../../ui/icons.tsx';
import type { TextRow } from './shapes.ts';
import css from './tasks.module.css';
import { useSend } from './useSend.ts';

/** 群发文件: the texts with whole numbers for the store's own sending service; they count as sent from then on, which is said first. */
export const MessageSteps = ({ rows }: { readonly rows: readonly TextRow[] }) => {
  const { t } = useTranslation();
  const today = useToday();
  const { busy, send } = useSend(
    'message',
    (sent) => {
      const head = [t('tasks.batch.column.name'), t('tasks.batch.column.phone'), t('tasks.batch.column.text')];
      const csv = csvText([head, ...sent.rows.map(({ name, phone, text }) => [name, phone ?? '', text])]);
      saveBlob(new Blob([csv], { type: 'text/csv;charset=utf-8' }), t('tasks.batch.file', { day: today }));
    },
    (count) => t('tasks.batch.exported', { count }),
  );
  const start = (): void => send(rows.map(({ customerId }) => customerId));
  useScreenDeeds({ 'tasks.export': start });
  return (
    <div className={css['steps']}>
      <p className="quiet">{t('tasks.batch.messageText', { count: rows.length })}</p>
      <div className={css['stepButtons']}>
        <ActionButton
          type="primary"
          icon={<ExportIcon size={16} />}
          label={t('tasks.batch.export', { count: rows.length })}
          keys="E"
          loading={busy}
          onClick={start}
        />
      </div>
    </div>
  );
};
