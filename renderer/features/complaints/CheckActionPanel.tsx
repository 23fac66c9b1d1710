import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { FormField } from '../../ui/FormField.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import css from '../customer/sidePanel.module.css';
import { ChoiceRow } from './ChoiceRow.tsx';
import { DeedPanel } from './DeedPanel.tsx';
import type { DeedPanelsProps } from './DeedPanels.tsx';
import type { ComplaintAction } from './shapes.ts';
import { useDeed } from './useDeed.ts';

const results = ['yes', 'partly', 'no'] as const;

/** 效果检查: did the measure help? */
export const CheckActionPanel = ({ action, page, onClose }: DeedPanelsProps & { readonly action: ComplaintAction }) => {
  const { t } = useTranslation();
  const begin: { readonly helped: (typeof results)[number] | ''; readonly note: string } = { helped: '', note: '' };
  const { kept, draft, change, save, asked, submit } = useDeed({
    form: `action.${action.id}.check`,
    begin,
    call: api.complaints.checkAction,
    said: () => t('complaints.action.checkedSaid'),
    onClose,
  });
  const { helped } = draft;
  const send = (): void =>
    submit(helped === '' ? null : { id: action.id, version: action.version, helped, note: draft.note.trim() || null });
  return (
    <DeedPanel
      title={t('complaints.action.checkTitle')}
      sub={page.complaint.number}
      label={t('complaints.action.checkSave')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked && helped === '' ? 1 : 0}
      onSave={send}
      onClose={onClose}
    >
      <blockquote className={css['near']}>{action.text}</blockquote>
      <ChoiceRow
        label={t('complaints.action.didHelp')}
        options={results.map((one) => [one, t(`complaints.action.helped.${one}`)] as const)}
        value={helped === '' ? null : helped}
        error={asked && helped === '' ? t('complaints.close.choose') : undefined}
        onChange={(one) => change({ helped: one })}
      />
      <div className={css['near']}>
        <FormField label={t('complaints.action.note')}>
          <AreaInput rows={3} maxLength={500} value={draft.note} onChange={(note) => change({ note })} />
        </FormField>
      </div>
    </DeedPanel>
  );
};
