import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { useGo } from '../../lib/place.ts';
import { FormField } from '../../ui/FormField.tsx';
import { nobody, type WhoDraft } from '../board/whoDraft.ts';
import { ComplainantFields } from '../complaints/ComplainantFields.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import panel from '../customer/sidePanel.module.css';
import { AnswerFields } from './AnswerFields.tsx';
import { addInputOf, checkEnquiry, newEnquiry } from './enquiryDraft.ts';
import { KindFields } from './KindFields.tsx';
import { saidOfEnquiry } from './saidOfEnquiry.ts';
import { useEnquiryDeed } from './useEnquiryDeed.ts';

export interface NewEnquiryPanelProps {
  /** who asks, where it is known: opened from the customer */
  readonly who?: WhoDraft;
  readonly onClose: () => void;
}

/** 登记咨询: who and what; answered in the same stroke where there is a kept answer or one knows. */
export const NewEnquiryPanel = ({ who = nobody, onClose }: NewEnquiryPanelProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const { kept, draft, change, save, asked, submit } = useEnquiryDeed({
    form: who.customer ? `enquiry.of.${who.customer.id}` : 'enquiry',
    begin: newEnquiry(who),
    call: api.enquiries.add,
    said: ({ number }) => t('enquiries.form.saved', { number }),
    onDone: ({ id }) => (who.customer ? onClose() : go(`/enquiries/${id}`, { replace: true })),
  });
  const problems = checkEnquiry(draft);
  const blocked = Object.keys(problems).length;
  const said = (path: Parameters<typeof saidOfEnquiry>[0]) =>
    saidOfEnquiry(path, problems, asked, fieldErrors(save.error, t), t);
  return (
    <DeedPanel
      title={t('enquiries.form.newTitle')}
      sub={t('enquiries.form.newSub')}
      label={t(draft.answer.trim() === '' ? 'enquiries.form.save' : 'enquiries.form.saveAnswered')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={() => submit(blocked > 0 ? null : addInputOf(draft))}
      onClose={onClose}
    >
      <ComplainantFields
        words="enquiries"
        who={draft.who}
        errors={{ who: said('who'), name: said('name'), phone: said('phone'), vehicleId: said('vehicleId') }}
        onChange={(next) => change({ who: next })}
      />
      <div className={panel['near']} data-first={draft.who.customer ? true : undefined}>
        <FormField label={t('enquiries.field.question')} required error={said('question')}>
          <AreaInput
            rows={3}
            maxLength={2000}
            value={draft.question}
            placeholder={t('enquiries.form.questionHint')}
            onChange={(question) => change({ question })}
          />
        </FormField>
      </div>
      <AnswerFields
        question={draft.question}
        draft={draft}
        change={change}
        onTake={({ topic }) => draft.topic === 'other' && change({ topic })}
      />
      <KindFields draft={draft} change={change} />
    </DeedPanel>
  );
};
