import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import panel from '../customer/sidePanel.module.css';
import type { EnquiryPanelProps } from './EnquiryPanels.tsx';
import css from './enquiries.module.css';
import { useEnquiryDeed } from './useEnquiryDeed.ts';

export interface NotePanelProps extends EnquiryPanelProps {
  readonly what: 'close' | 'reopen';
}

interface Note {
  readonly id: string;
  readonly version: number;
  readonly note: string;
}
type Sent = Note & { readonly requestId: string };

const calls = {
  close: (input: Sent) => api.enquiries.close({ ...input, note: input.note || null }),
  reopen: (input: Sent) => api.enquiries.reopen(input),
} as const;

/** 归档 · 重开: a word with it, which only what was answered may be closed without. */
export const NotePanel = ({ what, enquiry, onClose }: NotePanelProps) => {
  const { t } = useTranslation();
  const { id, version, number } = enquiry;
  const unanswered = what === 'close' && enquiry.state !== 'answered';
  const { kept, draft, change, save, asked, submit } = useEnquiryDeed({
    form: `enquiry.${id}.${what}`,
    begin: { note: '' },
    call: calls[what],
    said: () => t(`enquiries.${what}.said`, { number }),
    onDone: onClose,
  });
  const note = draft.note.trim();
  const required = unanswered || what === 'reopen';
  const missing = required && note === '';
  return (
    <DeedPanel
      title={t(`enquiries.${what}.title`)}
      sub={number}
      label={t(`enquiries.${what}.save`)}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? Number(missing) : 0}
      onSave={() => submit(missing ? null : { id, version, note })}
      onClose={onClose}
    >
      <p className={css['quote']}>{enquiry.question}</p>
      {what === 'reopen' && <p className={`quiet small ${panel['near']}`}>{t('enquiries.reopen.help')}</p>}
      <FormField
        label={t(unanswered ? 'enquiries.close.noteWhy' : `enquiries.${what}.note`)}
        required={required}
        error={asked && missing ? t('errors.field.required') : fieldErrors(save.error, t)['note']}
      >
        <TextInput
          maxLength={500}
          value={draft.note}
          placeholder={t(`enquiries.${what}.noteHint`)}
          onChange={(next) => change({ note: next })}
        />
      </FormField>
    </DeedPanel>
  );
};
