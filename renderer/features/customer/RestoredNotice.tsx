import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { momentOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import css from './sidePanel.module.css';

/** Says that the form holds what was typed and not saved before, and lets one throw that away. */
export const RestoredNotice = ({ at, onDiscard }: { readonly at: number | null; readonly onDiscard: () => void }) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  if (at === null) return null;
  return (
    <div className={css['restored']} role="status">
      <span>{t('customer.form.draftFound', { time: momentOf(at, timeZone) })}</span>
      <Button size="small" type="link" onClick={onDiscard}>
        {t('customer.form.draftDrop')}
      </Button>
    </div>
  );
};
