import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Printing } from '../../lib/usePrint.ts';
import { ProgressBar } from '../imports/ProgressBar.tsx';
import css from './printing.module.css';

/** What is laid out and what is left, and a way out with nothing printed; nothing where nothing is being printed. */
export const PrintProgress = ({ progress, cancel }: Pick<Printing, 'progress' | 'cancel'>) => {
  const { t } = useTranslation();
  if (!progress) return null;
  return (
    <div className={css['progress']}>
      <span role="status">
        {progress.total > 0 ? t('printing.progress.text', { ...progress }) : t('printing.progress.begin')}
      </span>
      <ProgressBar label={t('printing.progress.label')} done={progress.done} total={progress.total} />
      <Button size="small" onClick={cancel}>
        {t('printing.progress.cancel')}
      </Button>
    </div>
  );
};
