import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { useToday } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { nobody, type WhoDraft } from '../board/whoDraft.ts';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import { type ClaimDraft, checkClaim, claimDraftOf, claimInput, newClaim } from './claimDraft.ts';
import { DocumentsField } from './DocumentsField.tsx';
import { OwnerField } from './OwnerField.tsx';
import { saidOfJob } from './saidOfJob.ts';
import { type Claim, type ClaimInput, claimKinds } from './shapes.ts';
import { useClubDeed } from './useClubDeed.ts';
import { useShowNew } from './useShowNew.ts';
import { WhoFields } from './WhoFields.tsx';

export interface ClaimPanelProps {
  /** the one that is changed; left out: a new one */
  readonly job?: Claim;
  /** whose it is, where that is known: opened from the customer */
  readonly who?: WhoDraft;
  readonly onClose: () => void;
}

type Sent = ClaimInput & { readonly requestId: string };

/** 受理理赔, or 修改: which car, when, what the insurer says, which papers. */
export const ClaimPanel = ({ job, who = nobody, onClose }: ClaimPanelProps) => {
  const { t } = useTranslation();
  const showNew = useShowNew('claims', who.customer !== null, onClose);
  const today = useToday();
  const { kept, draft, change, save, asked, submit } = useClubDeed({
    form: job ? `claim.${job.id}.edit` : who.customer ? `claim.of.${who.customer.id}` : 'claim',
    begin: job ? claimDraftOf(job) : newClaim(who, today),
    changes: job !== undefined,
    call: async (input: Sent) =>
      job
        ? {
            id: job.id,
            number: job.number,
            ...(await api.claims.update({ id: job.id, version: job.version, ...input })),
          }
        : api.claims.add(input),
    said: ({ number }) => t(job ? 'club.form.changed' : 'club.form.saved', { number }),
    onDone: ({ id }) => (job ? onClose() : showNew(id)),
  });
  const problems = checkClaim(draft);
  const blocked = Object.keys(problems).length;
  const refused = fieldErrors(save.error, t);
  const said = saidOfJob(problems, asked, refused, t);
  return (
    <DeedPanel
      title={job ? t('club.form.editTitle') : t('club.form.claimTitle')}
      sub={job?.number ?? t('club.form.claimSub')}
      label={t(job ? 'club.form.saveChange' : 'club.form.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={() => submit(blocked > 0 ? null : claimInput(draft))}
      onClose={onClose}
    >
      <WhoFields
        who={draft.who}
        label={t('club.field.find')}
        noVehicle={t('club.field.chooseVehicle')}
        errors={{ who: said('who', 'customerId'), vehicleId: said('vehicleId') }}
        // a policy is of one car
        onChange={(next) => change({ who: next, ...(next.vehicleId === draft.who.vehicleId ? {} : { policyId: '' }) })}
      />
      <div className={`${panel['grid']} ${panel['near']}`} data-first={draft.who.customer ? true : undefined}>
        <FormField label={t('club.field.accidentDay')} required error={said('accidentDay')}>
          <DayInput value={draft.accidentDay} onChange={(accidentDay) => change({ accidentDay })} />
        </FormField>
        <FormField label={t('club.field.claimKind')}>
          <SelectInput
            value={draft.kind}
            options={claimKinds.map((one) => [one, t(`club.claims.kind.${one}`)] as const)}
            onChange={(kind) => change({ kind })}
          />
        </FormField>
      </div>
      <FormField label={t('club.field.accidentPlace')} error={refused['place']}>
        <TextInput value={draft.place} maxLength={200} onChange={(place) => change({ place })} />
      </FormField>
      <div className={panel['near']}>
        <FormField label={t('club.field.what')} error={refused['what']}>
          <AreaInput
            rows={2}
            maxLength={500}
            value={draft.what}
            placeholder={t('club.form.whatHint')}
            onChange={(what) => change({ what })}
          />
        </FormField>
      </div>
      <div className={panel['grid']}>
        <PolicyField draft={draft} error={refused['policyId']} onChange={change} />
        <FormField label={t('club.field.insurer')} error={refused['insurer']}>
          <TextInput value={draft.insurer} maxLength={60} onChange={(insurer) => change({ insurer })} />
        </FormField>
        <FormField label={t('club.field.caseNo')} error={refused['caseNo']}>
          <TextInput value={draft.caseNo} maxLength={40} onChange={(caseNo) => change({ caseNo })} />
        </FormField>
        <FormField label={t('club.field.estimate')} error={said('estimate', 'estimateFen')}>
          <TextInput
            value={draft.estimate}
            inputMode="decimal"
            maxLength={12}
            onChange={(estimate) => change({ estimate })}
          />
        </FormField>
      </div>
      <div className={panel['near']}>
        <DocumentsField
          value={draft.documents}
          known={t('club.documents.claimNames')}
          error={refused['documents']}
          onChange={(documents) => change({ documents })}
        />
      </div>
      <div className={panel['grid']}>
        <OwnerField value={draft.ownerId} error={refused['ownerId']} onChange={(ownerId) => change({ ownerId })} />
        <FormField label={t('club.field.note')} error={refused['note']}>
          <TextInput value={draft.note} maxLength={500} onChange={(note) => change({ note })} />
        </FormField>
      </div>
    </DeedPanel>
  );
};

interface PolicyFieldProps {
  readonly draft: Pick<ClaimDraft, 'who' | 'policyId' | 'insurer'>;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<ClaimDraft>) => void;
}

/** The car's policies; the one that is chosen brings its insurer. */
const PolicyField = ({ draft, error, onChange }: PolicyFieldProps) => {
  const { t } = useTranslation();
  const id = draft.who.customer ? draft.who.vehicleId : '';
  const { data } = useQuery(orpc.vehicles.get.queryOptions({ input: { id }, enabled: id !== '' }));
  const policies = data?.policies ?? [];
  return (
    <FormField label={t('club.field.policy')} error={error}>
      <SelectInput
        value={draft.policyId}
        options={[
          ['', t('club.field.noPolicy')] as const,
          ...policies.map(
            (one) =>
              [
                one.id,
                [t(`vehicle.policy.kind.${one.kind}`), one.insurer, one.endDay].filter(Boolean).join(' · '),
              ] as const,
          ),
        ]}
        onChange={(policyId) => {
          const insurer = policies.find((one) => one.id === policyId)?.insurer;
          onChange({ policyId, ...(insurer ? { insurer } : {}) });
        }}
      />
    </FormField>
  );
};
