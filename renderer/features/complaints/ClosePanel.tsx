import { useTranslation } from 'react-i18next';
import { closesWithoutAsking, stepRefusal } from '../../../db/domain/complaints/steps.ts';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { DeedPanel } from './DeedPanel.tsx';
import type { DeedPanelsProps } from './DeedPanels.tsx';
import { type Outcome, outcomes } from './shapes.ts';
import { useDeed } from './useDeed.ts';

interface CloseDraft {
  readonly outcome: Outcome | '';
  readonly cause: string;
  readonly causeNote: string;
  readonly text: string;
}

/** 归档: how it ended and what it came from. Before it was asked back only what needs no asking is offered. */
export const ClosePanel = ({ page, onClose }: DeedPanelsProps) => {
  const { t } = useTranslation();
  const { complaint, actions } = page;
  const causes = useStoreSettings()?.values.complaintCauses ?? [];
  const asksFirst = stepRefusal('close', complaint.step) !== null;
  const complainant = { customerId: complaint.customerId, strangerPhone: complaint.strangerPhoneMasked };
  const offered = outcomes.filter((one) => !asksFirst || closesWithoutAsking(one, complainant));
  const begin: CloseDraft = {
    outcome: asksFirst ? '' : 'solved',
    cause: complaint.cause ?? '',
    causeNote: complaint.causeNote ?? '',
    text: '',
  };
  const { kept, draft, change, save, asked, submit } = useDeed({
    form: `complaint.${complaint.id}.close`,
    begin,
    call: api.complaints.close,
    said: () => t('complaints.close.said', { number: complaint.number }),
    onClose,
  });
  const outcome = offered.find((one) => one === draft.outcome);
  const refused = fieldErrors(save.error, t);
  const blocked = Number(outcome === undefined) + Number(draft.cause === '');
  const send = (): void =>
    submit(
      outcome === undefined || draft.cause === ''
        ? null
        : {
            id: complaint.id,
            version: complaint.version,
            outcome,
            cause: draft.cause,
            causeNote: draft.causeNote.trim() || null,
            text: draft.text.trim() || null,
          },
    );
  return (
    <DeedPanel
      title={t('complaints.close.title')}
      sub={complaint.number}
      label={t('complaints.close.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={send}
      onClose={onClose}
    >
      {asksFirst && <p className={css['near']}>{t('complaints.close.early')}</p>}
      <div className={css['grid']}>
        <FormField
          label={t('complaints.field.outcome')}
          required
          error={asked && outcome === undefined ? t('complaints.close.choose') : undefined}
        >
          <SelectInput
            value={outcome ?? ''}
            options={[
              ...(outcome === undefined ? [['', t('complaints.form.choose')] as const] : []),
              ...offered.map((one) => [one, t(`complaints.outcome.${one}`)] as const),
            ]}
            onChange={(value) => change({ outcome: value })}
          />
        </FormField>
        <FormField
          label={t('complaints.field.cause')}
          required
          help={t('complaints.close.causeHelp')}
          error={asked && draft.cause === '' ? t('complaints.close.choose') : refused['cause']}
        >
          <SelectInput
            value={draft.cause}
            options={[
              ...(draft.cause === '' ? [['', t('complaints.form.choose')] as const] : []),
              ...causes.map(({ code, name }) => [code, name] as const),
            ]}
            onChange={(cause) => change({ cause })}
          />
        </FormField>
        <div className={css['whole']}>
          <FormField label={t('complaints.close.causeNote')}>
            <AreaInput
              rows={3}
              maxLength={1000}
              value={draft.causeNote}
              onChange={(causeNote) => change({ causeNote })}
            />
          </FormField>
        </div>
        <div className={css['whole']}>
          <FormField label={t('complaints.close.text')}>
            <AreaInput rows={3} maxLength={2000} value={draft.text} onChange={(text) => change({ text })} />
          </FormField>
        </div>
      </div>
      {actions.length === 0 && <p className={`quiet small ${css['near']}`}>{t('complaints.close.noActions')}</p>}
    </DeedPanel>
  );
};
