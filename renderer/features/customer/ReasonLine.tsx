import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../ui/TextInput.tsx';
import css from './sidePanel.module.css';

export interface ReasonLineProps {
  /** the button that opens the line: 作废 */
  readonly open: string;
  readonly label: string;
  /** the button hardly shows: what is rarely wanted */
  readonly quiet?: boolean;
  readonly hint?: string;
  /** one sentence: what happens */
  readonly text?: string;
  /** the button that does it */
  readonly confirm: string;
  readonly busy: boolean;
  /** what the store said against it */
  readonly error?: string | undefined;
  readonly onConfirm: (reason: string) => void;
}

/** Something that wants a reason on record: a button that opens into one line; Enter confirms, Esc takes it back. */
export const ReasonLine = ({ open, label, quiet, hint, text, confirm, busy, error, onConfirm }: ReasonLineProps) => {
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  if (!shown) {
    return (
      <Button {...(quiet ? { type: 'text' as const, size: 'small' as const } : {})} onClick={() => setShown(true)}>
        {open}
      </Button>
    );
  }
  const submit = (): void => {
    setAsked(true);
    if (!missing && !busy) onConfirm(reason.trim());
  };
  return (
    <fieldset
      className={css['reason']}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        setShown(false);
      }}
    >
      {text && <p className="quiet small">{text}</p>}
      <div className={css['reasonRow']}>
        <label htmlFor={id} className="heard-only">
          {label}
        </label>
        <TextInput
          id={id}
          autoFocus
          value={reason}
          maxLength={200}
          placeholder={hint ?? label}
          status={asked && missing ? 'error' : ''}
          aria-invalid={asked && missing}
          onChange={setReason}
          onPressEnter={submit}
        />
        <Button danger type="primary" loading={busy} onClick={submit}>
          {confirm}
        </Button>
        <Button onClick={() => setShown(false)}>{t('common.cancel')}</Button>
      </div>
      {error || (asked && missing) ? (
        <p role="alert" className={css['failed']}>
          {error ?? t('visit.void.required')}
        </p>
      ) : null}
    </fieldset>
  );
};
