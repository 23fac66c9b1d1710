import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { FormField } from '../../ui/FormField.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import css from '../customer/sidePanel.module.css';
import { DeedPanel } from './DeedPanel.tsx';
import type { DeedPanelsProps } from './DeedPanels.tsx';
import { useDeed } from './useDeed.ts';

/** 客户认可 or not: agreed to, the clock stopped when it was proposed; refused, it runs on. */
export const AnswerPanel = ({ accepted, page, onClose }: DeedPanelsProps & { readonly accepted: boolean }) => {
  const { t } = useTranslation();
  const { complaint, events } = page;
  const way = accepted ? 'yes' : 'no';
  const { kept, draft, change, save, submit } = useDeed({
    form: `complaint.${complaint.id}.answer.${way}`,
    begin: { text: '' },
    call: api.complaints.answer,
    said: () => t(`complaints.answer.said.${way}`),
    onClose,
  });
  const proposal = events.findLast(({ kind }) => kind === 'proposal') ?? events.find(({ kind }) => kind === 'proposal');
  const send = (): void =>
    submit({ id: complaint.id, version: complaint.version, accepted, text: draft.text.trim() || null });
  return (
    <DeedPanel
      title={t(`complaints.answer.title.${way}`)}
      sub={complaint.number}
      label={t(`complaints.answer.save.${way}`)}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={0}
      onSave={send}
      onClose={onClose}
    >
      {proposal?.text && <blockquote className={css['near']}>{proposal.text}</blockquote>}
      <p className={`quiet ${css['near']}`}>{t(`complaints.answer.text.${way}`)}</p>
      <FormField label={t(`complaints.answer.label.${way}`)}>
        <AreaInput rows={5} maxLength={2000} value={draft.text} onChange={(text) => change({ text })} />
      </FormField>
    </DeedPanel>
  );
};
