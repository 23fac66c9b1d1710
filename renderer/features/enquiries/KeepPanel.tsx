import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import type { EnquiryPanelProps } from './EnquiryPanels.tsx';
import { blockedOf, KeptFields, keptFactsOf } from './KeptFields.tsx';
import { useEnquiryDeed } from './useEnquiryDeed.ts';

/** as many as the store keeps of a question */
const longestQuestion = 300;

/** 存为常用答复: the answer becomes one for everybody. */
export const KeepPanel = ({ enquiry, onClose }: EnquiryPanelProps) => {
  const { t } = useTranslation();
  const { kept, draft, change, save, asked, submit } = useEnquiryDeed({
    form: `enquiry.${enquiry.id}.keep`,
    begin: {
      question: enquiry.question.slice(0, longestQuestion),
      answer: enquiry.answer ?? '',
      topic: enquiry.topic,
    },
    call: api.enquiries.keepAnswer,
    said: () => t('enquiries.kept.said'),
    onDone: onClose,
  });
  const facts = keptFactsOf(draft);
  return (
    <DeedPanel
      title={t('enquiries.kept.keepTitle')}
      sub={t('enquiries.kept.keepSub')}
      label={t('enquiries.kept.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blockedOf(draft) : 0}
      onSave={() => submit(facts && { enquiryId: enquiry.id, ...facts })}
      onClose={onClose}
    >
      <KeptFields draft={draft} change={change} asked={asked} />
    </DeedPanel>
  );
};
