import { useTranslation } from 'react-i18next';
import { notify } from '../../lib/notices.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { CopyIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import css from '../../ui/listDetail.module.css';
import type { BatchChannel, TextRow } from './shapes.ts';
import own from './tasks.module.css';

export interface BatchTextsProps {
  readonly channel: BatchChannel;
  readonly rows: readonly TextRow[];
  readonly loading: boolean;
  readonly noneChosen: boolean;
}

/** What each of them will read, filled in; one alone can be copied. */
export const BatchTexts = ({ channel, rows, loading, noneChosen }: BatchTextsProps) => {
  const { t } = useTranslation();
  const copy = async (row: TextRow): Promise<void> => {
    await navigator.clipboard.writeText(row.text);
    notify(t('tasks.batch.copied', { name: row.name }), { tone: 'green' });
  };
  if (loading) return <Loading />;
  if (rows.length === 0) {
    return <p className={`quiet ${css['none']}`}>{t(noneChosen ? 'tasks.batch.none' : 'tasks.batch.noText')}</p>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and letters hold nothing that can take the focus
    <section className={css['rows']} aria-label={t('tasks.batch.preview')} tabIndex={0}>
      <ul>
        {rows.map((row) => (
          <li key={row.customerId} className={own['text']} data-kind={channel}>
            <span className={own['textWho']}>
              <strong>{row.name}</strong>
              {channel === 'letter' && (
                <span className="quiet small"> {row.address ?? t('tasks.batch.noAddress')}</span>
              )}
            </span>
            <span className={own['textWords']} lang="zh-CN">
              {row.text}
            </span>
            {channel === 'message' && (
              <ActionButton
                size="small"
                icon={<CopyIcon size={14} />}
                label={t('tasks.batch.copy')}
                aria-label={t('tasks.batch.copyLabel', { name: row.name })}
                onClick={() => void copy(row)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
