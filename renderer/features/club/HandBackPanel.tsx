import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { money } from '../../lib/formats.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import css from './club.module.css';
import type { AgencyJob } from './shapes.ts';
import { useClubDeed } from './useClubDeed.ts';

export interface HandBackPanelProps {
  readonly job: AgencyJob;
  readonly onClose: () => void;
}

/** 交还: who signs for the documents, and whether the fee was taken with it. */
export const HandBackPanel = ({ job, onClose }: HandBackPanelProps) => {
  const { t } = useTranslation();
  const { id, version, number } = job;
  const { kept, draft, change, save, asked, submit } = useClubDeed({
    form: `agency.${id}.handBack`,
    begin: { to: job.name.slice(0, 30), paid: false },
    call: api.agency.handBack,
    said: () => t('club.handBack.said', { number }),
    onDone: onClose,
  });
  const owes = job.paid ? 0 : job.feeFen + job.officialFen;
  const to = draft.to.trim();
  const held = job.documents.filter(({ returnedAt }) => returnedAt === null).map(({ name }) => name);
  const missing = to === '';
  const unpaid = owes > 0 && !draft.paid;
  return (
    <DeedPanel
      title={t('club.handBack.title')}
      sub={number}
      label={t('club.handBack.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? Number(missing) + Number(unpaid) : 0}
      onSave={() => submit(missing || unpaid ? null : { id, version, to, paid: draft.paid })}
      onClose={onClose}
    >
      <p className={css['back']}>
        {held.length === 0
          ? t('club.handBack.nothing')
          : t('club.handBack.back', { names: held.join(t('customer.listSeparator')) })}
      </p>
      {owes > 0 && (
        <>
          {unpaid && <p className={css['owes']}>{t('club.handBack.owes', { amount: money(owes) })}</p>}
          <label className={css['check']}>
            <input type="checkbox" checked={draft.paid} onChange={(event) => change({ paid: event.target.checked })} />
            {t('club.handBack.paid', { amount: money(owes) })}
          </label>
        </>
      )}
      <div data-first>
        <FormField
          label={t('club.handBack.to')}
          required
          error={asked && missing ? t('errors.field.required') : fieldErrors(save.error, t)['to']}
        >
          <TextInput
            value={draft.to}
            maxLength={30}
            placeholder={t('club.handBack.toHint')}
            onChange={(next) => change({ to: next })}
          />
        </FormField>
      </div>
    </DeedPanel>
  );
};
