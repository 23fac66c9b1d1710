import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { blockedOf, KeptFields, keptFactsOf } from './KeptFields.tsx';
import type { KeptAnswer } from './shapes.ts';
import { useEnquiryDeed } from './useEnquiryDeed.ts';

export interface KeptPanelProps {
  readonly row: KeptAnswer;
  readonly onClose: () => void;
}

/** 修改常用答复: from now on; what was answered with it keeps its words. */
export const KeptPanel = ({ row, onClose }: KeptPanelProps) => {
  const { t } = useTranslation();
  const { kept, draft, change, save, asked, submit } = useEnquiryDeed({
    form: `keptAnswer.${row.id}`,
    begin: { question: row.question, answer: row.answer, topic: row.topic },
    call: api.enquiries.updateKept,
    said: () => t('enquiries.kept.changed'),
    onDone: onClose,
  });
  const facts = keptFactsOf(draft);
  return (
    <DeedPanel
      title={t('enquiries.kept.editTitle')}
      sub={t('enquiries.kept.keepSub')}
      label={t('enquiries.kept.saveChange')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blockedOf(draft) : 0}
      onSave={() => submit(facts && { id: row.id, version: row.version, ...facts })}
      onClose={onClose}
    >
      <KeptFields draft={draft} change={change} asked={asked} />
    </DeedPanel>
  );
};
