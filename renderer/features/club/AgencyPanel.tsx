import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { nobody, type WhoDraft } from '../board/whoDraft.ts';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import { agencyDraftOf, agencyInput, checkAgency, newAgency } from './agencyDraft.ts';
import css from './club.module.css';
import { DocumentsField } from './DocumentsField.tsx';
import { OwnerField } from './OwnerField.tsx';
import { saidOfJob } from './saidOfJob.ts';
import { type AgencyInput, type AgencyJob, agencyKinds } from './shapes.ts';
import { useClubDeed } from './useClubDeed.ts';
import { useShowNew } from './useShowNew.ts';
import { WhoFields } from './WhoFields.tsx';

export interface AgencyPanelProps {
  /** the one that is changed; left out: a new one */
  readonly job?: AgencyJob;
  /** whose it is, where that is known: opened from the customer */
  readonly who?: WhoDraft;
  readonly onClose: () => void;
}

type Sent = AgencyInput & { readonly requestId: string };

/** 受理代办, or 修改: what for, which documents, until when, for how much. */
export const AgencyPanel = ({ job, who = nobody, onClose }: AgencyPanelProps) => {
  const { t } = useTranslation();
  const showNew = useShowNew('agency', who.customer !== null, onClose);
  const { kept, draft, change, save, asked, submit } = useClubDeed({
    form: job ? `agency.${job.id}.edit` : who.customer ? `agency.of.${who.customer.id}` : 'agency',
    begin: job ? agencyDraftOf(job) : newAgency(who),
    changes: job !== undefined,
    call: async (input: Sent) =>
      job
        ? {
            id: job.id,
            number: job.number,
            ...(await api.agency.update({ id: job.id, version: job.version, ...input })),
          }
        : api.agency.add(input),
    said: ({ number }) => t(job ? 'club.form.changed' : 'club.form.saved', { number }),
    onDone: ({ id }) => (job ? onClose() : showNew(id)),
  });
  const problems = checkAgency(draft);
  const blocked = Object.keys(problems).length;
  const refused = fieldErrors(save.error, t);
  const said = saidOfJob(problems, asked, refused, t);
  return (
    <DeedPanel
      title={job ? t('club.form.editTitle') : t('club.form.agencyTitle')}
      sub={job?.number ?? t('club.form.agencySub')}
      label={t(job ? 'club.form.saveChange' : 'club.form.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={() => submit(blocked > 0 ? null : agencyInput(draft))}
      onClose={onClose}
    >
      <WhoFields
        who={draft.who}
        label={t('club.field.find')}
        noVehicle={t('club.field.noVehicle')}
        errors={{ who: said('who', 'customerId'), vehicleId: said('vehicleId') }}
        onChange={(next) => change({ who: next })}
      />
      <div className={`${panel['grid']} ${panel['near']}`} data-first={draft.who.customer ? true : undefined}>
        <FormField label={t('club.field.kind')}>
          <SelectInput
            value={draft.kind}
            options={agencyKinds.map((one) => [one, t(`club.agency.kind.${one}`)] as const)}
            onChange={(kind) => change({ kind })}
          />
        </FormField>
        <FormField label={t('club.field.dueDay')} error={said('dueDay')}>
          <DayInput value={draft.dueDay} onChange={(dueDay) => change({ dueDay })} />
        </FormField>
      </div>
      <DocumentsField
        value={draft.documents}
        known={t('club.documents.names')}
        error={refused['documents']}
        onChange={(documents) => change({ documents })}
      />
      <div className={`${panel['grid']} ${panel['near']}`}>
        <FormField label={t('club.field.fee')} error={said('fee', 'feeFen')}>
          <TextInput value={draft.fee} inputMode="decimal" maxLength={12} onChange={(fee) => change({ fee })} />
        </FormField>
        <FormField label={t('club.field.official')} error={said('official', 'officialFen')}>
          <TextInput
            value={draft.official}
            inputMode="decimal"
            maxLength={12}
            onChange={(official) => change({ official })}
          />
        </FormField>
      </div>
      <label className={css['check']}>
        <input type="checkbox" checked={draft.paid} onChange={(event) => change({ paid: event.target.checked })} />
        {t('club.field.paid')}
      </label>
      <div className={`${panel['grid']} ${panel['near']}`}>
        <OwnerField value={draft.ownerId} error={refused['ownerId']} onChange={(ownerId) => change({ ownerId })} />
        <FormField label={t('club.field.note')} error={refused['note']}>
          <TextInput
            value={draft.note}
            maxLength={500}
            placeholder={t('club.form.noteHint')}
            onChange={(note) => change({ note })}
          />
        </FormField>
      </div>
    </DeedPanel>
  );
};
