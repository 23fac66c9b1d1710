import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import panel from '../customer/sidePanel.module.css';
import type { Claim } from './shapes.ts';
import { useClubDeed } from './useClubDeed.ts';
import { knownFen } from './yuanField.ts';

export interface SettlePanelProps {
  readonly job: Claim;
  readonly onClose: () => void;
}

/** 结案: how much was paid, or why nothing was; the papers go back. */
export const SettlePanel = ({ job, onClose }: SettlePanelProps) => {
  const { t } = useTranslation();
  const { id, version, number } = job;
  const held = job.documents.some(({ returnedAt }) => returnedAt === null);
  const { kept, draft, change, save, asked, submit } = useClubDeed({
    form: `claim.${id}.settle`,
    begin: { paid: '', note: '', to: held ? job.name.slice(0, 30) : '' },
    call: api.claims.close,
    said: (_saved, { paidFen }) =>
      t((paidFen ?? null) === null ? 'club.settling.saidUnpaid' : 'club.settling.saidPaid', { number }),
    onDone: onClose,
  });
  const paidFen = knownFen(draft.paid);
  const note = draft.note.trim() || null;
  const wrong = paidFen === undefined || paidFen === 0;
  const missing = paidFen === null && note === null;
  const refused = fieldErrors(save.error, t);
  return (
    <DeedPanel
      title={t('club.settling.title')}
      sub={number}
      label={t('club.settling.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? Number(wrong) + Number(missing) : 0}
      onSave={() =>
        submit(
          wrong || missing
            ? null
            : { id, version, paidFen: paidFen ?? null, note, handedBackTo: draft.to.trim() || null },
        )
      }
      onClose={onClose}
    >
      <FormField
        label={t('club.settling.paid')}
        help={t('club.settling.paidHelp')}
        error={wrong ? t('club.form.amountWrong') : refused['paidFen']}
      >
        <TextInput value={draft.paid} inputMode="decimal" maxLength={12} onChange={(paid) => change({ paid })} />
      </FormField>
      <div className={panel['near']}>
        <FormField
          label={t('club.settling.note')}
          required={paidFen === null}
          error={asked && missing ? t('errors.field.required') : refused['note']}
        >
          <AreaInput
            rows={2}
            maxLength={500}
            value={draft.note}
            placeholder={t('club.settling.noteHint')}
            onChange={(next) => change({ note: next })}
          />
        </FormField>
      </div>
      {held && (
        <FormField label={t('club.settling.to')} error={refused['handedBackTo']}>
          <TextInput value={draft.to} maxLength={30} onChange={(to) => change({ to })} />
        </FormField>
      )}
    </DeedPanel>
  );
};
