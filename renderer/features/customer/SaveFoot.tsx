import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { refusalText } from './refusal.ts';
import { SlowNotice } from './SlowNotice.tsx';
import css from './sidePanel.module.css';

export interface SaveFootProps {
  readonly label: string;
  readonly busy: boolean;
  /** why the last attempt failed */
  readonly error: unknown;
  /** fields that block saving; 0 until saving was tried */
  readonly blocked?: number;
  readonly onSave: () => void;
}

/** The foot of a form: what went wrong, what it waits for, and the one button with its key. */
export const SaveFoot = ({ label, busy, error, blocked = 0, onSave }: SaveFootProps) => {
  const { t } = useTranslation();
  return (
    <>
      {blocked > 0 ? (
        <span role="alert" className={css['failed']}>
          {t('customer.form.errorsLeft', { n: blocked })}
        </span>
      ) : error ? (
        <span role="alert" className={css['failed']}>
          {refusalText(error, t)}
        </span>
      ) : null}
      <SlowNotice busy={busy} />
      <Button
        type="primary"
        className={css['spacer'] ?? ''}
        loading={busy}
        onClick={onSave}
        aria-keyshortcuts="Control+S"
      >
        {label}
        <KeyHint keys="Ctrl+S" />
      </Button>
    </>
  );
};
