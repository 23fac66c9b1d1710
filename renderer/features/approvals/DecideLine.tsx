import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../ui/TextInput.tsx';
import css from './approvals.module.css';
import type { Deciding } from './shapes.ts';

export interface DecideLineProps {
  readonly what: Deciding;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly onDecide: (note: string) => void;
  readonly onCancel: () => void;
}

/** The manager's word: a note, which only a refusal must have. Enter decides, Esc leaves it undecided. */
export const DecideLine = ({ what, busy, problem, onDecide, onCancel }: DecideLineProps) => {
  const { t } = useTranslation();
  const id = useId();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = what === 'refuse' && note.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (!missing && !busy) onDecide(note.trim());
  };
  return (
    <fieldset
      className={css['decide']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <legend className="heard-only">{t(`rewards.approvals.${what}`)}</legend>
      <label htmlFor={id} className="heard-only">
        {t(`rewards.approvals.${what}Note`)}
      </label>
      <TextInput
        id={id}
        autoFocus
        value={note}
        maxLength={200}
        placeholder={t(`rewards.approvals.${what}Note`)}
        status={asked && missing ? 'error' : ''}
        aria-invalid={asked && missing}
        onChange={setNote}
        onPressEnter={submit}
      />
      <Button type="primary" danger={what === 'refuse'} loading={busy} onClick={submit}>
        {t(`rewards.approvals.${what}Confirm`)}
      </Button>
      <Button onClick={onCancel}>{t('common.cancel')}</Button>
      {(problem || (asked && missing)) && (
        <p role="alert" className={css['problem']}>
          {problem ?? t('rewards.approvals.needed')}
        </p>
      )}
    </fieldset>
  );
};
