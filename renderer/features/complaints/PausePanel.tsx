import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import css from '../customer/sidePanel.module.css';
import { ChoiceRow } from './ChoiceRow.tsx';
import { DeedPanel } from './DeedPanel.tsx';
import type { DeedPanelsProps } from './DeedPanels.tsx';
import { type PauseReason, pauseReasons } from './shapes.ts';
import { useDeed } from './useDeed.ts';

/** 等客户: for what we wait; the clock stands meanwhile, and everybody sees that it does. */
export const PausePanel = ({ page, onClose }: DeedPanelsProps) => {
  const { t } = useTranslation();
  const { complaint } = page;
  const begin: { readonly reason: PauseReason; readonly text: string } = { reason: 'answer', text: '' };
  const { kept, draft, change, save, submit } = useDeed({
    form: `complaint.${complaint.id}.pause`,
    begin,
    call: api.complaints.pause,
    said: () => t('complaints.pause.said'),
    onClose,
  });
  const send = (): void =>
    submit({
      id: complaint.id,
      version: complaint.version,
      reason: draft.reason,
      text: draft.text.trim() || null,
    });
  return (
    <DeedPanel
      title={t('complaints.pause.title')}
      sub={complaint.number}
      label={t('complaints.pause.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={0}
      onSave={send}
      onClose={onClose}
    >
      <p className={`quiet ${css['near']}`}>{t('complaints.pause.text')}</p>
      <ChoiceRow
        label={t('complaints.pause.reason')}
        options={pauseReasons.map((one) => [one, t(`complaints.pauseReason.${one}`)] as const)}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      <div className={css['near']}>
        <FormField label={t('complaints.pause.words')}>
          <TextInput maxLength={500} value={draft.text} onChange={(text) => change({ text })} onPressEnter={send} />
        </FormField>
      </div>
    </DeedPanel>
  );
};
