import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import panel from '../customer/sidePanel.module.css';
import type { AgencyJob, Rescue } from './shapes.ts';
import { useClubDeed } from './useClubDeed.ts';

export type CancelPanelProps = { readonly onClose: () => void } & (
  | { readonly service: 'agency'; readonly job: AgencyJob }
  | { readonly service: 'rescues'; readonly job: Rescue }
);

interface Reason {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly to: string | null;
}
type Sent = Reason & { readonly requestId: string };

const calls = {
  agency: (input: Sent) => api.agency.cancel(input),
  rescues: ({ to: _to, ...input }: Sent) => api.rescues.cancel(input),
} as const;

/** 取消, with why; documents that we hold go back with it. */
export const CancelPanel = ({ service, job, onClose }: CancelPanelProps) => {
  const { t } = useTranslation();
  const { id, version, number } = job;
  const held = service === 'agency' && job.documents.some(({ returnedAt }) => returnedAt === null);
  const { kept, draft, change, save, asked, submit } = useClubDeed({
    form: `club.${id}.cancel`,
    begin: { reason: '', to: held ? job.name.slice(0, 30) : '' },
    call: calls[service],
    said: () => t('club.cancelling.said', { number }),
    onDone: onClose,
  });
  const reason = draft.reason.trim();
  const refused = fieldErrors(save.error, t);
  return (
    <DeedPanel
      title={t(service === 'agency' ? 'club.cancelling.agencyTitle' : 'club.cancelling.rescueTitle')}
      sub={number}
      label={t('club.cancelling.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? Number(reason === '') : 0}
      onSave={() => submit(reason === '' ? null : { id, version, reason, to: draft.to.trim() || null })}
      onClose={onClose}
    >
      <FormField
        label={t('club.cancelling.reason')}
        required
        error={asked && reason === '' ? t('errors.field.required') : refused['reason']}
      >
        <TextInput
          value={draft.reason}
          maxLength={200}
          placeholder={t(service === 'agency' ? 'club.cancelling.agencyHint' : 'club.cancelling.rescueHint')}
          onChange={(next) => change({ reason: next })}
        />
      </FormField>
      {held && (
        <div className={panel['near']}>
          <FormField label={t('club.cancelling.to')} error={refused['to']}>
            <TextInput value={draft.to} maxLength={30} onChange={(to) => change({ to })} />
          </FormField>
        </div>
      )}
    </DeedPanel>
  );
};
