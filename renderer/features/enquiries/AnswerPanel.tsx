import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { AnswerFields } from './AnswerFields.tsx';
import type { EnquiryPanelProps } from './EnquiryPanels.tsx';
import css from './enquiries.module.css';
import { useEnquiryDeed } from './useEnquiryDeed.ts';

/** 答复: in one's own words or by a kept answer, found by the question itself. */
export const AnswerPanel = ({ enquiry, onClose }: EnquiryPanelProps) => {
  const { t } = useTranslation();
  const { id, version, number, question } = enquiry;
  const isAnswered = enquiry.answeredAt !== null;
  const { kept, draft, change, save, asked, submit } = useEnquiryDeed({
    form: `enquiry.${id}.answer`,
    begin: {
      answer: isAnswered ? (enquiry.answer ?? '') : '',
      keptAnswerId: isAnswered ? (enquiry.keptAnswerId ?? '') : '',
      close: false,
    },
    call: api.enquiries.answer,
    said: (_saved, sent) => t(sent.close ? 'enquiries.answer.saidClosed' : 'enquiries.answer.said', { number }),
    onDone: onClose,
  });
  const text = draft.answer.trim();
  const send = (): void =>
    submit(text === '' ? null : { id, version, text, keptAnswerId: draft.keptAnswerId || null, close: draft.close });
  return (
    <DeedPanel
      title={t('enquiries.answer.title')}
      sub={number}
      label={t('enquiries.answer.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? Number(text === '') : 0}
      onSave={send}
      onClose={onClose}
    >
      <p className={css['quote']}>{question}</p>
      <div data-first>
        <AnswerFields
          required
          question={question}
          draft={draft}
          change={change}
          error={asked && text === '' ? t('errors.field.required') : undefined}
        />
      </div>
    </DeedPanel>
  );
};
